package negatoscope.workstation.shell;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The three panes side by side. The outer two have the width that they ask for, and the film all
 * the rest, until the user moves a divider.
 */
final class Panes extends SplitPane {
  private final Region left;
  private final Node middle;
  private final Region right;
  private boolean movedByUser;

  Panes(Region left, Node middle, Region right) {
    super(left, middle, right);
    this.left = left;
    this.middle = middle;
    this.right = right;
    setResizableWithParent(left, false);
    setResizableWithParent(right, false);
    widthProperty().addListener(property -> Platform.runLater(this::divide));
    addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event ->
            movedByUser |=
                event.getTarget() instanceof Node node
                    && node.getStyleClass().contains("split-pane-divider"));
  }

  /** Shows the film alone, or all three. */
  void showAlone(boolean alone) {
    if (alone) {
      getItems().setAll(middle);
    } else {
      getItems().setAll(left, middle, right);
      movedByUser = false;
      Platform.runLater(this::divide);
    }
  }

  private void divide() {
    double width = getWidth();
    double sides = left.getPrefWidth() + right.getPrefWidth();
    if (!movedByUser && width > sides && getItems().size() == 3) {
      setDividerPositions(left.getPrefWidth() / width, 1 - right.getPrefWidth() / width);
    }
  }
}
