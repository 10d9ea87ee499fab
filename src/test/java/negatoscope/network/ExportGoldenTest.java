package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import negatoscope.network.graph.Initialisers;
import negatoscope.testing.NeedsShared;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Exported models of every backbone: from the picture to answers and heat maps. */
class ExportGoldenTest {
  /** The reference's cases by backbone. */
  static Stream<Arguments> backbones() throws IOException {
    Map<String, List<JsonNode>> cases = new LinkedHashMap<>();
    for (JsonNode each : KerasReference.json("cnnrnn.json").get("cases")) {
      cases.computeIfAbsent(each.get("features").asText(), name -> new ArrayList<>()).add(each);
    }
    assertThat(cases.values().stream().mapToInt(List::size).sum()).isEqualTo(14);
    return cases.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @NeedsShared
  @ParameterizedTest(name = "{0}")
  @MethodSource("backbones")
  void modelsGiveKerasLogitsAndHeatMapsFromThePicture(
      String features, List<JsonNode> cases, @TempDir Path folder) throws IOException {
    Weights backbone = HeadReference.backboneWeights(features);
    Engine engine = Engines.start();
    for (JsonNode expected : cases) {
      NetworkSpec spec = HeadReference.spec(expected);
      engine.export(spec, backbone.with(HeadReference.weights(expected, spec)), 1, folder);
      try (ServingModel model = engine.open(folder, Device.CPU)) {
        NetworkAnswer answer =
            model.run(KerasReference.picture(), 1, EnumSet.allOf(CamMethod.class));
        Map<String, float[]> values = new HashMap<>();
        values.put("logits", answer.logits()[0]);
        values.put("probabilities", answer.probabilities()[0]);
        values.put("embedding", answer.embeddings()[0]);
        values.put("gradcam", map(answer, CamMethod.GRADCAM));
        values.put("hirescam", map(answer, CamMethod.HIRESCAM));
        HeadReference.check(expected, values, 1e-3);
      }
    }
  }

  private static float[] map(NetworkAnswer answer, CamMethod method) {
    float[][] classes = Objects.requireNonNull(answer.cams().get(method))[0];
    float[] joined = new float[classes.length * classes[0].length];
    for (int k = 0; k < classes.length; k++) {
      System.arraycopy(classes[k], 0, joined, k * classes[k].length, classes[k].length);
    }
    return joined;
  }

  @ParameterizedTest
  @CsvSource({"VGG19, 160, 5", "DENSENET121, 107, 3", "INCEPTION_V3, 299, 8"})
  void aModelOfAnotherSideAnswersWithAMapOfTheSizeThatKerasGivesIt(
      Backbone backbone, int side, int rows, @TempDir Path folder) {
    NetworkSpec spec = new NetworkSpec(backbone, HeadSpec.compact(16), 3, side);
    Weights weights = RandomBackbone.of(backbone, 11);
    weights = weights.with(Initialisers.missing(spec, weights, 3));
    Engine engine = Engines.start();
    engine.export(spec, weights, 1, folder);
    float[] film = new float[side * side];
    for (int i = 0; i < film.length; i++) {
      film[i] = (i * 37 + i / side * 11) % 256;
    }
    try (ServingModel model = engine.open(folder, Device.CPU)) {
      NetworkAnswer answer = model.run(film, 1, EnumSet.of(CamMethod.GRADCAM));
      assertThat(answer.rows()).isEqualTo(rows);
      assertThat(answer.columns()).isEqualTo(rows);
      double sum = 0;
      for (float probability : answer.probabilities()[0]) {
        sum += probability;
      }
      assertThat(sum).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-5));
    }
  }
}
