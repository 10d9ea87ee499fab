package negatoscope.workstation.shell;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** Everything that can be done in the window, by group as in the menus. */
final class Commands {
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

    void showTrainer();

    void showScreening();

    void stepScreening(int by);

    void showShortcuts();

    void showAbout();

    void quit();
  }

  Commands(WorkstationViewModel model, Windowed window) {
    file = FileCommands.of(model, window);
    film = FilmCommands.of(model, window);
    network = NetworkCommands.of(model);
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
