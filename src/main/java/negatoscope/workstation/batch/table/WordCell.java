package negatoscope.workstation.batch.table;

import java.util.function.Function;
import javafx.scene.control.OverrunStyle;
import org.jspecify.annotations.Nullable;

/** A text; of a film without an answer it is marked. */
final class WordCell extends RowCell {
  private final Function<BatchRow, String> text;

  WordCell(Function<BatchRow, String> text) {
    this.text = text;
    setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
  }

  @Override
  void show(@Nullable BatchRow row) {
    setText(row == null ? null : text.apply(row));
    getStyleClass().remove("unanswered");
    if (row != null && row.answer().isEmpty()) {
      getStyleClass().add("unanswered");
    }
  }
}
