package negatoscope.workstation.shell;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import negatoscope.network.CamMethod;
import negatoscope.workstation.assessment.CheckState;
import negatoscope.workstation.assessment.HeatMapViewModel;
import negatoscope.workstation.studies.Answer;
import negatoscope.workstation.studies.Content;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Everything that can be done in the window, by group as in the menus. */
final class Commands {
  private static final double OPACITY_STEP = 0.05;

  private final List<Command> file;
  private final List<Command> film;
  private final List<Command> network;
  private final List<Command> models;
  private final List<Command> help;

  /** What only a window can do. */
  interface Windowed {
    void chooseFiles();

    void chooseFolder();

    void find();

    void choosePicture();

    void copyAnswer();

    void fullScreen();

    void showAttributes();

    void showModels();

    void showComparison();

    void showShortcuts();

    void showAbout();

    void quit();
  }

  Commands(WorkstationViewModel model, Windowed window) {
    ObservableBooleanValue open = model.studies().selectedProperty().isNotNull();
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
    HeatMapViewModel heatMap = model.heatMap();
    file =
        List.of(
            new Command(
                "open",
                "Open films…",
                MaterialDesignI.IMAGE_PLUS,
                ctrl(KeyCode.O),
                Command.ALWAYS,
                window::chooseFiles),
            new Command(
                "open-folder",
                "Open folder…",
                MaterialDesignF.FOLDER_OPEN_OUTLINE,
                ctrlShift(KeyCode.O),
                Command.ALWAYS,
                window::chooseFolder),
            new Command(
                "find",
                "Find film…",
                MaterialDesignM.MAGNIFY,
                ctrl(KeyCode.F),
                Command.ALWAYS,
                window::find),
            new Command(
                "save-picture",
                "Save heat map picture…",
                MaterialDesignC.CONTENT_SAVE_OUTLINE,
                ctrl(KeyCode.S),
                answered,
                window::choosePicture),
            new Command(
                "copy",
                "Copy result as text",
                MaterialDesignC.CONTENT_COPY,
                ctrl(KeyCode.C),
                open,
                window::copyAnswer),
            new Command(
                "close",
                "Close film",
                MaterialDesignC.CLOSE,
                ctrl(KeyCode.W),
                open,
                () -> model.studies().selected().ifPresent(model.studies()::close)),
            new Command(
                "close-all",
                "Close all films",
                null,
                ctrlShift(KeyCode.W),
                open,
                model.studies()::closeAll),
            new Command("quit", "Quit", null, ctrl(KeyCode.Q), Command.ALWAYS, window::quit));
    film = FilmCommands.of(model, window);
    network =
        List.of(
            new Command(
                "classify",
                "Classify",
                MaterialDesignP.PLAY_CIRCLE_OUTLINE,
                key(KeyCode.F5),
                classifiable,
                model.assessment()::classifySelected),
            new Command(
                "cancel",
                "Cancel classification",
                MaterialDesignS.STOP_CIRCLE_OUTLINE,
                key(KeyCode.ESCAPE),
                running,
                model.assessment()::cancelSelected),
            new Command(
                "heat-map",
                "Heat map on or off",
                MaterialDesignL.LAYERS_OUTLINE,
                key(KeyCode.H),
                Command.ALWAYS,
                () -> heatMap.visibleProperty().set(!heatMap.visibleProperty().get())),
            new Command(
                "opaque",
                "Heat map more opaque",
                null,
                key(KeyCode.CLOSE_BRACKET),
                Command.ALWAYS,
                () -> heatMap.moreOpaque(OPACITY_STEP)),
            new Command(
                "clear",
                "Heat map less opaque",
                null,
                key(KeyCode.OPEN_BRACKET),
                Command.ALWAYS,
                () -> heatMap.moreOpaque(-OPACITY_STEP)),
            new Command(
                "method",
                "Other heat map method",
                null,
                key(KeyCode.M),
                Command.ALWAYS,
                () -> heatMap.methodProperty().set(other(heatMap.methodProperty().get()))),
            new Command(
                "check",
                "Check this heat map",
                null,
                key(KeyCode.K),
                checkable,
                model.check()::check),
            new Command(
                "class",
                "Heat map of the next class",
                null,
                key(KeyCode.C),
                answered,
                heatMap::nextClass));
    models = ModelCommands.of(window);
    help =
        List.of(
            new Command(
                "shortcuts",
                "Keys and gestures",
                null,
                key(KeyCode.F1),
                Command.ALWAYS,
                window::showShortcuts),
            new Command(
                "about",
                "About Negatoscope",
                MaterialDesignI.INFORMATION_OUTLINE,
                null,
                Command.ALWAYS,
                window::showAbout));
  }

  private static CamMethod other(CamMethod method) {
    return method == CamMethod.GRADCAM ? CamMethod.HIRESCAM : CamMethod.GRADCAM;
  }

  static KeyCombination key(KeyCode code) {
    return new KeyCodeCombination(code);
  }

  static KeyCombination shift(KeyCode code) {
    return new KeyCodeCombination(code, SHIFT_DOWN);
  }

  static KeyCombination ctrl(KeyCode code) {
    return new KeyCodeCombination(code, SHORTCUT_DOWN);
  }

  static KeyCombination ctrlShift(KeyCode code) {
    return new KeyCodeCombination(code, SHORTCUT_DOWN, SHIFT_DOWN);
  }

  List<Command> file() {
    return file;
  }

  List<Command> film() {
    return film;
  }

  List<Command> network() {
    return network;
  }

  List<Command> models() {
    return models;
  }

  List<Command> help() {
    return help;
  }

  /** The command of an id. */
  Command of(String id) {
    return java.util.stream.Stream.of(file, film, network, models, help)
        .flatMap(List::stream)
        .filter(command -> command.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(id));
  }
}
