package negatoscope.workstation.trainer.results;

import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import negatoscope.workstation.models.JobBar;
import negatoscope.workstation.trainer.step.Form;
import negatoscope.workstation.trainer.step.StepView;

/** The model's name, and whether it is used at once. */
public final class NameView {
  private NameView() {}

  /**
   * The step with its view.
   *
   * @param results whose thresholds and report are saved too
   */
  public static StepView of(NameViewModel model, ResultsViewModel results) {
    TextField name = new TextField();
    name.setId("model-name");
    name.setPrefColumnCount(32);
    name.textProperty().bindBidirectional(model.nameProperty());
    HBox line = new HBox(Form.name("Na_me", name), name);
    line.getStyleClass().add("train-line");
    CheckBox use = new CheckBox("Use it at _once: it is asked about the film in the main window");
    use.setId("use-at-once");
    use.selectedProperty().bindBidirectional(model.useProperty());
    VBox content =
        new VBox(
            line,
            Form.text(
                "Letters, digits, hyphens, underscores and full stops within; at most 64"
                    + " characters.",
                "quiet"),
            use,
            Form.sentence("name-thresholds", results.thresholds().summaryProperty(), "figure"),
            Form.text(
                "The model's card says what it learned from, how good it is and what it must not be"
                    + " used for. Research use only.",
                "quiet"),
            new JobBar(results.report().job()),
            new JobBar(model.job()));
    content.getStyleClass().add("train-step");
    return new StepView(model, content, Optional.of(name));
  }
}
