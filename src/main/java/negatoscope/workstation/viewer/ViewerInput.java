package negatoscope.workstation.viewer;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

/** Turns mouse, wheel and keys over the film into actions; {@link Shortcuts} lists them. */
final class ViewerInput {
  /** Zoom for one notch of the wheel, which JavaFX reports as 40 units. */
  private static final double NOTCH = 1.15;

  private static final double NOTCH_UNITS = 40;

  /** Pane units of a right drag that double the zoom. */
  private static final double DOUBLING = 120;

  private static final double KEY_PAN = 60;
  private static final double KEY_WINDOW = 10;
  private static final double KEY_ZOOM = 1.25;

  private final Region pane;
  private final ViewerViewModel model;
  private Drag drag = Drag.NONE;
  private boolean spaceHeld;
  private double lastX;
  private double lastY;
  private double anchorX;
  private double anchorY;
  private double opacityNotches;
  private double frameNotches;

  private enum Drag {
    NONE,
    WINDOW,
    ZOOM,
    PAN
  }

  ViewerInput(Region pane, ViewerViewModel model) {
    this.pane = pane;
    this.model = model;
    pane.setOnMousePressed(this::press);
    pane.setOnMouseDragged(this::drag);
    pane.setOnMouseReleased(event -> end());
    pane.setOnMouseClicked(this::click);
    pane.setOnScroll(this::scroll);
    pane.setOnZoom(this::pinch);
    pane.setOnKeyPressed(this::keyPressed);
    pane.setOnKeyReleased(this::keyReleased);
    pane.focusedProperty().addListener(property -> releaseSpace());
  }

  private void press(MouseEvent event) {
    pane.requestFocus();
    lastX = event.getX();
    lastY = event.getY();
    anchorX = lastX;
    anchorY = lastY;
    drag =
        switch (event.getButton()) {
          case PRIMARY -> spaceHeld ? Drag.PAN : Drag.WINDOW;
          case SECONDARY -> Drag.ZOOM;
          case MIDDLE -> Drag.PAN;
          default -> Drag.NONE;
        };
    showCursor();
    event.consume();
  }

  private void drag(MouseEvent event) {
    double dx = event.getX() - lastX;
    double dy = event.getY() - lastY;
    lastX = event.getX();
    lastY = event.getY();
    switch (drag) {
      case WINDOW -> model.dragWindow(dx, dy, step(event.isShortcutDown(), event.isShiftDown()));
      case ZOOM -> model.zoomAt(anchorX, anchorY, Math.pow(2, -dy / DOUBLING));
      case PAN -> model.pan(dx, dy);
      case NONE -> {}
    }
    event.consume();
  }

  private static WindowDrag.Step step(boolean fine, boolean coarse) {
    return fine ? WindowDrag.Step.FINE : coarse ? WindowDrag.Step.COARSE : WindowDrag.Step.NORMAL;
  }

  private void end() {
    drag = Drag.NONE;
    showCursor();
  }

  private void click(MouseEvent event) {
    boolean twice = event.getClickCount() == 2 && event.isStillSincePress();
    if (event.getButton() == MouseButton.PRIMARY && twice && !spaceHeld) {
      model.toggleMaximised();
      event.consume();
    }
  }

  private void scroll(ScrollEvent event) {
    double notches = notches(event);
    if (event.isAltDown()) {
      frameNotches -= notches;
      int steps = (int) frameNotches;
      frameNotches -= steps;
      model.frames().step(steps);
    } else if (event.isShortcutDown() || event.isControlDown()) {
      opacityNotches += notches;
      int steps = (int) opacityNotches;
      opacityNotches -= steps;
      model.layers().stepOpacity(steps);
    } else if (notches != 0) {
      model.zoomAt(event.getX(), event.getY(), Math.pow(NOTCH, notches));
    }
    event.consume();
  }

  /** Notches of a wheel, at least one an event; parts of one from a touch pad. */
  private static double notches(ScrollEvent event) {
    double notches = event.getDeltaY() / NOTCH_UNITS;
    boolean wheel = event.getTextDeltaYUnits() == ScrollEvent.VerticalTextScrollUnits.LINES;
    return wheel && Math.abs(notches) < 1 ? Math.signum(notches) : notches;
  }

  private void pinch(ZoomEvent event) {
    model.zoomAt(event.getX(), event.getY(), event.getZoomFactor());
    event.consume();
  }

  private void keyPressed(KeyEvent event) {
    boolean used =
        event.isShortcutDown()
            ? zoomKey(event.getCode())
            : !event.isAltDown() && (event.isShiftDown() ? shiftKey(event) : key(event.getCode()));
    if (used) {
      event.consume();
    }
  }

  private boolean key(KeyCode code) {
    switch (code) {
      case F -> model.fit();
      case DIGIT1, NUMPAD1 -> model.oneToOne();
      case I -> model.invert();
      case R -> model.reset();
      case W -> model.windows().step(1);
      case O -> model.layers().togglePlanes();
      case S -> model.layers().toggleShutter();
      case COMMA -> model.frames().step(-1);
      case PERIOD -> model.frames().step(1);
      case H -> model.layers().toggleHeat();
      case OPEN_BRACKET, MINUS, SUBTRACT -> model.layers().stepOpacity(-1);
      case CLOSE_BRACKET, EQUALS, PLUS, ADD -> model.layers().stepOpacity(1);
      case SPACE -> {
        spaceHeld = true;
        showCursor();
      }
      case LEFT, RIGHT, UP, DOWN -> {
        return panKey(code);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Arrows show what lies in their direction; a film that is wholly seen leaves them to others. */
  private boolean panKey(KeyCode code) {
    boolean canPan = model.canPan();
    if (canPan) {
      model.pan(-across(code) * KEY_PAN, -down(code) * KEY_PAN);
    }
    return canPan;
  }

  private boolean shiftKey(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code.isArrowKey()) {
      model.dragWindow(across(code) * KEY_WINDOW, down(code) * KEY_WINDOW, WindowDrag.Step.NORMAL);
      return true;
    }
    if (code == KeyCode.W) {
      model.windows().step(-1);
      return true;
    }
    return key(code);
  }

  private boolean zoomKey(KeyCode code) {
    switch (code) {
      case PLUS, ADD, EQUALS -> model.zoom(KEY_ZOOM);
      case MINUS, SUBTRACT -> model.zoom(1 / KEY_ZOOM);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static int across(KeyCode code) {
    return code == KeyCode.LEFT ? -1 : code == KeyCode.RIGHT ? 1 : 0;
  }

  private static int down(KeyCode code) {
    return code == KeyCode.UP ? -1 : code == KeyCode.DOWN ? 1 : 0;
  }

  private void keyReleased(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      releaseSpace();
      event.consume();
    }
  }

  private void releaseSpace() {
    spaceHeld = false;
    showCursor();
  }

  private void showCursor() {
    boolean dragging = drag == Drag.PAN;
    pane.setCursor(dragging ? Cursor.CLOSED_HAND : spaceHeld ? Cursor.OPEN_HAND : Cursor.DEFAULT);
  }
}
