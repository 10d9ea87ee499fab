package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;

/** Exported models, with drawn weights: what the file holds and what it answers. */
class ServingTest {
  private static final int SIDE = 96;
  private static final NetworkSpec SPEC =
      new NetworkSpec(Backbone.MOBILENET_V2, HeadSpec.compact(16), 3, SIDE);

  @TempDir static Path folder;

  private static Weights weights = new Weights(Map.of());

  @BeforeAll
  static void export() {
    weights = RandomBackbone.mobileNetV2(7);
    Engine engine = Engines.start();
    try (TrainingNetwork network = engine.train(SPEC, weights, 3)) {
      weights = network.weights();
    }
    engine.export(SPEC, weights, 2.0, folder);
  }

  private static float[] films(int count) {
    Random random = new Random(5);
    float[] films = new float[count * SIDE * SIDE];
    for (int i = 0; i < films.length; i++) {
      films[i] = random.nextInt(256);
    }
    return films;
  }

  @Test
  void aBatchOfFiveGivesTheNumbersOfFiveSingleFilms() {
    try (ServingModel model = Engines.start().open(folder, Device.CPU)) {
      float[] films = films(5);
      NetworkAnswer batch = model.run(films, 5, EnumSet.allOf(CamMethod.class));
      for (int film = 0; film < 5; film++) {
        float[] one = Arrays.copyOfRange(films, film * SIDE * SIDE, (film + 1) * SIDE * SIDE);
        NetworkAnswer single = model.run(one, 1, EnumSet.allOf(CamMethod.class));
        assertThat(
                KerasReference.largestDifference(
                    single.probabilities()[0], batch.probabilities()[film]))
            .isLessThan(1e-5);
        for (CamMethod method : CamMethod.values()) {
          float[] map = Objects.requireNonNull(single.cams().get(method))[0][1];
          assertThat(
                  KerasReference.largestDifference(
                      map, Objects.requireNonNull(batch.cams().get(method))[film][1]))
              .isLessThan(1e-5 * Math.max(1, KerasReference.largest(map)));
        }
      }
    }
  }

  @Test
  void foldingForServingKeepsTheLogitsOfTheTrainingGraph() {
    Engine engine = Engines.start();
    float[] films = films(2);
    try (ServingModel model = engine.open(folder, Device.CPU);
        TrainingNetwork network = engine.train(SPEC, weights, 1)) {
      float[][] trained = network.logits(films, 2);
      float[][] served = model.run(films, 2, Set.of()).logits();
      for (int film = 0; film < 2; film++) {
        assertThat(KerasReference.largestDifference(trained[film], served[film]))
            .isLessThan(1e-4 * Math.max(1, KerasReference.largest(trained[film])));
      }
    }
  }

  @Test
  void probabilitiesAreTheSoftmaxOfLogitsOverTemperature() {
    try (ServingModel model = Engines.start().open(folder, Device.CPU)) {
      NetworkAnswer answer = model.run(films(1), 1, Set.of());
      double[] parts = new double[3];
      double sum = 0;
      for (int k = 0; k < 3; k++) {
        parts[k] = Math.exp(answer.logits()[0][k] / 2.0);
        sum += parts[k];
      }
      for (int k = 0; k < 3; k++) {
        assertThat((double) answer.probabilities()[0][k])
            .isCloseTo(parts[k] / sum, org.assertj.core.data.Offset.offset(1e-6));
      }
    }
  }

  @Test
  void theFileHasTheSignaturesOfTheModelFormatAndNoVariables() throws IOException {
    SavedModel model;
    try (var in = Files.newInputStream(folder.resolve("saved_model.pb"))) {
      model = SavedModel.parseFrom(in);
    }
    var graph = model.getMetaGraphs(0);
    assertThat(graph.getMetaInfoDef().getTagsList()).containsExactly("serve");
    Map<String, SignatureDef> signatures = graph.getSignatureDefMap();
    SignatureDef explain = Objects.requireNonNull(signatures.get("explain"));
    SignatureDef answer = Objects.requireNonNull(signatures.get("serving_default"));
    assertThat(answer.getOutputsMap().keySet())
        .containsExactlyInAnyOrder("logits", "probabilities", "embedding");
    assertThat(new TreeMap<>(explain.getOutputsMap()).keySet())
        .containsExactly("embedding", "gradcam", "hirescam", "logits", "probabilities");
    assertThat(graph.getGraphDef().getNodeList())
        .noneMatch(
            node -> node.getOp().contains("Variable") || node.getOp().contains("FusedBatch"));
    assertThat(Files.exists(folder.resolve("variables"))).isFalse();
  }

  @Test
  void theSameWeightsGiveTheSameFile(@TempDir Path again) throws IOException {
    Engines.start().export(SPEC, weights, 2.0, again);
    assertThat(Files.mismatch(folder.resolve("saved_model.pb"), again.resolve("saved_model.pb")))
        .isEqualTo(-1);
  }

  @Test
  void aGpuIsUsedOrRefusedByCodeAndTheChoiceOfTheProgramAlwaysWorks() {
    Engine engine = Engines.start();
    assertThat(engine.devices()).extracting(ComputeDevice::type).contains("CPU");
    engine.open(folder, Device.AUTO).close();
    if (engine.hasGpu()) {
      engine.open(folder, Device.GPU).close();
    } else {
      assertThatThrownBy(() -> engine.on(Device.GPU))
          .isInstanceOfSatisfying(
              Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NO_DEVICE));
      assertThatThrownBy(() -> engine.open(folder, Device.GPU))
          .isInstanceOfSatisfying(
              Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NO_DEVICE));
    }
  }

  @Test
  void aDamagedModelIsRefusedInOneSentence(@TempDir Path damaged) throws IOException {
    Files.write(damaged.resolve("saved_model.pb"), new byte[] {1, 2, 3, 4, 5});
    assertThatThrownBy(() -> Engines.start().open(damaged, Device.CPU))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BAD_MODEL));
    assertThatThrownBy(() -> Engines.start().open(damaged.resolve("nowhere"), Device.CPU))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BAD_MODEL));
  }
}
