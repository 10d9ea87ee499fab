package negatoscope.network.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import negatoscope.network.Backbone;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import negatoscope.network.backbone.DrawnWeights;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file may hold beside a backbone, and what it must hold. */
class BackboneCheckTest {
  private static final Path FILE = Path.of("some.h5");
  private static final Backbone MOBILENET = Backbone.MOBILENET_V2;

  @TempDir Path folder;

  private static List<FileLayer> layers(Backbone backbone) {
    List<FileLayer> layers = new ArrayList<>();
    for (var layer : KerasOrder.weighted(backbone)) {
      List<FileTensor> tensors = new ArrayList<>();
      layer.weights().forEach((name, shape) -> tensors.add(tensor(name + ":0", shape)));
      layers.add(new FileLayer(layer.name(), "", tensors));
    }
    return layers;
  }

  private static FileLayer layer(String name, FileTensor... tensors) {
    return new FileLayer(name, "", List.of(tensors));
  }

  private static FileTensor tensor(String name, int... shape) {
    return new FileTensor(name, shape, () -> new float[WeightTensor.count(shape)]);
  }

  private static void refused(List<FileLayer> layers, Optional<Backbone> backbone, String says) {
    assertThatThrownBy(() -> BackboneCheck.of(FILE, layers, backbone))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.BAD_WEIGHTS);
              assertThat(failure.sentence()).isEqualTo("some.h5 " + says);
            });
  }

  @Test
  void everyBackboneIsToldFromTheOthers() {
    for (Backbone backbone : Backbone.values()) {
      for (Backbone other : Backbone.values()) {
        assertThat(LayerMatch.of(other, layers(backbone)).problem() == null)
            .as("%s as %s", backbone, other)
            .isEqualTo(backbone == other);
      }
    }
  }

  @Test
  void aFileWithTheTopOfImageNetIsSaidToBeThat() {
    List<FileLayer> layers = layers(MOBILENET);
    layers.add(layer("predictions", tensor("a:0", 1280, 1000), tensor("b:0", 1000)));
    String says =
        "holds a network with its top, which tells the 1000 classes of ImageNet apart; what is"
            + " needed is the file without it (include_top=False, \"notop\" in its name).";
    refused(layers, Optional.of(MOBILENET), says);
    refused(layers, Optional.empty(), "is nearly one of MobileNetV2, but " + says);
  }

  @Test
  void aTopNamedLikeAHeadIsNoHeadWithoutARecurrentLayer() {
    List<FileLayer> layers = layers(MOBILENET);
    layers.add(layer("fc1", tensor("fc1/kernel:0", 1280, 64), tensor("fc1/bias:0", 64)));
    refused(layers, Optional.of(MOBILENET), "holds the layer fc1, which MobileNetV2 has not.");
  }

  @Test
  void aLayerThatIsMissingIsNamedAndOneTooManyToo() {
    List<FileLayer> fewer = layers(MOBILENET);
    fewer.removeIf(layer -> layer.name().equals("block_5_expand"));
    refused(
        fewer,
        Optional.of(MOBILENET),
        "lacks the layer block_5_expand with block_5_expand/kernel.");
    List<FileLayer> more = layers(MOBILENET);
    more.set(0, layer("Conv1", tensor("Conv1/kernel:0", 3, 3, 3, 32), tensor("Conv1/bias:0", 32)));
    refused(
        more,
        Optional.of(MOBILENET),
        "holds Conv1/bias:0, which the layer Conv1 of MobileNetV2 has not.");
  }

  @Test
  void aBackboneInsideAnotherNetworkIsSaidToBeThat() {
    List<FileTensor> all = new ArrayList<>();
    layers(MOBILENET).forEach(layer -> all.addAll(layer.tensors()));
    refused(
        List.of(new FileLayer("mobilenetv2_1.00_224", "", all)),
        Optional.of(MOBILENET),
        "holds the backbone as one layer of another network; what is needed is what the backbone's"
            + " own save_weights writes.");
  }

  @Test
  void whatIsNoBackboneAtAllIsSaidToBeNone() {
    refused(
        List.of(layer("dense", tensor("dense/kernel:0", 4, 3))),
        Optional.empty(),
        "holds the weights of none of the backbones VGG19, DenseNet121, InceptionV3,"
            + " InceptionResNetV2, MobileNetV2.");
    refused(List.of(), Optional.of(MOBILENET), "lacks the layer Conv1 with Conv1/kernel.");
  }

  @Test
  void variablesThatAreNamedMayComeInAnyOrder() {
    List<FileLayer> layers = new ArrayList<>();
    for (FileLayer layer : layers(MOBILENET)) {
      List<FileTensor> tensors = new ArrayList<>(layer.tensors());
      Collections.reverse(tensors);
      layers.add(new FileLayer(layer.name(), "", tensors));
    }
    Collections.shuffle(layers, new Random(3));
    assertThat(BackboneCheck.of(FILE, layers, Optional.empty()).weights().names())
        .containsExactlyElementsOf(DrawnWeights.of(MOBILENET, 1).names());
  }

  @Test
  void ourOwnFileIsCheckedLikeAFileOfKeras() {
    Path file = folder.resolve(WeightsFile.NAME);
    Map<String, WeightTensor> tensors = new LinkedHashMap<>(DrawnWeights.of(MOBILENET, 1).asMap());
    tensors.put("lstm/kernel", new WeightTensor(new int[] {1280, 8}, new float[10240]));
    tensors.put("dense/bias", new WeightTensor(new int[] {3}, new float[3]));
    WeightsFile.write(new Weights(tensors), file);
    BackboneWeights read = WeightFiles.read(file, Optional.empty());
    assertThat(read.backbone()).isEqualTo(MOBILENET);
    assertThat(read.weights().names()).containsExactlyElementsOf(tensors.keySet());

    tensors.remove("Conv1/kernel");
    WeightsFile.write(new Weights(tensors), file);
    assertThatThrownBy(() -> WeightFiles.read(file, Optional.of(MOBILENET)))
        .hasMessageContaining("lacks the layer Conv1 with Conv1/kernel");
  }
}
