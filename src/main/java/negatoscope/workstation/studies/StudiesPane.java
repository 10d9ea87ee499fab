package negatoscope.workstation.studies;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The open films below their patients, studies and series. */
public final class StudiesPane extends BorderPane {
  private final StudiesViewModel studies;
  private final ListView<Row> list = new ListView<>();
  private final FilterField filter;
  private @Nullable Object current;

  /**
   * A view of the given list.
   *
   * @param showPassedOver shows which files are no films
   */
  public StudiesPane(StudiesViewModel studies, Runnable showPassedOver) {
    this.studies = studies;
    this.filter = new FilterField(studies.filterProperty(), list::requestFocus);
    getStyleClass().add("studies-pane");
    list.setId("films");
    list.setAccessibleText("Open films");
    list.getStyleClass().add("film-list");
    list.setCellFactory(view -> new RowCell(studies));
    list.setItems(studies.rows());
    list.setPlaceholder(placeholder());
    list.setContextMenu(menu());
    new RowKeys(list, studies);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> takeSelection(now));
    studies.selectedProperty().addListener((property, before, now) -> showFilm(now));
    studies
        .rows()
        .addListener((ListChangeListener<Row>) change -> Platform.runLater(this::restoreSelection));
    studies.scansProperty().addListener((property, before, now) -> bringIntoView(now.intValue()));
    showFilm(studies.selectedProperty().get());
    setTop(new VBox(title(), filter));
    setCenter(list);
    setBottom(passedOver(showPassedOver));
  }

  /** Puts the keyboard into the filter. */
  public void find() {
    filter.field().requestFocus();
    filter.field().selectAll();
  }

  private Label title() {
    Label title = new Label();
    title.setId("films-title");
    title.getStyleClass().add("pane-title");
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::titleText, studies.films(), studies.rows(), studies.filterProperty()));
    return title;
  }

  private String titleText() {
    int all = studies.films().size();
    int shown = studies.filtered();
    return all == 0
        ? "Films"
        : shown == all ? "Films (%,d)".formatted(all) : "Films (%,d of %,d)".formatted(shown, all);
  }

  private Label placeholder() {
    Label placeholder = new Label();
    placeholder.getStyleClass().add("quiet");
    placeholder
        .textProperty()
        .bind(
            Bindings.when(Bindings.isEmpty(studies.films()))
                .then("No film is open")
                .otherwise("No film is like that"));
    return placeholder;
  }

  private Hyperlink passedOver(Runnable show) {
    Hyperlink link = new Hyperlink();
    link.setId("passed-over");
    link.getStyleClass().add("passed-over");
    link.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    studies.passedOver().size() == 1
                        ? "1 file is no film"
                        : "%,d files are no films".formatted(studies.passedOver().size()),
                studies.passedOver()));
    link.visibleProperty().bind(Bindings.isNotEmpty(studies.passedOver()));
    link.managedProperty().bind(link.visibleProperty());
    link.setOnAction(
        event -> {
          link.setVisited(false);
          show.run();
        });
    return link;
  }

  private ContextMenu menu() {
    MenuItem close = new MenuItem("Close film");
    close.setOnAction(event -> studies.selected().ifPresent(studies::close));
    close.disableProperty().bind(studies.selectedProperty().isNull());
    MenuItem closeAll = new MenuItem("Close all films");
    closeAll.setOnAction(event -> studies.closeAll());
    closeAll.disableProperty().bind(Bindings.isEmpty(studies.films()));
    return new ContextMenu(close, closeAll);
  }

  /** A list view moves its selection while rows come and go; only a real choice is taken. */
  private void takeSelection(@Nullable Row chosen) {
    if (chosen == null || studies.isArranging()) {
      return;
    }
    current = chosen.key();
    OpenFilm now = studies.selectedProperty().get();
    if (chosen instanceof Row.OfFilm row && (now == null || now.first() != row.film())) {
      studies.selectedProperty().set(row.film());
    }
  }

  private void showFilm(@Nullable OpenFilm film) {
    current = film == null ? null : film.first();
    restoreSelection();
    int index = list.getSelectionModel().getSelectedIndex();
    if (index >= 0) {
      RowKeys.show(list, index);
    }
  }

  /** Selects the row that was selected before others came or went. */
  private void restoreSelection() {
    int index = indexOf(current);
    if (index < 0) {
      index = indexOf(studies.selected().map(OpenFilm::first).orElse(null));
    }
    if (index < 0) {
      list.getSelectionModel().clearSelection();
    } else if (index != list.getSelectionModel().getSelectedIndex()) {
      list.getSelectionModel().clearAndSelect(index);
      list.getFocusModel().focus(index);
    }
  }

  private int indexOf(@Nullable Object key) {
    for (int i = 0; i < studies.rows().size(); i++) {
      if (studies.rows().get(i).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /** Rows that came while a scan ran may have pushed the film on the screen out of view. */
  private void bringIntoView(int scans) {
    Platform.runLater(
        () -> {
          int index = list.getSelectionModel().getSelectedIndex();
          if (scans == 0 && index >= 0) {
            RowKeys.show(list, index);
          }
        });
  }
}
