package negatoscope.workstation.assessment;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import negatoscope.library.ModelCard;
import negatoscope.task.Failure;
import negatoscope.workstation.models.CardFigures;
import org.jspecify.annotations.Nullable;

/** The model's name, its figures with the honest ones beside the others, and its limits. */
public final class ModelView extends VBox {
  /** A view of the card that the assessment reads. */
  public ModelView(AssessmentViewModel assessment) {
    setId("model");
    getStyleClass().add("model-view");
    assessment.cardProperty().addListener((property, before, now) -> show(assessment));
    assessment.cardFailureProperty().addListener((property, before, now) -> show(assessment));
    show(assessment);
  }

  private void show(AssessmentViewModel assessment) {
    ModelCard card = assessment.cardProperty().get();
    Failure failure = assessment.cardFailureProperty().get();
    getChildren().clear();
    if (card != null) {
      getChildren().addAll(text(card.name(), "model-name"), figures(card));
      card.limits().forEach(limit -> getChildren().add(text(limit, "quiet")));
    } else if (failure != null) {
      getChildren().add(text(failure.code() + ": " + failure.getMessage(), "error-text"));
    } else {
      getChildren().add(text("Reading the model's card…", "quiet"));
    }
    getChildren().add(text("Research use only. Not for diagnosis.", "research-only"));
  }

  private static Node figures(ModelCard card) {
    CardFigures figures = CardFigures.of(card);
    if (figures.rows().isEmpty()) {
      return text(
          "This model was never tested on films it did not learn from.", "warning-sentence");
    }
    GridPane grid = new GridPane();
    grid.getStyleClass().add("figures");
    ColumnConstraints label = new ColumnConstraints();
    label.setHgrow(Priority.ALWAYS);
    ColumnConstraints value = new ColumnConstraints();
    value.setMinWidth(USE_PREF_SIZE);
    grid.getColumnConstraints().setAll(label, value);
    for (CardFigures.Row row : figures.rows()) {
      Label name = text(row.label(), row.honest() ? "figure-honest" : "figure");
      Label number = text(row.value(), row.honest() ? "figure-honest" : "figure");
      number.setWrapText(false);
      number.setMinWidth(USE_PREF_SIZE);
      grid.addRow(grid.getRowCount(), name, number);
    }
    return grid;
  }

  private static Label text(@Nullable String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    return label;
  }
}
