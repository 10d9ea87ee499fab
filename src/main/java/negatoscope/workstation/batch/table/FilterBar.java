package negatoscope.workstation.batch.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import negatoscope.workstation.parts.Parts;

/** Which rows are shown, and exporting them. */
public final class FilterBar extends HBox {
  private static final String ANY = "All classes";

  private final RowsViewModel rows;
  private final TextField search = new TextField();
  private final ChoiceBox<String> classes = new ChoiceBox<>();
  private final ToggleButton warned = toggle("batch-warned", "Warning", "Films with a warning");
  private final ToggleButton unanswered =
      toggle("batch-unanswered", "No answer", "Films that were refused or could not be read");
  private final ToggleButton unread = toggle("batch-unread", "Unread", "Films without a verdict");
  private final ToggleButton disagreeing =
      toggle(
          "batch-disagree", "Disagree", "Films where reader, or a second model, and model differ");

  /** Whose rows are exported. */
  public enum Which {
    ALL("All rows…"),
    SHOWN("Rows shown…"),
    SELECTED("Selection…");

    private final String title;

    Which(String title) {
      this.title = title;
    }
  }

  /**
   * A bar.
   *
   * @param export asked to write rows
   */
  public FilterBar(RowsViewModel rows, Consumer<Which> export) {
    this.rows = rows;
    getStyleClass().add("batch-filter");
    search.setId("batch-search");
    search.setPromptText("Search (Ctrl+F)");
    search.setPrefColumnCount(14);
    classes.setId("batch-class");
    classes.setPrefWidth(150);
    InvalidationListener filter = observable -> filter();
    search.textProperty().addListener(filter);
    classes.valueProperty().addListener(filter);
    for (ToggleButton button : List.of(warned, unanswered, unread, disagreeing)) {
      button.selectedProperty().addListener(filter);
    }
    rows.classesProperty().addListener((property, before, now) -> list(now));
    list(rows.classesProperty().get());
    Label count = new Label();
    count.setId("batch-count");
    count.getStyleClass().add("quiet");
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    String.format(
                        Locale.ROOT, "%,d of %,d", rows.shown().size(), rows.all().size()),
                rows.arrangedProperty()));
    MenuButton exports = new MenuButton("Export");
    exports.setId("batch-export");
    for (Which which : Which.values()) {
      MenuItem item = new MenuItem(which.title);
      item.setId("batch-export-" + which.name().toLowerCase(Locale.ROOT));
      item.setOnAction(event -> export.accept(which));
      exports.getItems().add(item);
    }
    getChildren()
        .setAll(
            search,
            classes,
            warned,
            unanswered,
            unread,
            disagreeing,
            count,
            Parts.space(),
            exports);
    getChildren().forEach(node -> ((javafx.scene.layout.Region) node).setMinWidth(USE_PREF_SIZE));
  }

  private static ToggleButton toggle(String id, String text, String tip) {
    ToggleButton button = new ToggleButton(text);
    button.setId(id);
    button.setTooltip(new Tooltip(tip));
    return button;
  }

  private void list(List<String> names) {
    List<String> choices = new ArrayList<>(List.of(ANY));
    choices.addAll(names);
    classes.getItems().setAll(choices);
    classes.setValue(ANY);
  }

  /** Puts the keyboard into the search. */
  public void find() {
    search.requestFocus();
    search.selectAll();
  }

  private void filter() {
    String name = classes.getValue();
    rows.filterProperty()
        .set(
            new RowFilter(
                name == null || name.equals(ANY) ? "" : name,
                warned.isSelected(),
                unanswered.isSelected(),
                unread.isSelected(),
                disagreeing.isSelected(),
                search.getText()));
  }
}
