package negatoscope.workstation.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import negatoscope.network.CamMethod;
import negatoscope.workstation.assessment.CheckState;
import negatoscope.workstation.assessment.HeatMapViewModel;
import negatoscope.workstation.studies.Answer;
import negatoscope.workstation.studies.Content;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** What the network is asked, and how its heat map is shown. */
final class NetworkCommands {
  private static final double OPACITY_STEP = 0.05;

  private NetworkCommands() {}

  static List<Command> of(WorkstationViewModel model) {
    HeatMapViewModel heatMap = model.heatMap();
    BooleanBinding answered =
        Bindings.createBooleanBinding(
            () -> model.assessment().answerProperty().getValue() instanceof Answer.Done,
            model.assessment().answerProperty());
    BooleanBinding running =
        Bindings.createBooleanBinding(
            () -> model.assessment().answerProperty().getValue() instanceof Answer.Running,
            model.assessment().answerProperty());
    BooleanBinding classifiable =
        Bindings.createBooleanBinding(
            () -> model.contentProperty().getValue() instanceof Content.Shown && !running.get(),
            model.contentProperty(),
            running);
    BooleanBinding checkable =
        Bindings.createBooleanBinding(
            () -> model.check().stateProperty().getValue() instanceof CheckState.Unchecked,
            model.check().stateProperty());
    return List.of(
        new Command(
            "classify",
            "Classify",
            MaterialDesignP.PLAY_CIRCLE_OUTLINE,
            Commands.key(KeyCode.F5),
            classifiable,
            model.assessment()::classifySelected),
        new Command(
            "cancel",
            "Cancel classification",
            MaterialDesignS.STOP_CIRCLE_OUTLINE,
            Commands.key(KeyCode.ESCAPE),
            running,
            model.assessment()::cancelSelected),
        new Command(
            "heat-map",
            "Heat map on or off",
            MaterialDesignL.LAYERS_OUTLINE,
            Commands.key(KeyCode.H),
            Command.ALWAYS,
            () -> heatMap.visibleProperty().set(!heatMap.visibleProperty().get())),
        new Command(
            "opaque",
            "Heat map more opaque",
            null,
            Commands.key(KeyCode.CLOSE_BRACKET),
            Command.ALWAYS,
            () -> heatMap.moreOpaque(OPACITY_STEP)),
        new Command(
            "clear",
            "Heat map less opaque",
            null,
            Commands.key(KeyCode.OPEN_BRACKET),
            Command.ALWAYS,
            () -> heatMap.moreOpaque(-OPACITY_STEP)),
        new Command(
            "method",
            "Other heat map method",
            null,
            Commands.key(KeyCode.M),
            Command.ALWAYS,
            () -> heatMap.methodProperty().set(other(heatMap.methodProperty().get()))),
        new Command(
            "check",
            "Check this heat map",
            null,
            Commands.key(KeyCode.K),
            checkable,
            model.check()::check),
        new Command(
            "class",
            "Heat map of the next class",
            null,
            Commands.key(KeyCode.C),
            answered,
            heatMap::nextClass));
  }

  private static CamMethod other(CamMethod method) {
    return method == CamMethod.GRADCAM ? CamMethod.HIRESCAM : CamMethod.GRADCAM;
  }
}
