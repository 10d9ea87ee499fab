package negatoscope.workstation.batch;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import negatoscope.workstation.batch.table.BatchRow;
import negatoscope.workstation.parts.Parts;
import org.jspecify.annotations.Nullable;

/** The reader's verdict and note on the selected film. */
final class ReaderBar extends HBox {
  private final BatchViewModel batch;
  private final Runnable back;
  private final HBox verdicts = Parts.line();
  private final TextField note = new TextField();
  private @Nullable BatchRow noted;
  private boolean opening;

  /**
   * A bar.
   *
   * @param back takes the keyboard after a note
   */
  ReaderBar(BatchViewModel batch, Runnable back) {
    this.batch = batch;
    this.back = back;
    getStyleClass().add("batch-foot");
    note.setId("batch-note");
    note.setPromptText("Note (N)");
    note.setPrefColumnCount(24);
    HBox.setHgrow(note, Priority.SOMETIMES);
    note.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInNote);
    note.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    note.addEventFilter(KeyEvent.KEY_RELEASED, event -> opening = false);
    note.focusedProperty().addListener((property, before, now) -> focused(now));
    Button undo = Parts.button("batch-undo", "Undo (Ctrl+Z)", batch.reader()::undo);
    undo.disableProperty().bind(batch.reader().undoableProperty().not());
    Label trouble = Parts.text("batch-not-saved", batch.reader().troubleProperty(), "error-text");
    getChildren().setAll(verdicts, note, undo, Parts.space(), trouble);
    disableProperty().bind(batch.rows().selectedProperty().isNull());
    batch.rows().classesProperty().addListener((property, before, now) -> list(now));
    batch.rows().selectedProperty().addListener((property, before, now) -> show(before, now));
    list(batch.rows().classesProperty().get());
  }

  private void list(List<String> classes) {
    verdicts.getChildren().clear();
    Label head = new Label("Verdict:");
    head.setMinWidth(USE_PREF_SIZE);
    verdicts.getChildren().add(head);
    for (int k = 0; k < classes.size(); k++) {
      int number = k;
      verdicts
          .getChildren()
          .add(
              Parts.button(
                  "batch-verdict-" + (k + 1),
                  (k + 1) + "  " + classes.get(k),
                  () -> batch.reader().decide(number)));
    }
    verdicts
        .getChildren()
        .add(Parts.button("batch-verdict-0", "0  none", () -> batch.reader().decide(-1)));
    verdicts.getChildren().forEach(node -> node.setFocusTraversable(false));
  }

  private void show(@Nullable BatchRow before, @Nullable BatchRow now) {
    if (before != null && note.isFocused()) {
      keep();
    }
    noted = now;
    note.setText(now == null ? "" : now.note());
  }

  private void focused(boolean now) {
    if (!now) {
      keep();
    }
  }

  private void keep() {
    if (noted != null) {
      batch.reader().note(noted, note.getText());
    }
  }

  /** Puts the keyboard into the note; to be called by a key, which is not typed there. */
  void note() {
    opening = true;
    note.requestFocus();
    note.end();
  }

  private void typed(KeyEvent event) {
    if (opening) {
      opening = false;
      event.consume();
    }
  }

  private void keyInNote(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      keep();
      back.run();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      note.setText(noted == null ? "" : noted.note());
      back.run();
      event.consume();
    }
  }
}
