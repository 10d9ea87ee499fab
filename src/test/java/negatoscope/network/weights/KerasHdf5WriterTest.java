package negatoscope.network.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import negatoscope.network.Backbone;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Weights that go out as a Keras file. */
class KerasHdf5WriterTest {
  @TempDir Path folder;

  private static Map<String, WeightTensor> drawn(Backbone backbone) {
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    for (var layer : KerasOrder.weighted(backbone)) {
      layer.weights().forEach((name, shape) -> tensors.put(name, drawn(name, shape)));
    }
    return tensors;
  }

  private static WeightTensor drawn(String name, int... shape) {
    Random random = new Random(name.hashCode());
    float[] values = new float[WeightTensor.count(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return new WeightTensor(shape, values);
  }

  private static void equal(Weights back, Map<String, WeightTensor> given) {
    assertThat(back.names()).hasSameElementsAs(given.keySet());
    given.forEach(
        (name, tensor) -> {
          WeightTensor found = Objects.requireNonNull(back.get(name));
          assertThat(found.shape()).as(name).isEqualTo(tensor.shape());
          assertThat(found.values()).as(name).isEqualTo(tensor.values());
        });
  }

  @ParameterizedTest
  @EnumSource(Backbone.class)
  void weightsComeBackBitForBit(Backbone backbone) throws IOException {
    Path file = folder.resolve("weights.h5");
    Map<String, WeightTensor> given = drawn(backbone);
    KerasHdf5Writer.write(new BackboneWeights(backbone, new Weights(given)), file);
    BackboneWeights back = KerasHdf5.read(file, Optional.empty());
    assertThat(back.backbone()).isEqualTo(backbone);
    equal(back.weights(), given);
    Files.delete(file);
  }

  @ParameterizedTest
  @EnumSource(Backbone.class)
  @NeedsShared
  void everyTensorLiesWhereKeras2PutsIt(Backbone backbone) throws IOException {
    Path file = folder.resolve("weights.h5");
    KerasHdf5Writer.write(new BackboneWeights(backbone, new Weights(drawn(backbone))), file);
    String layout = "keras/layouts/" + backbone.id().replace("-", "") + ".json";
    JsonNode tensors =
        new ObjectMapper().readTree(Shared.path(layout).toFile()).required("tensors");
    try (HdfFile hdf = new HdfFile(file)) {
      for (JsonNode tensor : tensors) {
        String path = tensor.required("keras2").asText();
        assertThat(hdf.getDatasetByPath(path).getDimensions())
            .as(path)
            .isEqualTo(new ObjectMapper().convertValue(tensor.required("shape"), int[].class));
      }
    }
  }

  @Test
  void aHeadGoesOutWithItsBackboneInKerasOrder() {
    Path file = folder.resolve("whole.h5");
    Map<String, WeightTensor> given = drawn(Backbone.MOBILENET_V2);
    Map<String, WeightTensor> head = new LinkedHashMap<>();
    for (String layer : List.of("lstm_bn", "fc1_bn", "fc2_bn")) {
      for (String variable : List.of("gamma", "beta", "moving_mean", "moving_variance")) {
        head.put(layer + "/" + variable, drawn(layer + variable, 6));
      }
    }
    for (String layer : List.of("fc1", "fc2", "dense")) {
      head.put(layer + "/bias", drawn(layer, 6));
      head.put(layer + "/kernel", drawn(layer, 6, 6));
    }
    for (String layer : List.of("bidirectional/backward_lstm", "bidirectional/forward_lstm")) {
      head.put(layer + "/bias", drawn(layer, 24));
      head.put(layer + "/recurrent_kernel", drawn(layer, 6, 24));
      head.put(layer + "/kernel", drawn(layer, 1280, 24));
    }
    List<String> shuffled = new ArrayList<>(head.keySet());
    Collections.shuffle(shuffled, new Random(1));
    shuffled.forEach(name -> given.put(name, Objects.requireNonNull(head.get(name))));

    KerasHdf5Writer.write(new BackboneWeights(Backbone.MOBILENET_V2, new Weights(given)), file);

    BackboneWeights back = KerasHdf5.read(file, Optional.of(Backbone.MOBILENET_V2));
    equal(back.weights(), given);
    try (HdfFile hdf = new HdfFile(file)) {
      String[] layers = (String[]) hdf.getAttribute("layer_names").getData();
      assertThat(layers)
          .startsWith("Conv1", "bn_Conv1")
          .endsWith("bidirectional", "lstm_bn", "fc1", "fc1_bn", "fc2", "fc2_bn", "dense");
      assertThat((String[]) hdf.getChild("bidirectional").getAttribute("weight_names").getData())
          .containsExactly(
              "bidirectional/forward_lstm/lstm_cell/kernel:0",
              "bidirectional/forward_lstm/lstm_cell/recurrent_kernel:0",
              "bidirectional/forward_lstm/lstm_cell/bias:0",
              "bidirectional/backward_lstm/lstm_cell/kernel:0",
              "bidirectional/backward_lstm/lstm_cell/recurrent_kernel:0",
              "bidirectional/backward_lstm/lstm_cell/bias:0");
    }
  }

  @Test
  void anExistingFileIsReplacedAndNothingIsLeftBeside() throws IOException {
    Path file = Files.writeString(folder.resolve("weights.h5"), "older");
    Map<String, WeightTensor> given = drawn(Backbone.MOBILENET_V2);
    KerasHdf5Writer.write(new BackboneWeights(Backbone.MOBILENET_V2, new Weights(given)), file);
    equal(KerasHdf5.read(file), given);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("a file"), "").resolve("weights.h5");
    BackboneWeights weights =
        new BackboneWeights(
            Backbone.MOBILENET_V2, new Weights(Map.of("Conv1/kernel", drawn("x", 1))));
    assertThatThrownBy(() -> KerasHdf5Writer.write(weights, file))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_WRITABLE));
  }
}
