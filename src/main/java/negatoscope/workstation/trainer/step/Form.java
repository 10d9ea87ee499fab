package negatoscope.workstation.trainer.step;

import java.util.List;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** The small parts that views of steps are made of. */
public final class Form {
  private Form() {}

  /** A text that wraps. */
  public static Label text(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** A sentence that comes and goes, and takes no room while it is empty. */
  public static Label sentence(String id, ObservableStringValue said, String style) {
    Label label = text("", style);
    label.setId(id);
    label.textProperty().bind(said);
    shownWhileFilled(label);
    return label;
  }

  private static void shownWhileFilled(Label label) {
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
  }

  /** The head of a part. */
  public static Label title(String text) {
    return text(text, "pane-title");
  }

  /** The name of a field, whose mnemonic leads there. */
  public static Label name(String text, Node field) {
    Label label = new Label(text);
    label.setMnemonicParsing(true);
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /**
   * A table of texts, the first column to the left, numbers to the right.
   *
   * @param rows the first one names the columns
   */
  public static GridPane table(String id, List<List<String>> rows) {
    GridPane grid = new GridPane();
    grid.setId(id);
    grid.getStyleClass().add("counts");
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        Label cell = text(rows.get(row).get(column), row == 0 ? "counts-head" : "count");
        cell.setWrapText(false);
        cell.setMinWidth(column == 0 ? 60 : Region.USE_PREF_SIZE);
        GridPane.setHalignment(cell, column == 0 ? HPos.LEFT : HPos.RIGHT);
        grid.add(cell, column, row);
      }
    }
    return grid;
  }
}
