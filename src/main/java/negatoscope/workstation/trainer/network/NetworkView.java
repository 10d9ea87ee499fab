package negatoscope.workstation.trainer.network;

import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import negatoscope.workstation.models.FileChoices;
import negatoscope.workstation.models.WeightsPane;
import negatoscope.workstation.trainer.step.Form;
import negatoscope.workstation.trainer.step.StepView;

/** The networks with the weights that are here; what is missing can be imported or fetched. */
public final class NetworkView {
  private NetworkView() {}

  /**
   * The step with its view.
   *
   * @param files asks for weight files
   */
  public static StepView of(NetworkViewModel network, FileChoices files) {
    WeightsPane list = new WeightsPane(network.weights(), files);
    VBox.setVgrow(list, Priority.ALWAYS);
    CheckBox drawn = new CheckBox("Start from dra_wn weights, not from those that are here");
    drawn.setId("drawn");
    drawn.selectedProperty().bindBidirectional(network.drawnProperty());
    VBox content =
        new VBox(
            list,
            drawn,
            Form.sentence("network-warning", network.warningProperty(), "warning-sentence"));
    content.getStyleClass().add("train-step");
    return new StepView(network, content, Optional.empty());
  }
}
