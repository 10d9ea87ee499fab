package negatoscope.workstation.shell;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import negatoscope.workstation.studies.Answer;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** Opening, keeping and closing. */
final class FileCommands {
  private FileCommands() {}

  static List<Command> of(WorkstationViewModel model, Commands.Windowed window) {
    ObservableBooleanValue open = model.studies().selectedProperty().isNotNull();
    BooleanBinding answered =
        Bindings.createBooleanBinding(
            () -> model.assessment().answerProperty().getValue() instanceof Answer.Done,
            model.assessment().answerProperty());
    return List.of(
        new Command(
            "open",
            "Open films…",
            MaterialDesignI.IMAGE_PLUS,
            Commands.ctrl(KeyCode.O),
            Command.ALWAYS,
            window::chooseFiles),
        new Command(
            "open-folder",
            "Open folder…",
            MaterialDesignF.FOLDER_OPEN_OUTLINE,
            Commands.ctrlShift(KeyCode.O),
            Command.ALWAYS,
            window::chooseFolder),
        new Command(
            "screen",
            "Screen a folder…",
            MaterialDesignF.FOLDER_SEARCH_OUTLINE,
            Commands.ctrl(KeyCode.B),
            Command.ALWAYS,
            window::showScreening),
        new Command(
            "find",
            "Find film…",
            MaterialDesignM.MAGNIFY,
            Commands.ctrl(KeyCode.F),
            Command.ALWAYS,
            window::find),
        new Command(
            "save-picture",
            "Save heat map picture…",
            MaterialDesignC.CONTENT_SAVE_OUTLINE,
            Commands.ctrl(KeyCode.S),
            answered,
            window::choosePicture),
        new Command(
            "copy",
            "Copy result as text",
            MaterialDesignC.CONTENT_COPY,
            Commands.ctrl(KeyCode.C),
            open,
            window::copyAnswer),
        new Command(
            "close",
            "Close film",
            MaterialDesignC.CLOSE,
            Commands.ctrl(KeyCode.W),
            open,
            () -> model.studies().selected().ifPresent(model.studies()::close)),
        new Command(
            "close-all",
            "Close all films",
            null,
            Commands.ctrlShift(KeyCode.W),
            open,
            model.studies()::closeAll),
        new Command("quit", "Quit", null, Commands.ctrl(KeyCode.Q), Command.ALWAYS, window::quit));
  }
}
