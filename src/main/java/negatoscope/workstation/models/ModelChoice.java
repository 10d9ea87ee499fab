package negatoscope.workstation.models;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import negatoscope.library.card.ModelCard;
import negatoscope.task.Failure;

/** Which model is asked; while another is opened, and where it cannot be, that is said. */
public final class ModelChoice extends VBox {
  private final ModelsViewModel models;
  private final ComboBox<String> box = new ComboBox<>();
  private final Label refusal = CardView.text("", "error-text");
  private final HBox opening;
  private boolean filling;

  /** A view of the list and of the model in use. */
  public ModelChoice(ModelsViewModel models) {
    this.models = models;
    getStyleClass().add("model-view");
    box.setId("model-in-use");
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText("Model in use");
    box.setOnAction(event -> choose());
    refusal.setId("model-refusal");
    ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Button stop = new Button("Cancel");
    stop.setId("cancel-opening");
    stop.setMinWidth(USE_PREF_SIZE);
    stop.setOnAction(event -> models.inUse().stopOpening());
    opening = new HBox(bar, stop);
    opening.getStyleClass().add("running");
    getChildren().setAll(box, opening, refusal);
    models.rows().addListener((ListChangeListener<ModelRow>) change -> show());
    ModelInUse inUse = models.inUse();
    inUse.cardProperty().addListener((property, before, now) -> show());
    inUse.openingProperty().addListener((property, before, now) -> show());
    inUse.refusalProperty().addListener((property, before, now) -> show());
    show();
  }

  private void show() {
    ModelInUse inUse = models.inUse();
    ModelCard card = inUse.cardProperty().get();
    String wished = inUse.openingProperty().get();
    String shown = wished != null ? wished : card == null ? null : card.name();
    List<String> names =
        models.rows().stream().filter(row -> row.card() != null).map(ModelRow::name).toList();
    filling = true;
    try {
      if (!box.getItems().equals(names)) {
        box.getItems().setAll(names);
      }
      box.setValue(shown);
    } finally {
      filling = false;
    }
    visible(opening, wished != null);
    Failure failure = inUse.refusalProperty().get();
    refusal.setText(
        failure == null
            ? ""
            : failure.getMessage() + (card == null ? "" : " " + card.name() + " stays in use."));
    visible(refusal, failure != null);
  }

  private void choose() {
    String name = box.getValue();
    if (!filling && name != null) {
      models.inUse().choose(name);
    }
  }

  private static void visible(javafx.scene.Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
