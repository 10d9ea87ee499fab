package negatoscope.workstation.models;

import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import negatoscope.library.Library;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/** The models at hand: the list, the card of the selected one, and what can be done with it. */
public final class ModelsPane extends BorderPane {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

  private final ModelsViewModel models;
  private final ListView<ModelRow> list = new ListView<>();
  private final VBox card = new VBox();
  private final ModelActions actions;
  private boolean following;

  /**
   * A view of the list.
   *
   * @param files asks for files and folders
   * @param compare shows models side by side
   * @param train trains a new one
   */
  public ModelsPane(ModelsViewModel models, FileChoices files, Runnable compare, Runnable train) {
    this.models = models;
    this.actions = new ModelActions(models, files, compare, train);
    setId("models");
    getStyleClass().add("models");
    list.setId("model-list");
    list.getStyleClass().add("film-list");
    list.setItems(models.rows());
    list.setCellFactory(view -> new ModelCell(models));
    list.setPlaceholder(CardView.text("There is no model here yet. Import or train one.", "quiet"));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> selectedByUser(now));
    models.selectedProperty().addListener((property, before, now) -> show(now));
    models
        .rows()
        .addListener(
            (ListChangeListener<ModelRow>) change -> show(models.selectedProperty().get()));
    models.inUse().cardProperty().addListener((property, before, now) -> list.refresh());
    card.getStyleClass().add("model-card");
    ScrollPane scrolled = new ScrollPane(card);
    scrolled.setFitToWidth(true);
    scrolled.setFocusTraversable(false);
    SplitPane.setResizableWithParent(list, false);
    SplitPane split = new SplitPane(list, scrolled);
    split.setDividerPositions(0.44);
    setCenter(split);
    Label drop = CardView.text("Drop a model's folder or ZIP here to import it.", "quiet");
    setBottom(
        new VBox(
            undoBar(),
            new JobBar(models.job()),
            trouble("models-trouble", models.troubleProperty()),
            trouble("default-trouble", models.defaultTroubleProperty()),
            actions,
            drop));
    getBottom().getStyleClass().add("models-foot");
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    setOnDragOver(this::offerDrop);
    setOnDragDropped(this::drop);
    show(models.selectedProperty().get());
  }

  /** Puts the keyboard into the list. */
  void focusList() {
    list.requestFocus();
  }

  private void selectedByUser(@Nullable ModelRow row) {
    if (!following && row != null) {
      models.selectedProperty().set(row);
    }
  }

  private void show(@Nullable ModelRow row) {
    following = true;
    try {
      if (row == null) {
        list.getSelectionModel().clearSelection();
      } else {
        list.getSelectionModel().select(row);
      }
    } finally {
      following = false;
    }
    card.getChildren().clear();
    if (row != null && row.card() != null) {
      card.getChildren().add(new CardView(row.card(), true));
    } else if (row != null && row.damage() != null) {
      Failure damage = row.damage();
      card.getChildren()
          .setAll(
              CardView.text(row.name(), "model-name"),
              CardView.text(damage.code().name(), "error-code"),
              CardView.text(damage.sentence(), "figure"),
              CardView.text(damage.advice(), "quiet"));
    }
  }

  private void key(KeyEvent event) {
    ModelRow row = models.selectedProperty().get();
    if (event.getCode() == KeyCode.ENTER) {
      models.use();
    } else if (event.getCode() == KeyCode.F2) {
      actions.rename();
    } else if (event.getCode() == KeyCode.DELETE && row != null && !row.bundled()) {
      models.remove();
    } else if (UNDO.match(event)) {
      models.undo();
    } else {
      return;
    }
    event.consume();
  }

  private Node undoBar() {
    Label removed = new Label();
    removed
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  var gone = models.removalProperty().get();
                  return gone == null
                      ? ""
                      : "%s was removed. For %d days it can be brought back."
                          .formatted(gone.name(), Library.KEPT_DAYS);
                },
                models.removalProperty()));
    removed.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(removed, Priority.ALWAYS);
    removed.setId("removed");
    removed.setWrapText(true);
    Button undo = new Button("Undo");
    undo.setMinWidth(USE_PREF_SIZE);
    undo.setId("undo-removal");
    undo.setOnAction(event -> models.undo());
    undo.disableProperty().bind(models.job().runningProperty());
    HBox bar = new HBox(removed, undo);
    bar.getStyleClass().add("undo-bar");
    bar.visibleProperty().bind(models.removalProperty().isNotNull());
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private static Node trouble(String id, ReadOnlyStringProperty sentence) {
    Label trouble = CardView.text("", "error-text");
    trouble.setId(id);
    trouble.textProperty().bind(sentence);
    trouble.visibleProperty().bind(sentence.isNotEmpty());
    trouble.managedProperty().bind(trouble.visibleProperty());
    return trouble;
  }

  private void offerDrop(DragEvent event) {
    if (event.getDragboard().hasFiles() && !models.job().runningProperty().get()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void drop(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    models.importModels(files.stream().map(File::toPath).toList());
    event.setDropCompleted(!files.isEmpty());
    event.consume();
  }
}
