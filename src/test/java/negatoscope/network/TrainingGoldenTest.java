package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import negatoscope.testing.NeedsShared;
import org.junit.jupiter.api.Test;

/**
 * RMSprop's traces on MobileNetV2 with its head against Keras': every field of them.
 *
 * <p>RMSprop's first steps hardly depend on the size of a gradient, and ReLU6 has kinks: rounding
 * grows from update to update, most in the first layers. Tolerances say how far two sets of kernels
 * stay together, and none is given where they do not.
 */
@NeedsShared
class TrainingGoldenTest {
  private static final float[] TARGETS = {1, 0, 0, 0, 1, 0};
  private static final float[] EQUAL = {1, 1};

  /**
   * How near the trace is before one update.
   *
   * @param loss relative
   * @param probability absolute
   * @param late gradients' norms from {@code block_16_project} on, relative
   * @param early gradients' norms before that, and of all, relative
   */
  private record Nearness(double loss, double probability, double late, double early) {}

  /**
   * How near the weights are after the last update.
   *
   * @param norm relative
   * @param head what the head's first values moved by, relative to the greatest move of each tensor
   * @param late the same of the backbone from {@code block_16_project} on
   * @param early the same before that
   */
  private record Moved(double norm, double head, double late, double early) {}

  @Test
  void theWholeNetworkInSmallStepsFollowsKeras() throws IOException {
    check(
        "whole_small_steps",
        List.of(
            new Nearness(1e-3, 1e-3, 1e-3, 3e-2),
            new Nearness(1e-3, 1e-3, 2e-3, 1e-1),
            new Nearness(1e-3, 1e-3, 5e-3, 1e-1),
            new Nearness(1e-3, 1e-3, 5e-3, 1e-1)),
        new Moved(1e-5, 1e-2, 3e-2, 0.75));
  }

  @Test
  void theWholeNetworkInLargerStepsFollowsKerasWithinItsOwnSpread() throws IOException {
    double apart = Double.POSITIVE_INFINITY;
    check(
        "whole",
        List.of(
            new Nearness(1e-3, 1e-3, 1e-3, 3e-2),
            new Nearness(1e-3, 5e-3, 3e-2, 0.5),
            new Nearness(5e-2, 5e-2, 0.2, apart),
            new Nearness(5e-2, 5e-2, 0.5, 0.5)),
        new Moved(2e-3, 0.5, apart, apart));
  }

  private static void check(String name, List<Nearness> steps, Moved moved) throws IOException {
    JsonNode expected = KerasReference.json("training.json").get(name);
    assertThat(HeadTrace.names(expected))
        .containsExactlyInAnyOrder(
            "backbone",
            "units",
            "kernel_scale",
            "dense_kernel_scale",
            "batch",
            "labels",
            "learning_rate",
            "updates",
            "batch_normalisation",
            "trainable_tensors",
            "trainable_params",
            "loss",
            "steps",
            "weights_after_last_update");
    int updates = expected.get("updates").asInt();
    assertThat(expected.get("loss")).hasSize(updates + 1);
    assertThat(expected.get("steps")).hasSize(updates + 1);
    float[] films = batch();
    float[] mask = new float[2 * expected.get("units").asInt()];
    Arrays.fill(mask, 1f);
    try (SessionTrainingNetwork network = whole(expected)) {
      Weights start = network.weights();
      for (int update = 0; update <= updates; update++) {
        if (update == updates) {
          checkWeights(expected.get("weights_after_last_update"), start, network.weights(), moved);
        }
        Nearness near = steps.get(update);
        checkProbabilities(expected.get("steps").get(update), network.logits(films, 2), near);
        Map<String, float[]> gradients = network.gradients(films, 2, TARGETS, EQUAL);
        assertThat(gradients).hasSize(expected.get("trainable_tensors").asInt());
        assertThat(gradients.values().stream().mapToInt(each -> each.length).sum())
            .isEqualTo(expected.get("trainable_params").asInt());
        checkGradients(expected.get("steps").get(update), gradients, near);
        double rate = expected.get("learning_rate").asDouble();
        double loss = network.step(films, 2, TARGETS, EQUAL, mask, rate).loss();
        double wanted = expected.get("loss").get(update).asDouble();
        assertThat(loss)
            .as("loss after %d updates", update)
            .isCloseTo(wanted, within(near.loss() * wanted));
      }
    }
  }

