package negatoscope.workstation.batch.table;

import javafx.scene.control.TableCell;
import negatoscope.screening.worklist.ListedFilm;
import org.jspecify.annotations.Nullable;

/** A cell that shows something of its row, and is told again when the row's content changes. */
abstract class RowCell extends TableCell<BatchRow, ListedFilm> {
  @Override
  protected final void updateItem(@Nullable ListedFilm item, boolean empty) {
    super.updateItem(item, empty);
    int index = getIndex();
    boolean there =
        !empty && item != null && index >= 0 && index < getTableView().getItems().size();
    show(there ? getTableView().getItems().get(index) : null);
  }

  /** Shows a row, or nothing. */
  abstract void show(@Nullable BatchRow row);
}
