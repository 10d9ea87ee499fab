package negatoscope.workstation.trainer.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.util.StringConverter;
import negatoscope.training.run.Epoch;

/** A figure per epoch on the films learned from and on those chosen by, as two curves. */
final class Curves extends LineChart<Number, Number> {
  /** More epochs than this are drawn as lines alone. */
  private static final int FEW = 30;

  private final ObservableList<Epoch> epochs;
  private final ToDoubleFunction<Epoch> train;
  private final ToDoubleFunction<Epoch> validation;
  private final Series<Number, Number> trainSeries = new Series<>();
  private final Series<Number, Number> validationSeries = new Series<>();

  Curves(
      String title,
      ObservableList<Epoch> epochs,
      ToDoubleFunction<Epoch> train,
      ToDoubleFunction<Epoch> validation) {
    super(new NumberAxis(), new NumberAxis());
    this.epochs = epochs;
    this.train = train;
    this.validation = validation;
    setTitle(title);
    setAnimated(false);
    setMinSize(240, 200);
    trainSeries.setName("learned from");
    validationSeries.setName("chosen by");
    getData().add(trainSeries);
    getData().add(validationSeries);
    NumberAxis x = (NumberAxis) getXAxis();
    x.setLabel("Epoch");
    x.setForceZeroInRange(false);
    x.setAnimated(false);
    x.setMinorTickVisible(false);
    x.setTickLabelFormatter(new WholeNumbers());
    NumberAxis y = (NumberAxis) getYAxis();
    y.setForceZeroInRange(false);
    y.setAnimated(false);
    epochs.addListener((ListChangeListener<Epoch>) change -> show());
    show();
  }

  /** There is no half an epoch. */
  private static final class WholeNumbers extends StringConverter<Number> {
    @Override
    public String toString(Number number) {
      double value = number.doubleValue();
      return value == Math.rint(value) ? Long.toString(number.longValue()) : "";
    }

    @Override
    public Number fromString(String text) {
      return Double.valueOf(text);
    }
  }

  private void show() {
    setCreateSymbols(epochs.size() <= FEW);
    fill(trainSeries, train);
    fill(validationSeries, validation);
  }

  private void fill(Series<Number, Number> series, ToDoubleFunction<Epoch> figure) {
    List<XYChart.Data<Number, Number>> points = new ArrayList<>();
    for (int i = 0; i < epochs.size(); i++) {
      double value = figure.applyAsDouble(epochs.get(i));
      if (Double.isFinite(value)) {
        points.add(new XYChart.Data<>(i + 1, value));
      }
    }
    series.getData().setAll(points);
  }
}
