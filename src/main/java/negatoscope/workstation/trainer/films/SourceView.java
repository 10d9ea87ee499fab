package negatoscope.workstation.trainer.films;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import negatoscope.workstation.parts.Parts;
import negatoscope.workstation.trainer.step.Form;
import negatoscope.workstation.trainer.step.StepView;

/** Where the films lie: typed, chosen, or dropped. */
public final class SourceView {
  private static final String FOLDERS =
      """
      films/
        covid-19/     a.png   b.dcm   more/c.jpg
        pneumonia/    d.png   e.dcm
        normal/       f.png\
      """;

  private static final String TABLE =
      """
      file,label,patient,collection,view,age,split,fold
      covid-19/a.png,covid-19,P17,hospital-a,PA,61,train\
      """;

  private SourceView() {}

  /** The step with its view. */
  public static StepView of(SourceViewModel source, SourceChoices choices) {
    TextField field = new TextField();
    field.setId("train-source");
    field.setPromptText("Folder or table");
    field.textProperty().bindBidirectional(source.textProperty());
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox line =
        new HBox(
            Form.name("Films _in", field),
            field,
            Parts.button(
                "choose-folder",
                "_Folder…",
                () -> choices.folder().ifPresent(path -> take(source, path.toString()))),
            Parts.button(
                "choose-table",
                "_Table…",
                () -> choices.table().ifPresent(path -> take(source, path.toString()))));
    line.getStyleClass().add("train-line");
    VBox content =
        new VBox(
            line,
            Form.text("A folder can be dropped here too.", "quiet"),
            Form.title("A folder per class"),
            Form.text(
                "The folders' names are the classes; films lie anywhere below them, in any format"
                    + " that opens. Folders train, validation and test above the classes give the"
                    + " parts.",
                "figure"),
            Form.text(FOLDERS, "example"),
            Form.title("Or a table"),
            Form.text(
                "A CSV file whose first line names the columns: file and label, and whichever of"
                    + " the others you know. Paths are relative to the table. A folder that holds"
                    + " films.csv is read by it.",
                "figure"),
            Form.text(TABLE, "example"));
    content.getStyleClass().add("train-step");
    acceptDrops(content, source);
    return new StepView(source, content, Optional.of(field));
  }

  private static void take(SourceViewModel source, String path) {
    source.textProperty().set(path);
  }

  private static void acceptDrops(Node node, SourceViewModel source) {
    node.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    node.setOnDragDropped((DragEvent event) -> drop(event, source));
  }

  private static void drop(DragEvent event, SourceViewModel source) {
    List<File> files = event.getDragboard().getFiles();
    if (!files.isEmpty()) {
      take(source, files.get(0).toString());
    }
    event.setDropCompleted(!files.isEmpty());
    event.consume();
  }
}
