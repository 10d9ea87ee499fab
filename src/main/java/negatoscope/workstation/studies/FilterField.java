package negatoscope.workstation.studies;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Where words are typed that the films in the list must hold. */
final class FilterField extends HBox {
  private final TextField field = new TextField();

  /**
   * A field for a filter.
   *
   * @param leave puts the keyboard back into the list
   */
  FilterField(StringProperty filter, Runnable leave) {
    field.setId("film-filter");
    field.setPromptText("Find name, ID, date, text");
    field.setAccessibleText("Find films by name, ID, date or description");
    field.textProperty().bindBidirectional(filter);
    HBox.setHgrow(field, Priority.ALWAYS);
    Button clear = new Button(null, FontIcon.of(MaterialDesignC.CLOSE, 14));
    clear.getStyleClass().addAll("flat", "button-icon", "small");
    clear.setTooltip(new Tooltip("Show all films (Esc)"));
    clear.setAccessibleText("Show all films");
    clear.setFocusTraversable(false);
    clear.visibleProperty().bind(filter.isNotEmpty());
    clear.managedProperty().bind(clear.visibleProperty());
    clear.setOnAction(event -> filter.set(""));
    field.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, leave));
    getChildren().setAll(field, clear);
    getStyleClass().add("film-filter");
  }

  TextField field() {
    return field;
  }

  /** Plain keys are text here, though they are commands everywhere else. */
  private void pressed(KeyEvent event, Runnable leave) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE) {
      field.clear();
      leave.run();
      event.consume();
    } else if (code == KeyCode.ENTER || code == KeyCode.DOWN) {
      leave.run();
      event.consume();
    } else if (!event.isShortcutDown() && !code.isFunctionKey() && code != KeyCode.TAB) {
      event.consume();
    }
  }
}
