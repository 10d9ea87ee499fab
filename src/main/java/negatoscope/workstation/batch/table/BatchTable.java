package negatoscope.workstation.batch.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import negatoscope.screening.worklist.ListedFilm;
import negatoscope.workstation.settings.Settings.ScreeningSettings;
import org.jspecify.annotations.Nullable;

/** The films in a table, of which only the rows that are seen exist. */
public final class BatchTable extends TableView<BatchRow> {
  private static final double ROW = 54;

  private final RowsViewModel rows;
  private final Thumbnails thumbnails;
  private final ColumnMemory memory;
  private final Map<TableColumn<BatchRow, ?>, Column> columns = new HashMap<>();
  private boolean building;

  /** A table of rows, with their small pictures. */
  public BatchTable(RowsViewModel rows, Thumbnails thumbnails, ColumnMemory memory) {
    this.rows = rows;
    this.thumbnails = thumbnails;
    this.memory = memory;
    setId("batch-table");
    getStyleClass().add("batch-table");
    setFixedCellSize(ROW);
    setTableMenuButtonVisible(true);
    Label nothing = new Label("Choose a folder of films, or drop one here.\nResearch use only.");
    nothing.getStyleClass().add("quiet");
    setPlaceholder(nothing);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setSortPolicy(table -> sortRows());
    build();
    setItems(rows.shown());
    rows.classesProperty().addListener((property, before, now) -> build());
    getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> selected(now));
    rows.selectedProperty().addListener((property, before, now) -> findSelection());
    rows.arrangedProperty().addListener(observable -> findSelection());
    getVisibleLeafColumns().addListener((InvalidationListener) observable -> keepColumns());
  }

  private boolean sortRows() {
    Comparator<BatchRow> by = null;
    for (TableColumn<BatchRow, ?> sorted : getSortOrder()) {
      Column column = columns.get(sorted);
      if (column != null) {
        Comparator<BatchRow> next =
            sorted.getSortType() == TableColumn.SortType.DESCENDING
                ? column.by().reversed()
                : column.by();
        by = by == null ? next : by.thenComparing(next);
      }
    }
    rows.chosenOrderProperty().set(by);
    return true;
  }

  private void selected(@Nullable BatchRow now) {
    if (!rows.isArranging() && now != null) {
      rows.selectedProperty().set(now);
    }
  }

  /** The selection follows its film, wherever rows come or go. */
  @SuppressWarnings("ReferenceEquality") // a row is the same object for as long as it is there
  private void findSelection() {
    BatchRow wanted = rows.selectedProperty().get();
    if (wanted == null) {
      getSelectionModel().clearSelection();
    } else if (getSelectionModel().getSelectedItem() != wanted
        || !getSelectionModel().isSelected(getSelectionModel().getSelectedIndex())) {
      int index = getItems().indexOf(wanted);
      if (index < 0) {
        getSelectionModel().clearSelection();
      } else {
        getSelectionModel().clearAndSelect(index);
        getFocusModel().focus(index);
        bringIntoView(index);
      }
    }
  }

  private void bringIntoView(int index) {
    int visible = Math.max(1, (int) ((getHeight() - ROW) / ROW));
    scrollTo(Math.max(0, index - visible / 2));
  }

  private void build() {
    building = true;
    try {
      columns.clear();
      List<TableColumn<BatchRow, ListedFilm>> made = new ArrayList<>();
      ScreeningSettings kept = memory.columns();
      List<Column> wanted = new ArrayList<>(Column.of(rows.classesProperty().get()));
      List<String> order = kept.order();
      // A column that was not there when the order was kept stays behind the one before it.
      Map<String, Integer> place = new HashMap<>();
      int last = -1;
      for (Column column : wanted) {
        last = order.contains(column.id()) ? order.indexOf(column.id()) : last;
        place.put(column.id(), last);
      }
      wanted.sort(Comparator.comparing(column -> place.get(column.id())));
      Set<String> hidden = order.isEmpty() ? Column.AT_FIRST_HIDDEN : Set.copyOf(kept.hidden());
      for (Column column : wanted) {
        TableColumn<BatchRow, ListedFilm> one = column(column);
        one.setVisible(!hidden.contains(column.id()));
        columns.put(one, column);
        made.add(one);
      }
      getColumns().setAll(made);
    } finally {
      building = false;
    }
  }

  private TableColumn<BatchRow, ListedFilm> column(Column column) {
    TableColumn<BatchRow, ListedFilm> made = new TableColumn<>(column.title());
    made.setId(column.id());
    made.setPrefWidth(column.width());
    made.setCellValueFactory(features -> features.getValue().listedProperty());
    if (column.id().equals(Column.THUMBNAIL)) {
      made.setCellFactory(any -> new ThumbnailCell(thumbnails));
      made.setSortable(false);
    } else if (column.id().startsWith(Column.PROBABILITY)) {
      String name = column.id().substring(Column.PROBABILITY.length());
      made.setCellFactory(any -> new ProbabilityCell(name, column.text()));
    } else {
      made.setCellFactory(any -> new WordCell(column.text()));
    }
    return made;
  }

  private void keepColumns() {
    if (building) {
      return;
    }
    ObservableList<TableColumn<BatchRow, ?>> now = getColumns();
    memory.keep(
        new ScreeningSettings(
            now.stream().map(TableColumn::getId).toList(),
            now.stream()
                .filter(column -> !column.isVisible())
                .map(TableColumn::getId)
                .collect(Collectors.toList())));
  }
}
