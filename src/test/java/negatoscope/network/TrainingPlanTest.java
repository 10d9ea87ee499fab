package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.backbone.FineTuning;
import negatoscope.network.backbone.Layer;
import negatoscope.network.graph.HeadWeights;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an update changes, and what it leaves alone, under each plan. */
class TrainingPlanTest {
  private static final int SIDE = 64;
  private static final Backbone BACKBONE = Backbone.MOBILENET_V2;
  private static final NetworkSpec SPEC = new NetworkSpec(BACKBONE, HeadSpec.compact(8), 3, SIDE);
  private static final Weights START = RandomBackbone.mobileNetV2(7);

  private static float[] films() {
    Random random = new Random(5);
    float[] films = new float[2 * SIDE * SIDE];
    for (int i = 0; i < films.length; i++) {
      films[i] = random.nextInt(256);
    }
    return films;
  }

  private static float step(TrainingNetwork network) {
    float[] mask = new float[2 * network.spec().head().embeddingSize()];
    Arrays.fill(mask, 1f);
    return network
        .step(films(), 2, new float[] {1, 0, 0, 0, 1, 0}, new float[] {1, 1}, mask, 1e-3)
        .loss();
  }

  private static Set<String> changedByOneStep(NetworkSpec spec, TrainingPlan plan) {
    try (TrainingNetwork network = Engines.start().train(spec, plan, START, 1)) {
      Map<String, WeightTensor> before = network.weights().asMap();
      assertThat(step(network)).isFinite();
      Set<String> changed = new HashSet<>();
      network
          .weights()
          .asMap()
          .forEach(
              (name, tensor) -> {
                if (!Arrays.equals(
                    tensor.values(), Objects.requireNonNull(before.get(name)).values())) {
                  changed.add(name);
                }
              });
      assertThat(before.keySet()).containsAll(START.names());
      assertThat(network.trainable()).containsAll(withoutStatistics(changed));
      return changed;
    }
  }

  @Test
  void decayTakesItsShareOfEachWeightThatLearnsBeforeTheUpdate() {
    TrainingPlan plan = TrainingPlan.from("block_16");
    Map<String, WeightTensor> start;
    Map<String, WeightTensor> plain;
    Set<String> learning;
    try (TrainingNetwork network = Engines.start().train(SPEC, plan, START, 1)) {
      start = network.weights().asMap();
      learning = Set.copyOf(network.trainable());
      step(network);
      plain = network.weights().asMap();
    }
    try (TrainingNetwork network =
        Engines.start().train(SPEC, plan.withWeightDecay(200), START, 1)) {
      step(network);
      network
          .weights()
          .asMap()
          .forEach(
              (name, tensor) -> {
                float[] before = Objects.requireNonNull(start.get(name)).values();
                float[] updated = Objects.requireNonNull(plain.get(name)).values();
                // The rate is 1e-3.
                double share = learning.contains(name) ? 0.2 : 0;
                for (int i = 0; i < before.length; i++) {
                  assertThat((double) tensor.values()[i])
                      .as(name)
                      .isCloseTo(updated[i] - share * before[i], within(2e-6));
                }
              });
    }
  }

  private static Set<String> withoutStatistics(Set<String> names) {
    Set<String> others = new HashSet<>(names);
    others.removeIf(name -> name.contains("/moving_"));
    return others;
  }

  private static Set<String> ofBackboneFrom(String from) {
    Set<String> frozen = FineTuning.frozen(BACKBONE, from);
    Set<String> names = new HashSet<>();
    for (Layer layer : Architecture.layers(BACKBONE, SIDE)) {
      if (!frozen.contains(layer.name())) {
        names.addAll(layer.weights().keySet());
      }
    }
    return withoutStatistics(names);
  }

  @Test
  void underHeadOnlyTheBackboneStaysAndTheHeadMoves() {
    assertThat(changedByOneStep(SPEC, TrainingPlan.headOnly()))
        .isEqualTo(HeadWeights.shapes(SPEC).keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"block_15", "block_16_project_BN", "Conv1"})
  void fineTuningFromALayerLeavesAllBelowItAlone(String from) {
    Set<String> expected = ofBackboneFrom(from);
    expected.addAll(HeadWeights.shapes(SPEC).keySet());
    TrainingPlan plan = TrainingPlan.from(from);
    try (TrainingNetwork network = Engines.start().train(SPEC, plan, START, 1)) {
      assertThat(network.trainable()).containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(expected).containsAll(changedByOneStep(SPEC, plan));
  }

  @Test
  void aFrozenBackboneGivesTheFeaturesOfOneThatLearns() {
    float[] expected;
    try (TrainingNetwork whole =
        Engines.start().train(SPEC, TrainingPlan.wholeNetwork(), START, 1)) {
      expected = whole.features(films(), 2);
    }
    for (TrainingPlan plan :
        new TrainingPlan[] {TrainingPlan.headOnly(), TrainingPlan.from("block_8")}) {
      try (TrainingNetwork network = Engines.start().train(SPEC, plan, START, 1)) {
        assertThat(KerasReference.largestDifference(network.features(films(), 2), expected))
            .isLessThan(1e-4 * KerasReference.largest(expected));
      }
    }
  }

  @Test
  void thePublishedHeadBehindAFrozenLstmMovesItsStatisticsAndAllButTheLstm() {
    NetworkSpec spec = new NetworkSpec(BACKBONE, new HeadSpec.Published(8, 16), 3, SIDE);
    Set<String> expected = new HashSet<>(HeadWeights.shapes(spec).keySet());
    expected.removeIf(name -> name.startsWith("lstm/"));
    TrainingPlan plan = TrainingPlan.headOnly().withLstmFrozen(true).withClipValue(100);
    assertThat(changedByOneStep(spec, plan)).isEqualTo(expected);
  }

  @Test
  void weightsThatChangeWhatIsFrozenAreNotTaken() {
    try (TrainingNetwork network = Engines.start().train(SPEC, TrainingPlan.headOnly(), START, 1)) {
      Weights other = network.weights().with(RandomBackbone.mobileNetV2(8));
      assertThatThrownBy(() -> network.assign(other)).isInstanceOf(IllegalArgumentException.class);
      network.assign(network.weights());
    }
  }

  @Test
  void aLayerThatIsNotThereIsRefused() {
    TrainingPlan plan = TrainingPlan.from("block_99");
    assertThatThrownBy(() -> Engines.start().train(SPEC, plan, START, 1))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }
}
