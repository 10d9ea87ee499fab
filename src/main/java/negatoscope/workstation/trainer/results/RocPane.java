package negatoscope.workstation.trainer.results;

import java.util.List;
import java.util.Locale;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.chart.XYChart.Data;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import negatoscope.workstation.trainer.step.Form;

/** The curve of a class with an operating point that moves along it, by keys or mouse. */
final class RocPane extends VBox {
  private final Results results;
  private final ResultsViewModel model;
  private final NumberAxis across = new NumberAxis(0, 1, 0.2);
  private final NumberAxis up = new NumberAxis(0, 1, 0.2);
  private final LineChart<Number, Number> chart = new LineChart<>(across, up);
  private final XYChart.Series<Number, Number> curve = new XYChart.Series<>();
  private final XYChart.Series<Number, Number> point = new XYChart.Series<>();
  private final Slider slider = new Slider();
  private final Label sentence = Form.text("", "figure");

  RocPane(Results results, ResultsViewModel model) {
    this.results = results;
    this.model = model;
    getStyleClass().add("train-tab");
    chart.setId("roc");
    chart.setAnimated(false);
    chart.setLegendVisible(false);
    chart.setMinHeight(240);
    chart.getStyleClass().add("roc");
    across.setLabel("called in vain (1 − specificity)");
    up.setLabel("found (sensitivity)");
    chart.getData().add(curve);
    chart.getData().add(point);
    chart.setOnMousePressed(this::moveTo);
    chart.setOnMouseDragged(this::moveTo);
    VBox.setVgrow(chart, Priority.ALWAYS);
    ComboBox<String> classes = new ComboBox<>();
    classes.setId("roc-class");
    classes.getItems().setAll(results.classes());
    classes.getSelectionModel().select(model.curveProperty().get());
    classes
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener(
            (property, before, now) -> {
              if (now.intValue() >= 0) {
                model.curveProperty().set(now.intValue());
                show();
              }
            });
    slider.setId("operating-point");
    slider.setBlockIncrement(1);
    slider.valueProperty().bindBidirectional(model.pointProperty());
    model.pointProperty().addListener((property, before, now) -> showPoint());
    HBox.setHgrow(slider, Priority.ALWAYS);
    HBox line =
        new HBox(
            Form.name("_Class", classes), classes, Form.name("Operat_ing point", slider), slider);
    line.getStyleClass().add("train-line");
    sentence.setId("operating-sentence");
    getChildren().setAll(line, sentence, chart);
    show();
  }

  private RocCurve shown() {
    return results.curves().get(model.curveProperty().get());
  }

  private void show() {
    RocCurve now = shown();
    slider.setMax(Math.max(0, now.points().size() - 1));
    chart.setCreateSymbols(false);
    chart.setTitle(
        now.points().isEmpty()
            ? now.className()
            : String.format(
                Locale.ROOT, "%s against the rest, AUC %.3f", now.className(), now.auc()));
    curve
        .getData()
        .setAll(
            now.points().stream()
                .map(p -> new Data<Number, Number>(1 - p.specificity(), p.sensitivity()))
                .toList());
    showPoint();
  }

  private void showPoint() {
    RocCurve now = shown();
    int number = model.pointProperty().get();
    sentence.setText(model.pointSentence());
    if (number >= now.points().size()) {
      point.getData().clear();
      return;
    }
    RocCurve.Point at = now.points().get(number);
    double x = 1 - at.specificity();
    double y = at.sensitivity();
    // A cross over the curve; a single point would need a symbol, which curves of many do without.
    point
        .getData()
        .setAll(
            List.of(
                new Data<Number, Number>(Math.max(0, x - 0.03), y),
                new Data<Number, Number>(Math.min(1, x + 0.03), y),
                new Data<Number, Number>(x, y),
                new Data<Number, Number>(x, Math.max(0, y - 0.04)),
                new Data<Number, Number>(x, Math.min(1, y + 0.04))));
  }

  /** The point of the curve nearest to the mouse. */
  private void moveTo(MouseEvent event) {
    double x =
        across
            .getValueForDisplay(across.sceneToLocal(event.getSceneX(), event.getSceneY()).getX())
            .doubleValue();
    double y =
        up.getValueForDisplay(up.sceneToLocal(event.getSceneX(), event.getSceneY()).getY())
            .doubleValue();
    List<RocCurve.Point> points = shown().points();
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.size(); i++) {
      double distance =
          Math.hypot(1 - points.get(i).specificity() - x, points.get(i).sensitivity() - y);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    model.pointProperty().set(nearest);
  }
}
