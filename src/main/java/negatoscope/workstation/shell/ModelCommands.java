package negatoscope.workstation.shell;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** What can be done with models. */
final class ModelCommands {
  private ModelCommands() {}

  static List<Command> of(Commands.Windowed window) {
    return List.of(
        new Command(
            "models",
            "Models…",
            MaterialDesignB.BRAIN,
            Commands.ctrl(KeyCode.M),
            Command.ALWAYS,
            window::showModels),
        new Command(
            "compare",
            "Models side by side…",
            MaterialDesignC.COMPARE,
            Commands.ctrlShift(KeyCode.M),
            Command.ALWAYS,
            window::showComparison),
        new Command(
            "train",
            "Train from a folder…",
            MaterialDesignS.SCHOOL_OUTLINE,
            Commands.ctrl(KeyCode.T),
            Command.ALWAYS,
            window::showTrainer));
  }
}
