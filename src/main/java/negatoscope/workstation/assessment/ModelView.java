package negatoscope.workstation.assessment;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import negatoscope.library.card.ModelCard;
import negatoscope.task.Failure;
import negatoscope.workstation.models.CardView;

/** The card of the model in use, or why there is none. */
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
      getChildren().add(new CardView(card, false));
    } else if (failure != null) {
      getChildren().add(text(failure.code() + ": " + failure.getMessage(), "error-text"));
    } else {
      getChildren().add(text("Reading the model's card…", "quiet"));
    }
    getChildren().add(text("Research use only. Not for diagnosis.", "research-only"));
  }

  private static Label text(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    return label;
  }
}
