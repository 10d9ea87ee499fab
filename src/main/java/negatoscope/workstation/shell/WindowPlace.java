package negatoscope.workstation.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import negatoscope.workstation.settings.Settings.Bounds;

/** Where the window is, remembered and restored. */
final class WindowPlace {
  /** A window manager may well take some pixels for its own bars. */
  private static final double IGNORED_BY = 150;

  private final Stage stage;
  private final SettingsKeeper settings;

  WindowPlace(Stage stage, SettingsKeeper settings) {
    this.stage = stage;
    this.settings = settings;
  }

  /** Puts the window where it was, if that is still on a screen, and remembers it from then on. */
  void restore() {
    Bounds bounds = settings.current().window();
    if (bounds != null && onScreen(bounds)) {
      stage.setX(bounds.x());
      stage.setY(bounds.y());
      stage.setWidth(bounds.width());
      stage.setHeight(bounds.height());
      stage.setMaximized(bounds.maximized());
    } else {
      Rectangle2D screen = Screen.getPrimary().getVisualBounds();
      stage.setWidth(Math.min(screen.getWidth(), 1480));
      stage.setHeight(Math.min(screen.getHeight(), 940));
    }
    double width = stage.getWidth();
    double height = stage.getHeight();
    // Openbox shows a JavaFX window at its least size whatever it asked for; asking again helps.
    PauseTransition shown = new PauseTransition(Duration.millis(250));
    shown.setOnFinished(event -> insist(width, height));
    stage.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> shown.play());
    stage.addEventHandler(WindowEvent.WINDOW_HIDING, event -> remember());
  }

  private void insist(double width, double height) {
    boolean much = width - stage.getWidth() > IGNORED_BY || height - stage.getHeight() > IGNORED_BY;
    if (much && !stage.isMaximized() && !stage.isFullScreen()) {
      stage.setWidth(width);
      stage.setHeight(height);
    }
  }

  private static boolean onScreen(Bounds bounds) {
    return bounds.width() >= 200
        && bounds.height() >= 200
        && !Screen.getScreensForRectangle(
                bounds.x() + 40, bounds.y() + 20, bounds.width() - 80, bounds.height() - 40)
            .isEmpty();
  }

  private void remember() {
    Bounds before = settings.current().window();
    boolean maximized = stage.isMaximized() || stage.isFullScreen();
    Bounds now =
        maximized && before != null
            ? new Bounds(before.x(), before.y(), before.width(), before.height(), true)
            : new Bounds(
                stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), maximized);
    settings.change(current -> current.withWindow(now));
  }
}
