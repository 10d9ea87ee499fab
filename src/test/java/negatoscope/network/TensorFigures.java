package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A tensor against the figures that the references hold of one: its shape, sums, norm and first
 * values.
 *
 * @param relative tolerance of the norm and of the sum of magnitudes, relative to each; of the sum,
 *     relative to the sum of magnitudes
 * @param first tolerance of the first values
 */
record TensorFigures(double relative, double first) {
  void check(String name, JsonNode expected, float[] values) {
    assertThat(values)
        .as(name)
        .hasSize(WeightTensor.count(KerasReference.ints(expected.get("shape"))));
    double sum = 0;
    double magnitudes = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      magnitudes += Math.abs(value);
      squares += (double) value * value;
    }
    double expectedMagnitudes = expected.get("abs_sum").asDouble();
    double norm = expected.get("l2").asDouble();
    assertThat(Math.sqrt(squares)).as("%s, norm", name).isCloseTo(norm, within(relative * norm));
    assertThat(magnitudes)
        .as("%s, sum of magnitudes", name)
        .isCloseTo(expectedMagnitudes, within(relative * expectedMagnitudes));
    assertThat(sum)
        .as("%s, sum", name)
        .isCloseTo(expected.get("sum").asDouble(), within(relative * expectedMagnitudes));
    JsonNode start = expected.get("first8");
    for (int i = 0; i < start.size(); i++) {
      assertThat((double) values[i])
          .as("%s at %d", name, i)
          .isCloseTo(start.get(i).asDouble(), within(first));
    }
  }
}
