package negatoscope.workstation.trainer.network;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import negatoscope.workstation.models.FileChoices;
import negatoscope.workstation.models.WeightsPane;
import negatoscope.workstation.parts.Parts;
import negatoscope.workstation.trainer.step.Form;
import negatoscope.workstation.trainer.step.StepView;
import org.jspecify.annotations.Nullable;

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
    drawn.disableProperty().bind(network.models().selectedProperty().isNotNull());
    VBox content =
        new VBox(
            list,
            models(network.models()),
            drawn,
            Form.sentence("network-warning", network.warningProperty(), "warning-sentence"));
    content.getStyleClass().add("train-step");
    return new StepView(network, content, Optional.empty());
  }

  private static Node models(StartModels models) {
    ComboBox<StartModels.Choice> choice = new ComboBox<>(models.list());
    choice.setId("start-model");
    choice.setConverter(new Names());
    choice.setPromptText("the weights that are selected above");
    choice.setPrefWidth(320);
    choice.valueProperty().bindBidirectional(models.selectedProperty());
    choice.disableProperty().bind(Bindings.isEmpty(models.list()));
    Button none = Parts.button("no-start-model", "None", () -> models.selectedProperty().set(null));
    none.disableProperty().bind(models.selectedProperty().isNull());
    HBox line = new HBox(Form.name("Or from a model of the library", choice), choice, none);
    line.getStyleClass().add("train-line");
    return new VBox(4, line, Form.sentence("models-without", models.withoutProperty(), "quiet"));
  }

  private static final class Names extends StringConverter<StartModels.Choice> {
    @Override
    public String toString(StartModels.@Nullable Choice choice) {
      return choice == null ? "" : choice.sentence();
    }

    @Override
    public StartModels.@Nullable Choice fromString(String text) {
      return null;
    }
  }
}
