package negatoscope.workstation.trainer.results;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.chart.XYChart.Data;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import negatoscope.workstation.parts.Parts;
import negatoscope.workstation.trainer.results.RocCurve.Point;
import negatoscope.workstation.trainer.step.Form;

/**
 * A class's curves, of the validation films and of those judged, with an operating point that moves
 * along the first, by keys or mouse.
 */
final class RocPane extends VBox {
  /** Of the curve, by one press of a key. */
  private static final int STEPS = 100;

  private final ThresholdsViewModel model;
  private final NumberAxis across = new NumberAxis(0, 1, 0.2);
  private final NumberAxis up = new NumberAxis(0, 1, 0.2);
  private final LineChart<Number, Number> chart = new LineChart<>(across, up);
  private final XYChart.Series<Number, Number> validation = new XYChart.Series<>();
  private final XYChart.Series<Number, Number> judged = new XYChart.Series<>();
  private final XYChart.Series<Number, Number> point = new XYChart.Series<>();
  private final Slider slider = new Slider();
  private boolean filling;

  RocPane(ThresholdsViewModel model, List<String> names) {
    this.model = model;
    getStyleClass().add("train-tab");
    chart.setId("roc");
    chart.setAnimated(false);
    chart.setCreateSymbols(false);
    chart.setMinHeight(220);
    chart.getStyleClass().add("roc");
    across.setLabel("called in vain (1 − specificity)");
    up.setLabel("found (sensitivity)");
    validation.setName("validation films, which it is chosen by");
    judged.setName("films judged");
    point.setName("operating point");
    chart.getData().add(validation);
    chart.getData().add(judged);
    chart.getData().add(point);
    chart.setOnMousePressed(this::moveTo);
    chart.setOnMouseDragged(this::moveTo);
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren()
        .setAll(
            controls(names),
            Form.sentence("operating-sentence", model.chosenByProperty(), "figure"),
            Form.sentence("operating-test", model.onTestProperty(), "figure"),
            Form.text(
                "Whoever moves it until the test films look well has chosen by them, and their"
                    + " figures are too good from then on.",
                "quiet"),
            chart);
    model.pointProperty().addListener((property, before, now) -> showPoint());
    show();
  }

  private HBox controls(List<String> names) {
    ComboBox<String> classes = new ComboBox<>();
    classes.setId("roc-class");
    classes.getItems().setAll(names);
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
    slider
        .valueProperty()
        .addListener(
            (property, before, now) -> {
              if (!filling) {
                model.pointProperty().set((int) Math.round(now.doubleValue()));
              }
            });
    HBox.setHgrow(slider, Priority.ALWAYS);
    Button back = Parts.button("point-back", "As the training chose", model::putBack);
    back.disableProperty().bind(model.movedProperty().not());
    HBox line =
        new HBox(
            Form.name("_Class", classes),
            classes,
            Form.name("Operat_ing point", slider),
            slider,
            back);
    line.getStyleClass().add("train-line");
    return line;
  }

  private void show() {
    ThresholdCurve now = model.shown();
    filling = true;
    slider.setMax(Math.max(0, now.points().size() - 1));
    slider.setBlockIncrement(Math.max(1, now.points().size() / STEPS));
    slider.setDisable(now.points().isEmpty());
    filling = false;
    chart.setTitle(
        Stream.of(
                now.className() + " against the rest",
                auc("validation", now.validation()),
                auc("judged", now.judged()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", ")));
    validation.getData().setAll(data(now.validation()));
    judged.getData().setAll(data(now.judged()));
    showPoint();
  }

  private static String auc(String films, RocCurve curve) {
    return Double.isNaN(curve.auc())
        ? ""
        : String.format(Locale.ROOT, "AUC %.3f (%s)", curve.auc(), films);
  }

  private static List<Data<Number, Number>> data(RocCurve curve) {
    return curve.points().stream()
        .map(p -> new Data<Number, Number>(1 - p.specificity(), p.sensitivity()))
        .toList();
  }

  private void showPoint() {
    List<Point> points = model.shown().points();
    int number = model.pointProperty().get();
    filling = true;
    slider.setValue(number);
    filling = false;
    if (number >= points.size()) {
      point.getData().clear();
      return;
    }
    double x = 1 - points.get(number).specificity();
    double y = points.get(number).sensitivity();
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
    List<Point> points = model.shown().points();
    int nearest = model.pointProperty().get();
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
