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
    studies.selectedProperty().addListener((property, before, now) -> showSelection(true));
    studies
        .rows()
        .addListener(
            (ListChangeListener<Row>) change -> Platform.runLater(() -> showSelection(false)));
    showSelection(true);
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

  /** A list view clears and moves its selection while rows go; only a real choice is taken. */
  private void takeSelection(@Nullable Row chosen) {
    OpenFilm now = studies.selectedProperty().get();
    if (chosen instanceof Row.OfFilm row
        && studies.rows().contains(row)
        && (now == null || now.first() != row.film())) {
      studies.selectedProperty().set(row.film());
    }
  }

  /**
   * Selects the row of the film on the screen.
   *
   * @param always or only where no other row is selected, as a heading may be
   */
  private void showSelection(boolean always) {
    OpenFilm film = studies.selectedProperty().get();
    Row selected = list.getSelectionModel().getSelectedItem();
    if (film == null) {
      list.getSelectionModel().clearSelection();
      return;
    }
    Row wanted = new Row.OfFilm(film.first());
    boolean heading = selected instanceof Row.Heading && studies.rows().contains(selected);
    if (wanted.equals(selected) || (heading && !always)) {
      return;
    }
    int index = studies.rows().indexOf(wanted);
    if (index >= 0) {
      list.getSelectionModel().clearAndSelect(index);
      list.getFocusModel().focus(index);
      if (always) {
        RowKeys.show(list, index);
      }
    }
  }
}
