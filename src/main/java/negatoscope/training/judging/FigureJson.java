package negatoscope.training.judging;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import negatoscope.evaluation.Calibration;
import negatoscope.evaluation.Figure;
import negatoscope.evaluation.Figures;
import negatoscope.evaluation.Predictions;
import negatoscope.evaluation.Temperature;

/**
 * Figures as JSON: names with underscores, one array element a class, null for what is not defined.
 */
public final class FigureJson {
  private static final String MACRO = "macro";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .addModule(
              new SimpleModule()
                  .addSerializer(double.class, new Finite())
                  .addSerializer(Double.class, new Finite())
                  .addSerializer(double[].class, new FiniteArray()))
          .build();

  private FigureJson() {}

  /** Writes and reads such JSON. */
  public static ObjectMapper mapper() {
    return JSON;
  }

  /** All figures and curves. */
  public static ObjectNode figures(Predictions predictions) {
    ObjectNode node = JSON.createObjectNode();
    node.put("n", predictions.count());
    node.setAll(JSON.<ObjectNode>valueToTree(Figures.of(predictions)));
    node.set("temperature_scaling", temperature(predictions));
    ArrayNode roc = node.putArray("roc");
    ArrayNode precisionRecall = node.putArray("precision_recall");
    for (int k = 0; k < predictions.classes(); k++) {
      ObjectNode curve = JSON.valueToTree(Figures.ranking(predictions, k).roc());
      roc.add(curve.put("class", k));
      ObjectNode other = JSON.valueToTree(Figures.ranking(predictions, k).precisionRecall());
      precisionRecall.add(other.put("class", k));
    }
    return node;
  }

  /** What another temperature would do, fitted on these very films; null where none fits. */
  private static ObjectNode temperature(Predictions predictions) {
    ObjectNode node = JSON.createObjectNode();
    Temperature.fit(predictions)
        .ifPresent(
            temperature -> {
              Predictions after = Temperature.scale(predictions, temperature);
              Figures figures = Figures.of(after);
              node.put("temperature", temperature);
              node.put("nll_before", Calibration.logLoss(predictions));
              node.put("nll_after", figures.logLoss());
              node.put("ece_after", figures.ece());
              node.put("mce_after", figures.mce());
              node.put("brier_after", figures.brier());
            });
    return node;
  }

  /**
   * Values by figure, in the form of the figures themselves.
   *
   * @param values one or one a class
   */
  public static ObjectNode byFigure(Function<Figure, ? extends List<?>> values) {
    ObjectNode node = JSON.createObjectNode();
    ObjectNode macro = JSON.createObjectNode();
    for (Figure figure : Figure.values()) {
      List<?> all = values.apply(figure);
      switch (figure.kind()) {
        case WHOLE -> node.set(name(figure), JSON.valueToTree(all.get(0)));
        case MACRO -> macro.set(name(figure), JSON.valueToTree(all.get(0)));
        case CLASS -> node.set(name(figure), JSON.valueToTree(all));
      }
    }
    node.set(MACRO, macro);
    return node;
  }

  /** The name of a figure's field, without {@code macro}. */
  public static String name(Figure figure) {
    return figure.name().toLowerCase(Locale.ROOT).replaceFirst("^" + MACRO + "_", "");
  }

  /** Numbers; null for what is none. */
  private static final class Finite extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      number(value, json);
    }
  }

  /** Arrays of numbers, on one line. */
  private static final class FiniteArray extends JsonSerializer<double[]> {
    @Override
    public void serialize(double[] values, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartArray();
      for (double value : values) {
        number(value, json);
      }
      json.writeEndArray();
    }
  }

  private static void number(double value, JsonGenerator json) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }
}
