package negatoscope.workstation.trainer.films;

import java.util.List;
import javafx.collections.SetChangeListener;
import javafx.collections.WeakSetChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import negatoscope.training.scan.FilmState;
import negatoscope.training.scan.ScannedFilm;
import negatoscope.workstation.trainer.step.Form;
import org.jspecify.annotations.Nullable;

/** A film in the list of a finding; ticked where it is learned from. */
final class FoundFilmCell extends ListCell<ScannedFilm> {
  private final FoundViewModel found;
  private final CheckBox taken = new CheckBox();
  private final SetChangeListener<String> follow = change -> tick();

  FoundFilmCell(FoundViewModel found) {
    this.found = found;
    setPrefWidth(0);
    taken.setFocusTraversable(false);
    taken.setMnemonicParsing(false);
    taken.setOnAction(event -> found.exclude(List.of(getItem()), !taken.isSelected()));
    found.excluded().addListener(new WeakSetChangeListener<>(follow));
  }

  @Override
  protected void updateItem(@Nullable ScannedFilm film, boolean empty) {
    super.updateItem(film, empty);
    setText(null);
    if (empty || film == null) {
      setGraphic(null);
      return;
    }
    taken.setText(film.film().name());
    taken.setDisable(film.facts().isEmpty());
    setGraphic(new VBox(1, taken, Form.text(line(film), "film-line")));
    tick();
    setAccessibleText(film.film().name() + ", " + line(film));
  }

  private void tick() {
    ScannedFilm film = getItem();
    if (film != null) {
      taken.setSelected(film.facts().isPresent() && !found.excluded().contains(film.film().name()));
    }
  }

  private String line(ScannedFilm film) {
    if (film.state() instanceof FilmState.Unreadable unreadable) {
      return unreadable.code() + "  " + unreadable.reason();
    }
    return found.className(film)
        + film.facts()
            .map(f -> " · %d × %d %s".formatted(f.width(), f.height(), f.format()))
            .orElse("")
        + (film.film().collection().isEmpty() ? "" : " · " + film.film().collection());
  }
}
