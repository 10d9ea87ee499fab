package negatoscope.workstation.shell;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/** A second window with something to read; Escape or Enter close it. */
final class SideWindow {
  /** What a window shows before its first picture: dark, so that nothing flashes in a dark room. */
  static final Color GROUND = Color.web("#15181c");

  private SideWindow() {}

  /** Makes the window, without showing it. */
  static Stage of(Window owner, String title, Parent content, double width, double height) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.setTitle(title);
    Button close = new Button("Close");
    close.setId("side-close");
    close.setDefaultButton(true);
    close.setOnAction(event -> stage.close());
    HBox foot = new HBox(close);
    foot.getStyleClass().add("side-foot");
    BorderPane root = new BorderPane(content);
    root.setBottom(foot);
    root.getStyleClass().add("side-window");
    Scene scene = new Scene(root, width, height, GROUND);
    scene.getStylesheets().add(MainWindow.STYLE);
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stage.close();
          }
        });
    stage.setScene(scene);
    return stage;
  }
}
