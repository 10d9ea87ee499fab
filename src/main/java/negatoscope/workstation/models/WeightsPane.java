package negatoscope.workstation.models;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import negatoscope.library.StoredWeights;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** The weights that a training can start from, a row or more for each backbone. */
public final class WeightsPane extends BorderPane {
  private final WeightsViewModel weights;
  private final ListView<WeightRow> list = new ListView<>();
  private final VBox about = new VBox();
  private final Button download = new Button("Download…", icon(MaterialDesignD.DOWNLOAD));
  private final Button importing = new Button("Import…", icon(MaterialDesignI.IMPORT));
  private final Button remove = new Button("Delete…", icon(MaterialDesignD.DELETE_OUTLINE));

  /**
   * A view of the list.
   *
   * @param files asks for files
   */
  public WeightsPane(WeightsViewModel weights, FileChoices files) {
    this.weights = weights;
    setId("start-weights");
    getStyleClass().add("models");
    list.setId("weight-list");
    list.getStyleClass().add("film-list");
    list.setItems(weights.rows());
    list.setCellFactory(view -> new WeightCell());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null) {
                weights.selectedProperty().set(now);
              }
            });
    weights.selectedProperty().addListener((property, before, now) -> show(now));
    weights
        .rows()
        .addListener(
            (ListChangeListener<WeightRow>) change -> show(weights.selectedProperty().get()));
    weights.job().runningProperty().addListener((property, before, now) -> enable());
    about.getStyleClass().add("model-card");
    download.setId("download-weights");
    download.setOnAction(event -> askAndDownload());
    importing.setId("import-weights");
    importing.setOnAction(event -> files.weights().ifPresent(weights::importFile));
    remove.setId("delete-weights");
    remove.setOnAction(event -> askAndRemove());
    FlowPane actions = new FlowPane(download, importing, remove);
    actions.getStyleClass().add("model-actions");
    setCenter(list);
    setBottom(new VBox(about, new JobBar(weights.job()), trouble(), actions));
    getBottom().getStyleClass().add("models-foot");
    show(weights.selectedProperty().get());
  }

  /** Puts the keyboard into the list. */
  void focusList() {
    list.requestFocus();
  }

  private static Node icon(Ikon ikon) {
    return FontIcon.of(ikon, 16);
  }

  private Node trouble() {
    Label trouble = CardView.text("", "error-text");
    trouble.textProperty().bind(weights.troubleProperty());
    trouble.visibleProperty().bind(weights.troubleProperty().isNotEmpty());
    trouble.managedProperty().bind(trouble.visibleProperty());
    return trouble;
  }

  private void show(@Nullable WeightRow row) {
    if (row == null) {
      about.getChildren().clear();
    } else {
      list.getSelectionModel().select(row);
      StoredWeights stored = row.stored();
      about.getChildren().setAll(CardView.text(sentence(row, stored), "quiet"));
      if (stored != null) {
        stored
            .doubt()
            .ifPresent(doubt -> about.getChildren().add(CardView.text(doubt, "warning-sentence")));
      }
    }
    enable();
  }

  private static String sentence(WeightRow row, @Nullable StoredWeights stored) {
    return stored == null
        ? row.offer()
        : "%s\nSHA-256 %s\nLicence: %s."
            .formatted(stored.file(), stored.sha256(), stored.licence());
  }

  private void enable() {
    WeightRow row = weights.selectedProperty().get();
    boolean idle = !weights.job().runningProperty().get();
    StoredWeights stored = row == null ? null : row.stored();
    download.setDisable(!idle || row == null || (stored != null && stored.official()));
    importing.setDisable(!idle);
    remove.setDisable(!idle || stored == null);
  }

  private void askAndDownload() {
    WeightRow row = weights.selectedProperty().get();
    if (row != null && agreed("Download weights", row.offer(), "Download")) {
      weights.download();
    }
  }

  private void askAndRemove() {
    WeightRow row = weights.selectedProperty().get();
    if (row != null
        && row.stored() != null
        && agreed(
            "Delete weights",
            row.stored().name() + " is deleted for good. Models trained from it stay.",
            "Delete")) {
      weights.remove();
    }
  }

  private boolean agreed(String title, String sentence, String yes) {
    ButtonType agree = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
    Alert question = new Alert(Alert.AlertType.NONE, sentence, agree, ButtonType.CANCEL);
    Dialogs.before(getScene(), question);
    question.setTitle(title);
    // The address of published weights fits into a line.
    question.getDialogPane().setMinWidth(860);
    question.getDialogPane().setPrefWidth(860);
    return question.showAndWait().filter(agree::equals).isPresent();
  }
}
