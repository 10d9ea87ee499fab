package negatoscope.workstation.attributes;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The table: search above, the selected value at length below. */
public final class AttributesPane extends BorderPane {
  private static final PseudoClass BESIDE = PseudoClass.getPseudoClass("beside");
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private final AttributesViewModel model;
  private final TextField search = new TextField();
  private final TreeTableView<AttributeSearch.Shown> table = new TreeTableView<>();
  private final ValueView value = new ValueView();

  /** A table of the given model. */
  public AttributesPane(AttributesViewModel model) {
    this.model = model;
    setId("attributes");
    getStyleClass().add("attributes");
    setTop(head());
    table();
    SplitPane parts = new SplitPane(table, value);
    parts.setOrientation(Orientation.VERTICAL);
    parts.setDividerPositions(0.78);
    SplitPane.setResizableWithParent(value, false);
    setCenter(parts);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.foundProperty().addListener((property, before, now) -> show(now));
    show(model.foundProperty().get());
  }

  private HBox head() {
    search.setId("attribute-search");
    search.setPromptText("Search tag, name or value");
    search.setPrefColumnCount(26);
    search.textProperty().bindBidirectional(model.searchProperty());
    Label summary = new Label();
    summary.setId("attribute-summary");
    summary.getStyleClass().add("quiet");
    summary.setMaxWidth(Double.MAX_VALUE);
    summary.textProperty().bind(model.summaryProperty());
    HBox.setHgrow(summary, Priority.ALWAYS);
    Button copy = new Button("Copy all");
    copy.setId("copy-attributes");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setOnAction(event -> copy(model.allText()));
    copy.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.foundProperty().get().rows().isEmpty(), model.foundProperty()));
    HBox head = new HBox(search, summary, copy);
    head.getStyleClass().add("attributes-head");
    return head;
  }

  private void table() {
    table.setId("attribute-table");
    table.setShowRoot(false);
    table.getStyleClass().add("dense");
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    Label nothing = new Label();
    nothing.getStyleClass().add("quiet");
    nothing.textProperty().bind(model.summaryProperty());
    table.setPlaceholder(nothing);
    table.getColumns().add(column("Tag", 160, AttributeRow::tag));
    table.getColumns().add(column("VR", 44, AttributeRow::vr));
    table.getColumns().add(column("Name", 240, AttributeRow::name));
    table.getColumns().add(column("Bytes", 64, AttributeRow::length));
    table.getColumns().add(column("VM", 48, AttributeRow::multiplicity));
    table.getColumns().add(column("Value", 360, AttributeRow::value));
    table.setRowFactory(view -> new Row());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> value.show(now == null ? null : row(now)));
    MenuItem rows = new MenuItem("Copy row");
    rows.setOnAction(event -> copy(selectedLines()));
    MenuItem one = new MenuItem("Copy value");
    one.setOnAction(event -> copy(value.text()));
    MenuItem all = new MenuItem("Copy all as text");
    all.setOnAction(event -> copy(model.allText()));
    table.setContextMenu(new ContextMenu(rows, one, all));
  }

  private static TreeTableColumn<AttributeSearch.Shown, String> column(
      String title, double width, Function<AttributeRow, String> text) {
    TreeTableColumn<AttributeSearch.Shown, String> column = new TreeTableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(
        cell -> new ReadOnlyStringWrapper(text.apply(row(cell.getValue()))).getReadOnlyProperty());
    return column;
  }

  private static AttributeRow row(TreeItem<AttributeSearch.Shown> item) {
    return item.getValue().row();
  }

  /** Rows that stand there only for what is below or above them are paler. */
  private static final class Row extends TreeTableRow<AttributeSearch.Shown> {
    @Override
    protected void updateItem(AttributeSearch.@Nullable Shown item, boolean empty) {
      super.updateItem(item, empty);
      pseudoClassStateChanged(BESIDE, item != null && !item.hit());
    }
  }

  private void show(AttributeSearch found) {
    TreeItem<AttributeSearch.Shown> selected = table.getSelectionModel().getSelectedItem();
    String tag = selected == null ? "" : row(selected).tag() + row(selected).name();
    TreeItem<AttributeSearch.Shown> root = new TreeItem<>();
    root.getChildren().setAll(items(found.rows()));
    root.setExpanded(true);
    table.getSelectionModel().clearSelection();
    table.setRoot(root);
    for (TreeItem<AttributeSearch.Shown> item : root.getChildren()) {
      if (tag.equals(row(item).tag() + row(item).name())) {
        table.getSelectionModel().select(item);
        return;
      }
    }
  }

  private static List<TreeItem<AttributeSearch.Shown>> items(List<AttributeSearch.Shown> rows) {
    return rows.stream()
        .map(
            shown -> {
              TreeItem<AttributeSearch.Shown> item = new TreeItem<>(shown);
              item.getChildren().setAll(items(shown.children()));
              item.setExpanded(shown.open() || shown.row().isItem());
              return item;
            })
        .toList();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
      search.clear();
      event.consume();
    } else if (FIND.match(event)) {
      search.requestFocus();
      search.selectAll();
      event.consume();
    } else if (COPY.match(event) && table.isFocused()) {
      copy(selectedLines());
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN && search.isFocused()) {
      table.requestFocus();
      if (table.getSelectionModel().isEmpty()) {
        table.getSelectionModel().selectFirst();
      }
      event.consume();
    }
  }

  private String selectedLines() {
    return table.getSelectionModel().getSelectedItems().stream()
        .map(item -> row(item).line())
        .collect(Collectors.joining("\n"));
  }

  private static void copy(String text) {
    if (!text.isEmpty()) {
      ClipboardContent content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
    }
  }
}
