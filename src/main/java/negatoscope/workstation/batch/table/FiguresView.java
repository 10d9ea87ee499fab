package negatoscope.workstation.batch.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import negatoscope.screening.worklist.ReaderAgreement;
import negatoscope.workstation.parts.Parts;

/** Totals, a histogram of probabilities for each class, and how far reader and model agree. */
public final class FiguresView extends VBox {
  private static final double WIDTH = 220;
  private static final double HEIGHT = 46;

  private final RowsViewModel rows;
  private final VBox histograms = new VBox();
  private final VBox agreement = new VBox();

  /** Figures of rows. */
  public FiguresView(RowsViewModel rows) {
    this.rows = rows;
    setId("batch-figures");
    getStyleClass().add("batch-figures");
    histograms.getStyleClass().add("section");
    agreement.getStyleClass().add("section");
    agreement.setId("batch-agreement");
    Label sentence =
        Parts.text("batch-totals", rows.totalsProperty().map(BatchTotals::sentence), "quiet");
    getChildren()
        .setAll(
            title("All films"),
            sentence,
            histograms,
            title("Reader and model"),
            agreement,
            researchOnly());
    rows.totalsProperty().addListener((property, before, now) -> showTotals());
    rows.agreementProperty().addListener((property, before, now) -> showAgreement());
    showTotals();
    showAgreement();
  }

  private static Label researchOnly() {
    Label label = new Label("Research use only. Not for diagnosis.");
    label.setId("batch-research-only");
    label.setWrapText(true);
    label.getStyleClass().add("research-only");
    return label;
  }

  private static Label title(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("pane-title");
    return label;
  }

  private void showTotals() {
    BatchTotals totals = rows.totalsProperty().get();
    histograms.getChildren().clear();
    for (Map.Entry<String, int[]> one : totals.histograms().entrySet()) {
      Label name =
          new Label(
              String.format(
                  Locale.ROOT,
                  "%s: %,d films",
                  one.getKey(),
                  totals.classes().getOrDefault(one.getKey(), 0)));
      histograms.getChildren().addAll(name, drawn(one.getKey(), one.getValue()));
    }
    if (!totals.histograms().isEmpty()) {
      Label ends = new Label("Films by probability, 0 to 100 %");
      ends.getStyleClass().add("quiet");
      histograms.getChildren().add(ends);
    }
  }

  /** The heights are those of square roots, so that a few films are seen beside many. */
  private static Canvas drawn(String name, int[] counts) {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    canvas.setAccessibleText("Histogram of the probability of " + name);
    GraphicsContext draw = canvas.getGraphicsContext2D();
    double most = Math.sqrt(Math.max(1, IntStream.of(counts).max().orElse(1)));
    double width = WIDTH / counts.length;
    draw.setFill(Color.web("#0b0d0f"));
    draw.fillRect(0, 0, WIDTH, HEIGHT);
    draw.setFill(Color.web("#5fb3b3"));
    for (int i = 0; i < counts.length; i++) {
      double height = Math.sqrt(counts[i]) / most * (HEIGHT - 2);
      draw.fillRect(i * width + 1, HEIGHT - height, width - 2, height);
    }
    return canvas;
  }

  private void showAgreement() {
    ReaderAgreement now = rows.agreementProperty().get();
    if (now.films() == 0) {
      Label none = new Label("Nothing is read yet: give a verdict by the digits.");
      none.getStyleClass().add("quiet");
      none.setWrapText(true);
      agreement.getChildren().setAll(none);
      return;
    }
    Label sentence =
        new Label(
            String.format(
                Locale.ROOT,
                "They agree on %,d of %,d films%s",
                now.agreed(),
                now.films(),
                Double.isFinite(now.kappa())
                    ? String.format(Locale.ROOT, ", kappa %.2f.", now.kappa())
                    : "."));
    sentence.setId("batch-kappa");
    sentence.setWrapText(true);
    Label head = new Label("Rows: the reader's verdict; columns: the model.");
    head.getStyleClass().add("quiet");
    head.setWrapText(true);
    agreement.getChildren().setAll(sentence, matrix(now), head);
  }

  private static GridPane matrix(ReaderAgreement now) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("counts");
    List<String> names = now.classes();
    for (int row = 0; row < names.size(); row++) {
      Label beside = new Label(names.get(row));
      beside.setMinWidth(USE_PREF_SIZE);
      grid.add(beside, 0, row + 1);
      Label above = new Label(names.get(row));
      above.getStyleClass().add("counts-head");
      above.setRotate(-90); // beside each other the names are wider than the pane
      Group upright = new Group(above);
      GridPane.setHalignment(upright, HPos.RIGHT);
      GridPane.setValignment(upright, VPos.BOTTOM);
      grid.add(upright, row + 1, 0);
      for (int column = 0; column < names.size(); column++) {
        Label count = new Label("" + now.matrix().counts()[row][column]);
        GridPane.setHalignment(count, HPos.RIGHT);
        grid.add(count, column + 1, row + 1);
      }
    }
    return grid;
  }
}
