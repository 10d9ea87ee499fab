package negatoscope.workstation.batch.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.screening.worklist.ReaderAgreement;
import negatoscope.screening.worklist.ReadingOrder;
import org.jspecify.annotations.Nullable;

/** The films in the table: which are shown, in which order, and what they come to. */
public final class RowsViewModel {
  private final ObservableList<BatchRow> all = FXCollections.observableArrayList();
  private final Map<String, BatchRow> byKey = new HashMap<>();
  private final FilteredList<BatchRow> filtered = new FilteredList<>(all, RowFilter.ALL);
  private final SortedList<BatchRow> shown = new SortedList<>(filtered);
  private final ObjectProperty<RowFilter> filter = new SimpleObjectProperty<>(RowFilter.ALL);
  private final ObjectProperty<@Nullable Comparator<BatchRow>> chosen =
      new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable BatchRow> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<List<String>> classes =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<BatchTotals> totals =
      new ReadOnlyObjectWrapper<>(BatchTotals.NONE);
  private final ReadOnlyObjectWrapper<ReaderAgreement> agreement =
      new ReadOnlyObjectWrapper<>(ReaderAgreement.of(Stream.empty(), List.of()));
  private final ReadOnlyIntegerWrapper arranged = new ReadOnlyIntegerWrapper();
  private Comparator<BatchRow> listOrder = Comparator.comparing(BatchRow::key);
  private boolean arranging;

  /** No rows yet, in the order of the work list. */
  public RowsViewModel() {
    orderBy(new ReadingOrder(ReadingOrder.OVERDUE, Instant.now()));
    filter.addListener((property, before, now) -> arrange(() -> filtered.setPredicate(now)));
    chosen.addListener((property, before, now) -> arrange(this::sort));
  }

  /** All rows, in no order. */
  public ObservableList<BatchRow> all() {
    return all;
  }

  /** What the table shows, in its order. */
  public SortedList<BatchRow> shown() {
    return shown;
  }

  /** All rows as the work list has them. */
  public List<BatchRow> inListOrder() {
    return all.stream().sorted(listOrder).toList();
  }

  /** Which rows are shown. */
  public ObjectProperty<RowFilter> filterProperty() {
    return filter;
  }

  /** The order that the user chose; null for the work list's. */
  public ObjectProperty<@Nullable Comparator<BatchRow>> chosenOrderProperty() {
    return chosen;
  }

  /** The row whose film is looked at; null for none. */
  public ObjectProperty<@Nullable BatchRow> selectedProperty() {
    return selected;
  }

  /** The model's classes, in its order. */
  public ReadOnlyObjectProperty<List<String>> classesProperty() {
    return classes.getReadOnlyProperty();
  }

  /** Counts over all rows. */
  public ReadOnlyObjectProperty<BatchTotals> totalsProperty() {
    return totals.getReadOnlyProperty();
  }

  /** How far reader and model agree. */
  public ReadOnlyObjectProperty<ReaderAgreement> agreementProperty() {
    return agreement.getReadOnlyProperty();
  }

  /** Goes up whenever rows came, went or moved, after which a view finds its selection again. */
  ReadOnlyIntegerProperty arrangedProperty() {
    return arranged.getReadOnlyProperty();
  }

  /** Whether rows come and go at this moment, so that a view's selection means nothing. */
  boolean isArranging() {
    return arranging;
  }

  private void arrange(Runnable change) {
    arranging = true;
    try {
      change.run();
    } finally {
      arranging = false;
    }
    arranged.set(arranged.get() + 1);
  }

  /** In which order rows come where the user chose none. */
  public void orderBy(ReadingOrder order) {
    listOrder = (one, other) -> order.compare(one.claim(), other.claim());
    sort();
  }

  private void sort() {
    Comparator<BatchRow> by = chosen.get();
    shown.setComparator(by == null ? listOrder : by.thenComparing(listOrder));
  }

  /** Takes all rows away. */
  public void clear() {
    arrange(
        () -> {
          all.clear();
          byKey.clear();
        });
    selected.set(null);
    count();
  }

  /** Rows that have just been screened. */
  public void add(List<ScreenedFilm> films) {
    List<BatchRow> more = new ArrayList<>();
    for (ScreenedFilm film : films) {
      BatchRow row = BatchRow.unplaced(film);
      BatchRow there = byKey.putIfAbsent(row.key(), row);
      if (there == null) {
        more.add(row);
      } else {
        there.become(row);
      }
    }
    if (!films.isEmpty()) {
      arrange(() -> all.addAll(more));
      count();
    }
  }

  /**
   * The whole list, in its order.
   *
   * @param order by which it was made
   * @param only whether rows that are not in it go
   */
  public void replace(List<BatchRow> list, ReadingOrder order, boolean only) {
    List<BatchRow> rows = new ArrayList<>();
    Map<String, BatchRow> left = new HashMap<>(byKey);
    for (BatchRow film : list) {
      BatchRow row = left.remove(film.key());
      if (row == null) {
        rows.add(film);
      } else {
        row.become(film);
        rows.add(row);
      }
    }
    if (!only) {
      rows.addAll(left.values());
    }
    byKey.clear();
    rows.forEach(row -> byKey.put(row.key(), row));
    arrange(
        () -> {
          all.clear(); // the former rows need not be sorted by the new order
          orderBy(order);
          all.setAll(rows);
        });
    BatchRow now = selected.get();
    if (now != null && !byKey.containsKey(now.key())) {
      selected.set(null);
    }
    count();
  }

  /** Counts anew. */
  public void count() {
    all.stream()
        .flatMap(row -> row.answer().stream())
        .findFirst()
        .map(answer -> List.copyOf(answer.probabilities().keySet()))
        .filter(names -> !names.equals(classes.get()))
        .ifPresent(classes::set);
    totals.set(BatchTotals.of(all, classes.get()));
    agreement.set(ReaderAgreement.of(all.stream().map(row -> row.listed().row()), classes.get()));
  }

  /** Selects the row a step further, or the first one where none is selected. */
  public void step(int by) {
    if (shown.isEmpty()) {
      return;
    }
    BatchRow now = selected.get();
    int from = now == null ? -1 : shown.indexOf(now);
    int to = from < 0 ? 0 : Math.min(shown.size() - 1, Math.max(0, from + by));
    selected.set(shown.get(to));
  }
}
