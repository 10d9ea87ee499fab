package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import negatoscope.testing.NeedsShared;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * RMSprop's traces on the compact head against Keras': every field of them. Those of stacked and
 * bidirectional heads are written by {@code src/test/python/trained_heads.py}.
 */
class HeadTrainingGoldenTest {
  private static final List<String> SETTINGS =
      List.of(
          "samples",
          "steps_in_sequence",
          "channels",
          "units",
          "labels",
          "learning_rate",
          "updates");

  private static final List<String> COMPARED =
      List.of(
          "loss",
          "probabilities_first_sample",
          "first_gradients",
          "weights_after_update",
          "squared_gradient_average_after_last_update");

  @NeedsShared
  @ParameterizedTest
  @ValueSource(strings = {"head", "head_weighted_smoothed"})
  void twentyUpdatesOfOneLayerFollowKeras(String name) throws IOException {
    JsonNode expected = KerasReference.json("training.json").get(name);
    int units = expected.get("units").asInt();
    check(
        expected,
        new HeadSpec.Compact(units, 1, 0, false, HeadSpec.Pooling.LAST),
        List.of("label_smoothing", "class_weights"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two_layers",
        "three_layers_mean",
        "bidirectional",
        "two_bidirectional_mean",
        "three_bidirectional_dropout"
      })
  void updatesOfStackedAndBidirectionalLayersFollowKeras(String name) throws IOException {
    JsonNode expected;
    try (InputStream in = getClass().getResourceAsStream("trained_heads.json")) {
      expected = new ObjectMapper().readTree(Objects.requireNonNull(in)).get(name);
    }
    HeadSpec spec =
        new HeadSpec.Compact(
            expected.get("units").asInt(),
            expected.get("layers").asInt(),
            0,
            expected.get("bidirectional").asBoolean(),
            HeadSpec.Pooling.valueOf(expected.get("pooling").asText().toUpperCase(Locale.ROOT)));
    check(expected, spec, List.of("layers", "bidirectional", "pooling", "dropout", "dropout_mask"));
  }

  private static void check(JsonNode expected, HeadSpec spec, List<String> otherSettings) {
    List<String> fields = new ArrayList<>(SETTINGS);
    fields.addAll(COMPARED);
    fields.addAll(otherSettings);
    assertThat(HeadTrace.names(expected)).containsExactlyInAnyOrderElementsOf(fields);
    try (HeadTrace trace = new HeadTrace(expected, spec)) {
      assertThat(HeadTrace.names(expected.get("first_gradients")))
          .containsExactlyInAnyOrderElementsOf(trace.trained());
      float[] probabilities = KerasReference.floats(expected.get("probabilities_first_sample"));
      assertThat(
              KerasReference.largestDifference(
                  Arrays.copyOf(trace.probabilities(), 3), probabilities))
          .isLessThan(1e-4);
      trace.checkGradients("first_gradients", new TensorFigures(1e-3, 1e-4));
      trace.checkUpdates(new TensorFigures(1e-3, 1e-4));
      trace.checkMeanSquares(
          "squared_gradient_average_after_last_update", new TensorFigures(1e-3, 1e-4));
    }
  }
}
