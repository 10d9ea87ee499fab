package negatoscope.workstation.studies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.ModifiableObservableListBase;

/** The rows as a list view wants them: what did not change is left alone, so nothing jumps. */
final class RowList extends ModifiableObservableListBase<Row> {
  private final List<Row> rows = new ArrayList<>();

  /** Turns into the given rows, as one change. */
  void become(List<Row> wanted) {
    beginChange();
    try {
      Set<Object> kept = new HashSet<>();
      wanted.forEach(row -> kept.add(row.key()));
      for (int i = size() - 1; i >= 0; i--) {
        if (!kept.contains(get(i).key())) {
          remove(i);
        }
      }
      for (int i = 0; i < wanted.size(); i++) {
        Row row = wanted.get(i);
        if (i >= size() || !get(i).key().equals(row.key())) {
          add(i, row);
        } else if (!get(i).equals(row)) {
          set(i, row);
        }
      }
      while (size() > wanted.size()) {
        remove(size() - 1);
      }
    } finally {
      endChange();
    }
  }

  @Override
  public Row get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  protected void doAdd(int index, Row row) {
    rows.add(index, row);
  }

  @Override
  protected Row doSet(int index, Row row) {
    return rows.set(index, row);
  }

  @Override
  protected Row doRemove(int index) {
    return rows.remove(index);
  }
}
