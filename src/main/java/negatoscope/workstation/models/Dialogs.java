package negatoscope.workstation.models;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Makes a dialog look like the window that it stands before. */
public final class Dialogs {
  private Dialogs() {}

  /** Puts a dialog before a window, with its colours and its icon. */
  public static void before(Scene scene, Dialog<?> dialog) {
    dialog.initOwner(scene.getWindow());
    dialog.getDialogPane().getStylesheets().setAll(scene.getStylesheets());
    if (dialog.getDialogPane().getScene().getWindow() instanceof Stage own) {
      own.getIcons().setAll(icons(scene));
    }
  }

  /** Of the window, or of the nearest before which it stands. */
  private static List<Image> icons(Scene scene) {
    Window window = scene.getWindow();
    while (window instanceof Stage stage) {
      if (!stage.getIcons().isEmpty()) {
        return stage.getIcons();
      }
      window = stage.getOwner();
    }
    return List.of();
  }
}
