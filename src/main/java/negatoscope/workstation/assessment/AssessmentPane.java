package negatoscope.workstation.assessment;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import negatoscope.workstation.models.ModelChoice;
import negatoscope.workstation.models.ModelsViewModel;

/** The right side of the window. */
public final class AssessmentPane extends ScrollPane {
  /** A view of the view models. */
  public AssessmentPane(
      AssessmentViewModel assessment,
      HeatMapViewModel heatMap,
      ExplanationCheckViewModel check,
      ModelsViewModel models) {
    getStyleClass().add("assessment-pane");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    VBox sections =
        new VBox(
            section("Assessment", new AnswerView(assessment)),
            section("Heat map", new HeatMapControls(heatMap, assessment, check)),
            section("Model", new VBox(8, new ModelChoice(models), new ModelView(assessment))));
    sections.getStyleClass().add("sections");
    setContent(sections);
  }

  private static Node section(String title, Node content) {
    Label head = new Label(title);
    head.getStyleClass().add("pane-title");
    VBox section = new VBox(head, content);
    section.getStyleClass().add("section");
    return section;
  }
}
