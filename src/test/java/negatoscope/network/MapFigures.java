package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What a layer gives against what the references hold of it: {@code shape}, {@code min}, {@code
 * max}, {@code mean}, {@code std}, {@code zero_fraction}, {@code first8}, {@code last8}, {@code
 * sample_index} and {@code sample_value}, as far as they are there.
 */
final class MapFigures {
  private MapFigures() {}

  /**
   * Compares.
   *
   * @param relative tolerance, relative to the layer's greatest magnitude; of the share of zeros,
   *     as it is
   */
  static void check(String what, JsonNode expected, float[] values, double relative) {
    if (expected.has("shape")) {
      assertThat(values)
          .as(what)
          .hasSize(WeightTensor.count(KerasReference.ints(expected.get("shape"))));
    }
    double tolerance = relative * magnitude(expected);
    figures(values)
        .forEach(
            (figure, value) -> {
              boolean share = figure.equals("zero_fraction");
              if (expected.has(figure)) {
                assertThat(value)
                    .as("%s of %s", figure, what)
                    .isCloseTo(
                        expected.get(figure).asDouble(), within(share ? relative : tolerance));
              }
            });
    checkValues(what, expected.path("first8"), values, 0, tolerance);
    int last = values.length - expected.path("last8").size();
    checkValues(what, expected.path("last8"), values, last, tolerance);
    for (int i = 0; i < expected.path("sample_index").size(); i++) {
      int place = expected.get("sample_index").get(i).asInt();
      assertThat((double) values[place])
          .as("%s at %d", what, place)
          .isCloseTo(expected.get("sample_value").get(i).asDouble(), within(tolerance));
    }
  }

  /** Compares values from a place on. */
  static void checkValues(
      String what, JsonNode expected, float[] values, int from, double tolerance) {
    for (int i = 0; i < expected.size(); i++) {
      assertThat((double) values[from + i])
          .as("%s at %d", what, from + i)
          .isCloseTo(expected.get(i).asDouble(), within(tolerance));
    }
  }

  /** The greatest magnitude of what a reference holds. */
  static double magnitude(JsonNode expected) {
    return Math.max(
        Math.abs(expected.get("min").asDouble()), Math.abs(expected.get("max").asDouble()));
  }

  private static Map<String, Double> figures(float[] values) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    int zeros = 0;
    for (float value : values) {
      sum += value;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
      zeros += value == 0 ? 1 : 0;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Map.of(
        "mean", mean,
        "std", Math.sqrt(squares / values.length),
        "min", least,
        "max", greatest,
        "zero_fraction", (double) zeros / values.length);
  }
}
