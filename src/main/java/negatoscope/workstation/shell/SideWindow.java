package negatoscope.workstation.shell;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** A second window with something to read; Escape closes it. */
final class SideWindow {
  /** What a window shows before its first picture: dark, so that nothing flashes in a dark room. */
  static final Color GROUND = Color.web("#15181c");

  private SideWindow() {}

  /** Makes a window that is read and put away, without showing it. */
  static Stage of(Window owner, String title, Parent content, double width, double height) {
    Stage stage = new Stage();
    stage.initModality(Modality.WINDOW_MODAL);
    Button close = new Button("Close");
    close.setId("side-close");
    close.setDefaultButton(true);
    close.setOnAction(event -> stage.close());
    HBox foot = new HBox(close);
    foot.getStyleClass().add("side-foot");
    BorderPane root = new BorderPane(content);
    root.setBottom(foot);
    return filled(stage, owner, title, root, width, height);
  }

  /** Makes a window that stays open beside its owner while that is worked with. */
  static Stage beside(Window owner, String title, Parent content, double width, double height) {
    return filled(new Stage(), owner, title, new BorderPane(content), width, height);
  }

  private static Stage filled(
      Stage stage, Window owner, String title, BorderPane root, double width, double height) {
    stage.initOwner(owner);
    stage.setTitle(title);
    root.getStyleClass().add("side-window");
    Scene scene = new Scene(root, width, height, GROUND);
    scene.getStylesheets().add(MainWindow.STYLE);
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            askToClose(stage);
          }
        });
    // A list takes the key for itself, though there is nothing in it to edit.
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && event.getTarget() instanceof ListView) {
            askToClose(stage);
            event.consume();
          }
        });
    stage.setScene(scene);
    return stage;
  }

  /** As its frame's button does; the window may refuse. */
  private static void askToClose(Stage stage) {
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }
}
