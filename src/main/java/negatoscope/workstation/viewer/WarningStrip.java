package negatoscope.workstation.viewer;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import negatoscope.film.FilmWarning;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/**
 * Everything that was guessed or repaired to show the film, in sentences, below it; seen where
 * there is something to say. Long lists show their beginning until they are opened.
 */
public final class WarningStrip extends VBox {
  private static final int SHORT = 2;

  private final ObservableValue<List<FilmWarning>> warnings;
  private boolean open;

  /** A strip for the warnings of the film on the screen. */
  public WarningStrip(ObservableValue<List<FilmWarning>> warnings) {
    this.warnings = warnings;
    setId("film-warnings");
    getStyleClass().add("film-warnings");
    managedProperty().bind(visibleProperty());
    warnings.addListener((property, before, now) -> renew());
    renew();
  }

  private void renew() {
    open = false;
    show();
  }

  private void show() {
    List<FilmWarning> all = warnings.getValue();
    setVisible(!all.isEmpty());
    int shown = open ? all.size() : Math.min(SHORT, all.size());
    getChildren().setAll(all.stream().limit(shown).map(WarningStrip::row).toList());
    if (all.size() > SHORT) {
      Hyperlink more = new Hyperlink(open ? "Show less" : all.size() - SHORT + " more");
      more.setId("more-warnings");
      more.setOnAction(
          event -> {
            open = !open;
            show();
          });
      getChildren().add(more);
    }
  }

  private static Node row(FilmWarning warning) {
    Label sentence = new Label(warning.message(), FontIcon.of(MaterialDesignA.ALERT_OUTLINE, 16));
    sentence.getStyleClass().add("film-warning");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Label code = new Label(warning.code().name());
    code.getStyleClass().add("film-warning-code");
    code.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(sentence, code);
    row.getStyleClass().add("film-warning-row");
    return row;
  }
}
