package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import negatoscope.testing.NeedsShared;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RMSprop's traces on the published head against Keras': every field of them. */
@NeedsShared
class PublishedTrainingGoldenTest {
  private static final List<String> SETTINGS =
      List.of(
          "samples",
          "steps_in_sequence",
          "channels",
          "units",
          "fc",
          "kernel_scale",
          "dense_kernel_scale",
          "labels",
          "learning_rate",
          "rho",
          "epsilon",
          "clip_value",
          "updates",
          "trained");

  private static final List<String> COMPARED =
      List.of(
          "trained_params",
          "loss",
          "inference_loss_before_first_update",
          "probabilities_before_first_update",
          "stages_before_first_update",
          "first_gradients",
          "first_gradients_share_clipped",
          "inference_loss_after_last_update",
          "inference_probabilities_after_last_update",
          "weights_after_update",
          "squared_gradient_average_after_last_update");

  private static final List<String> FROZEN =
      List.of("lstm/kernel", "lstm/recurrent_kernel", "lstm/bias");

  @ParameterizedTest
  @ValueSource(strings = {"published", "clipped"})
  void tenUpdatesBehindTheFrozenLstmFollowKeras(String name) throws IOException {
    JsonNode expected = KerasReference.json("published_training.json").get(name);
    assertThat(HeadTrace.names(expected))
        .hasSize(SETTINGS.size() + COMPARED.size())
        .containsAll(SETTINGS)
        .containsAll(COMPARED);
    HeadSpec spec =
        new HeadSpec.Published(expected.get("units").asInt(), expected.get("fc").asInt());
    try (HeadTrace trace = new HeadTrace(expected, spec)) {
      Weights start = trace.weights();
      checkWhatLearns(expected, trace, start);
      checkBeforeTheFirstUpdate(expected, trace);
      trace.checkUpdates(new TensorFigures(1e-4, 1e-4));
      trace.checkMeanSquares(
          "squared_gradient_average_after_last_update", new TensorFigures(1e-3, 1e-3));
      HeadTrace.checkLoss(expected.get("inference_loss_after_last_update"), trace.inferenceLoss());
      checkRows(
          expected.get("inference_probabilities_after_last_update"),
          trace.inferenceProbabilities());
      Weights end = trace.weights();
      for (String frozen : FROZEN) {
        assertThat(Objects.requireNonNull(end.get(frozen)).values())
            .as(frozen)
            .isEqualTo(Objects.requireNonNull(start.get(frozen)).values());
      }
    }
  }

  private static void checkWhatLearns(JsonNode expected, HeadTrace trace, Weights start) {
    List<String> learning =
        start.names().stream()
            .filter(name -> !name.contains("/moving_") && !FROZEN.contains(name))
            .toList();
    assertThat(trace.trained()).containsExactlyInAnyOrderElementsOf(learning);
    assertThat(
            learning.stream()
                .mapToInt(name -> Objects.requireNonNull(start.get(name)).values().length)
                .sum())
        .isEqualTo(expected.get("trained_params").asInt());
  }

  private static void checkBeforeTheFirstUpdate(JsonNode expected, HeadTrace trace) {
    HeadTrace.checkLoss(expected.get("inference_loss_before_first_update"), trace.inferenceLoss());
    checkRows(expected.get("probabilities_before_first_update"), trace.probabilities());
    for (var stage : expected.get("stages_before_first_update").properties()) {
      String layer = stage.getKey();
      float[] values = trace.fetch(layer.equals("lstm") ? layer : layer + "_training");
      new TensorFigures(1e-4, 1e-4 * KerasReference.largest(values))
          .check(layer, stage.getValue(), values);
    }
    trace.checkGradients("first_gradients", new TensorFigures(1e-3, 1e-4));
    double limit = expected.get("clip_value").asDouble();
    long clipped = 0;
    long all = 0;
    for (float[] gradient : trace.gradients().values()) {
      for (float element : gradient) {
        clipped += Math.abs(element) > limit ? 1 : 0;
      }
      all += gradient.length;
    }
    assertThat((double) clipped / all)
        .isCloseTo(expected.get("first_gradients_share_clipped").asDouble(), within(1e-3));
  }

  private static void checkRows(JsonNode expected, float[] values) {
    assertThat(values).hasSize(3 * expected.size());
    for (int i = 0; i < values.length; i++) {
      assertThat((double) values[i])
          .isCloseTo(expected.get(i / 3).get(i % 3).asDouble(), within(1e-4));
    }
  }
}
