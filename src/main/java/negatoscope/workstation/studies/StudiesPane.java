package negatoscope.workstation.studies;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;

/** The open films as thumbnails, one below the other. */
public final class StudiesPane extends BorderPane {
  private final StudiesViewModel studies;
  private final ListView<OpenFilm> list = new ListView<>();

  /** A view of the given list. */
  public StudiesPane(StudiesViewModel studies) {
    this.studies = studies;
    getStyleClass().add("studies-pane");
    list.setId("films");
    list.setAccessibleText("Open films");
    list.getStyleClass().add("film-list");
    list.setCellFactory(view -> new FilmCell());
    list.setItems(studies.films());
    list.setPlaceholder(placeholder());
    list.setContextMenu(menu());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> takeSelection(now));
    studies.selectedProperty().addListener((property, before, now) -> showSelection(now));
    studies
        .films()
        .addListener(
            (ListChangeListener<OpenFilm>)
                change -> showSelection(studies.selectedProperty().get()));
    showSelection(studies.selectedProperty().get());
    setTop(title());
    setCenter(list);
  }

  private Label title() {
    Label title = new Label();
    title.getStyleClass().add("pane-title");
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    studies.films().isEmpty() ? "Films" : "Films (" + studies.films().size() + ")",
                studies.films()));
    return title;
  }

  private static Label placeholder() {
    Label placeholder = new Label("No film is open");
    placeholder.getStyleClass().add("quiet");
    return placeholder;
  }

  private ContextMenu menu() {
    MenuItem close = new MenuItem("Close film");
    close.setOnAction(event -> studies.selected().ifPresent(studies::close));
    close.disableProperty().bind(studies.selectedProperty().isNull());
    MenuItem closeAll = new MenuItem("Close all films");
    closeAll.setOnAction(event -> studies.closeAll());
    closeAll.disableProperty().bind(studies.selectedProperty().isNull());
    return new ContextMenu(close, closeAll);
  }

  /** A list view clears and moves its selection while items go; only a real choice is taken. */
  private void takeSelection(@org.jspecify.annotations.Nullable OpenFilm chosen) {
    OpenFilm now = studies.selectedProperty().get();
    boolean shown = now != null && now.first() == chosen;
    if (chosen != null && !shown && studies.films().contains(chosen)) {
      studies.selectedProperty().set(chosen);
    }
  }

  private void showSelection(@org.jspecify.annotations.Nullable OpenFilm film) {
    if (film == null) {
      list.getSelectionModel().clearSelection();
      return;
    }
    int index = studies.films().indexOf(film.first());
    if (index >= 0 && list.getSelectionModel().getSelectedItem() != film.first()) {
      list.getSelectionModel().clearAndSelect(index);
      list.getFocusModel().focus(index);
      list.scrollTo(Math.max(0, index - 1));
    }
  }
}
