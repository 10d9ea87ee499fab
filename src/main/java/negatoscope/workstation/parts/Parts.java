package negatoscope.workstation.parts;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The small things that panes are made of. */
public final class Parts {
  private Parts() {}

  /** A button that is never cut. */
  public static Button button(String id, String text, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** A text of another's; takes no room while it is empty. */
  public static Label text(String id, ObservableValue<String> text, String style) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.textProperty().bind(text);
    label.managedProperty().bind(label.textProperty().isNotEmpty());
    return label;
  }

  public static void shownWhile(Node node, ObservableValue<Boolean> shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(shown);
  }

  public static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  public static HBox line(Node... nodes) {
    HBox line = new HBox(nodes);
    line.getStyleClass().add("batch-line");
    return line;
  }
}
