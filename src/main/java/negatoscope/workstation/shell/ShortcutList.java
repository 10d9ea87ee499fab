package negatoscope.workstation.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import negatoscope.workstation.viewer.Shortcuts;

/** All keys and gestures on one page. */
final class ShortcutList {
  private ShortcutList() {}

  static Stage of(Window owner, Commands commands) {
    HBox page = new HBox(overFilm(), everywhere(commands));
    page.setId("shortcuts");
    page.getStyleClass().add("shortcuts");
    return SideWindow.of(owner, "Keys and gestures", page, 900, 660);
  }

  private static Node overFilm() {
    GridPane grid = grid();
    Shortcuts.ALL.forEach(known -> row(grid, known.keys(), known.action()));
    return new VBox(8, title("Over the film"), grid);
  }

  private static Node everywhere(Commands commands) {
    GridPane grid = grid();
    Stream.of(
            commands.file(),
            commands.film(),
            commands.network(),
            commands.models(),
            commands.help())
        .flatMap(List::stream)
        .forEach(
            command -> {
              String keys = command.key() == null ? "" : command.key().getDisplayText();
              boolean known = Shortcuts.ALL.stream().anyMatch(other -> other.keys().equals(keys));
              if (!keys.isEmpty() && !known) {
                row(grid, keys, command.text().replace("…", ""));
              }
            });
    return new VBox(8, title("Everywhere"), grid);
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("form");
    return grid;
  }

  private static void row(GridPane grid, String keys, String action) {
    Label key = new Label(keys);
    key.getStyleClass().add("key");
    grid.addRow(grid.getRowCount(), key, new Label(action));
  }

  private static Label title(String text) {
    Label title = new Label(text);
    title.getStyleClass().add("pane-title");
    return title;
  }
}
