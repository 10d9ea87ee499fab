package negatoscope.workstation.batch.table;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A probability as a bar and in percent; grey where a warning stands beside it. */
final class ProbabilityCell extends RowCell {
  private static final double NUMBER = 56;
  private static final double BAR = 8;

  private final String name;
  private final Function<BatchRow, String> text;
  private final Bar bar = new Bar();

  ProbabilityCell(String name, Function<BatchRow, String> text) {
    this.name = name;
    this.text = text;
    setGraphic(bar);
  }

  @Override
  void show(@Nullable BatchRow row) {
    double probability = row == null ? -1 : row.probability(name);
    bar.setVisible(probability >= 0);
    if (row != null && probability >= 0) {
      bar.show(probability, text.apply(row), name.equals(row.className()), row.isWarned());
      setAccessibleText(name + " " + text.apply(row));
    }
  }

  /** Light, for there are many. */
  private static final class Bar extends Pane {
    private final Region track = new Region();
    private final Region fill = new Region();
    private final Label number = new Label();
    private double share;

    Bar() {
      track.getStyleClass().add("batch-track");
      fill.getStyleClass().add("batch-fill");
      number.getStyleClass().add("batch-number");
      getChildren().setAll(track, fill, number);
      setPrefHeight(20);
    }

    void show(double probability, String text, boolean top, boolean doubtful) {
      share = probability;
      number.setText(text);
      fill.getStyleClass()
          .setAll("batch-fill", top ? "top" : "rest", doubtful ? "doubtful" : "sure");
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      double width = Math.max(0, getWidth() - NUMBER);
      double y = (getHeight() - BAR) / 2;
      track.resizeRelocate(0, y, width, BAR);
      fill.resizeRelocate(0, y, width * share, BAR);
      double height = number.prefHeight(-1);
      number.resizeRelocate(width + 6, (getHeight() - height) / 2, NUMBER - 6, height);
    }
  }
}