  private static SessionTrainingNetwork whole(JsonNode expected) throws IOException {
    HeadSpec head =
        new HeadSpec.Compact(expected.get("units").asInt(), 1, 0, false, HeadSpec.Pooling.LAST);
    NetworkSpec spec =
        new NetworkSpec(HeadReference.backbone(expected.get("backbone").asText()), head, 3, 224);
    Weights weights =
        KerasReference.formulaBackbone(expected.get("backbone").asText())
            .with(HeadReference.weights(expected, spec));
    return (SessionTrainingNetwork) Engines.start().train(spec, weights, 1);
  }

  /** The picture and its mirror image. */
  private static float[] batch() throws IOException {
    float[] picture = KerasReference.picture();
    float[] both = Arrays.copyOf(picture, 2 * picture.length);
    System.arraycopy(KerasReference.mirrored(picture), 0, both, picture.length, picture.length);
    return both;
  }

  private static void checkProbabilities(JsonNode step, float[][] logits, Nearness near) {
    for (int film = 0; film < logits.length; film++) {
      double sum = 0;
      for (float logit : logits[film]) {
        sum += Math.exp(logit);
      }
      for (int k = 0; k < logits[film].length; k++) {
        assertThat(Math.exp(logits[film][k]) / sum)
            .as("probability %d of film %d, step %s", k, film, step.get("before_update"))
            .isCloseTo(
                step.get("probabilities").get(film).get(k).asDouble(), within(near.probability()));
      }
    }
  }

  private static void checkGradients(JsonNode step, Map<String, float[]> gradients, Nearness near) {
    List<Double> squares = new ArrayList<>();
    gradients.values().forEach(each -> squares.add(Math.pow(norm(each), 2)));
    double all = Math.sqrt(squares.stream().mapToDouble(each -> each).sum());
    checkNorm("all gradients", step.get("gradient_norm_all"), all, near.early());
    boolean late = false;
    for (var entry : step.path("gradients").properties()) {
      late |= entry.getKey().startsWith("block_16_project");
      float[] values = Objects.requireNonNull(gradients.get(entry.getKey()));
      double tolerance = late ? near.late() : near.early();
      checkNorm(entry.getKey(), entry.getValue().get("l2"), norm(values), tolerance);
    }
  }

  private static void checkNorm(String what, JsonNode expected, double norm, double tolerance) {
    assertThat(norm)
        .as(what)
        .isCloseTo(expected.asDouble(), within(tolerance * expected.asDouble()));
  }

  private static double norm(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }

  private static void checkWeights(JsonNode expected, Weights start, Weights end, Moved moved) {
    boolean late = false;
    for (var entry : expected.properties()) {
      String name = entry.getKey();
      late |= name.startsWith("block_16_project");
      boolean head = name.startsWith("lstm") || name.startsWith("dense");
      float[] before = Objects.requireNonNull(start.get(name)).values();
      float[] after = Objects.requireNonNull(end.get(name)).values();
      checkNorm(name, entry.getValue().get("l2"), norm(after), moved.norm());
      JsonNode first = entry.getValue().get("first8");
      double greatest = 0;
      double worst = 0;
      for (int i = 0; i < first.size(); i++) {
        greatest = Math.max(greatest, Math.abs(first.get(i).asDouble() - before[i]));
        worst = Math.max(worst, Math.abs(first.get(i).asDouble() - after[i]));
      }
      double tolerance = head ? moved.head() : late ? moved.late() : moved.early();
      assertThat(worst).as("%s, first values", name).isLessThan(tolerance * greatest);
    }
  }
}
