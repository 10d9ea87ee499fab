package negatoscope.workstation.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** Where a folder that is dragged over the window can be dropped to be screened. */
final class ScreenHere extends Label {
  /**
   * Not to be seen yet.
   *
   * @param screen takes the folder
   */
  ScreenHere(Consumer<Path> screen) {
    super("Screen this folder", FontIcon.of(MaterialDesignF.FOLDER_SEARCH_OUTLINE, 24));
    setId("screen-here");
    getStyleClass().add("screen-here");
    StackPane.setMargin(this, new Insets(0, 0, 40, 0));
    setVisible(false);
    setOnDragEntered(event -> getStyleClass().add("over"));
    setOnDragExited(event -> getStyleClass().remove("over"));
    setOnDragOver(
        event -> {
          if (isFolder(event)) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    setOnDragDropped(
        event -> {
          boolean folder = isFolder(event);
          hide();
          event.setDropCompleted(folder);
          event.consume();
          if (folder) {
            screen.accept(event.getDragboard().getFiles().get(0).toPath());
          }
        });
  }

  /** Something is dragged over the window. */
  void offer(DragEvent event) {
    setVisible(isFolder(event));
  }

  /** Nothing is any more. */
  void hide() {
    setVisible(false);
    getStyleClass().remove("over");
  }

  private static boolean isFolder(DragEvent event) {
    List<File> files =
        event.getDragboard().hasFiles() ? event.getDragboard().getFiles() : List.of();
    return files.size() == 1 && files.get(0).isDirectory();
  }
}
