package negatoscope.workstation.trainer.results;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import negatoscope.workstation.trainer.desk.Judged;
import negatoscope.workstation.trainer.step.Form;
import org.jspecify.annotations.Nullable;

/** A film that was taken for another class. */
final class ErrorCell extends ListCell<Judged> {
  private final List<String> classes;

  ErrorCell(List<String> classes) {
    this.classes = classes;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Judged film, boolean empty) {
    super.updateItem(film, empty);
    setText(null);
    if (empty || film == null) {
      setGraphic(null);
      return;
    }
    Label name = new Label(film.name());
    String said =
        String.format(
            Locale.ROOT,
            "truly %s, taken for %s (%.0f %%; the truth %.0f %%)%s",
            classes.get(film.truth()),
            classes.get(film.said()),
            100 * film.probabilities().get(film.said()),
            100 * film.probabilities().get(film.truth()),
            film.collection().isEmpty() ? "" : " · " + film.collection());
    setGraphic(new VBox(1, name, Form.text(said, "film-line")));
    setAccessibleText(film.name() + ", " + said);
  }
}
