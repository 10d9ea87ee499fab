package negatoscope.workstation.studies;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import negatoscope.intake.PassedOver;

/** The files that were found beside the films, with the reasons why they are none; copyable. */
public final class PassedOverView extends BorderPane {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final TableView<PassedOver> table = new TableView<>();

  /** A view that follows the list. */
  public PassedOverView(ObservableList<PassedOver> files) {
    setId("passed-over-files");
    getStyleClass().add("passed-over-files");
    table.setItems(files);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(column("Reason", 130, file -> file.reason().name()));
    table.getColumns().add(column("What it is", 380, PassedOver::sentence));
    table.getColumns().add(column("File", 330, file -> file.file().toString()));
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event)) {
            copy(table.getSelectionModel().getSelectedItems());
            event.consume();
          }
        });
    Button copyAll = new Button("Copy all");
    copyAll.setId("copy-passed-over");
    copyAll.setOnAction(event -> copy(files));
    Label why = new Label("These files lie beside the films and were passed over.");
    why.getStyleClass().add("quiet");
    HBox foot = new HBox(copyAll);
    foot.getStyleClass().add("passed-over-foot");
    setTop(why);
    setCenter(table);
    setBottom(foot);
  }

  private static TableColumn<PassedOver, String> column(
      String title, double width, Function<PassedOver, String> text) {
    TableColumn<PassedOver, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setCellFactory(
        whole ->
            new TableCell<>() {
              @Override
              protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? null : item);
                setTooltip(empty || item == null ? null : new Tooltip(item));
              }
            });
    return column;
  }

  private static void copy(List<PassedOver> files) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text(files));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** A line for each file: reason, path and sentence, between tabs. */
  static String text(List<PassedOver> files) {
    return files.stream()
        .map(
            file ->
                String.join("\t", file.reason().name(), file.file().toString(), file.sentence()))
        .collect(Collectors.joining("\n"));
  }
}
