package negatoscope.workstation.trainer.results;

import java.util.Arrays;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import negatoscope.workstation.parts.Parts;
import negatoscope.workstation.trainer.step.Form;

/** The confusion matrix; each cell opens its films. */
final class ConfusionGrid extends GridPane {
  ConfusionGrid(Results results, ResultsViewModel model) {
    setId("confusion");
    getStyleClass().add("confusion");
    add(Form.text("truly ↓   taken for →", "counts-head"), 0, 0);
    for (int k = 0; k < results.classes().size(); k++) {
      Label column = Form.text(results.classes().get(k), "counts-head");
      column.setWrapText(false);
      GridPane.setHalignment(column, HPos.CENTER);
      add(column, k + 1, 0);
      Label row = Form.text(results.classes().get(k), "figure");
      row.setWrapText(false);
      row.setMinWidth(USE_PREF_SIZE);
      add(row, 0, k + 1);
    }
    for (int truth = 0; truth < results.classes().size(); truth++) {
      for (int said = 0; said < results.classes().size(); said++) {
        add(cell(results, model, truth, said), said + 1, truth + 1);
      }
    }
  }

  private static Button cell(Results results, ResultsViewModel model, int truth, int said) {
    int count = results.confusion()[truth][said];
    int all = Math.max(1, Arrays.stream(results.confusion()[truth]).sum());
    Button cell =
        Parts.button(
            "cell-" + truth + "-" + said,
            "%,d".formatted(count),
            () -> model.open(results.films(truth, said)));
    cell.setMaxWidth(Double.MAX_VALUE);
    cell.setPrefWidth(88);
    cell.setDisable(count == 0);
    String share = "%.2f".formatted(0.08 + 0.6 * count / all).replace(',', '.');
    String colour = truth == said ? "rgba(95, 179, 179, %s)" : "rgba(226, 171, 77, %s)";
    cell.setStyle("-fx-background-color: " + colour.formatted(share) + ";");
    String sentence =
        "%d films of %s taken for %s: open them"
            .formatted(count, results.classes().get(truth), results.classes().get(said));
    cell.setTooltip(new Tooltip(sentence));
    cell.setAccessibleText(sentence);
    return cell;
  }
}
