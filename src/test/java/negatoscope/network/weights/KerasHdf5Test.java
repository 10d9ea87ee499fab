package negatoscope.network.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import negatoscope.network.Backbone;
import negatoscope.network.Weights;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.backbone.Layer;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Weight files that Keras wrote, in every layout, and broken ones. */
@NeedsShared
class KerasHdf5Test {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "VGG19, vgg19.keras2.h5.gz",
    "VGG19, vgg19.keras2.h5",
    "VGG19, vgg19.keras3.weights.h5.gz",
    "VGG19, vgg19.keras3.weights.h5",
    "VGG19, vgg19.historical.h5.gz",
    "VGG19, vgg19.historical.h5",
    "DENSENET121, densenet121.keras2.h5.gz",
    "DENSENET121, densenet121.keras3.weights.h5.gz",
    "INCEPTION_V3, inceptionv3.keras2.h5.gz",
    "INCEPTION_V3, inceptionv3.keras2-renumbered.h5.gz",
    "INCEPTION_V3, inceptionv3.keras3.weights.h5.gz",
    "INCEPTION_RESNET_V2, inceptionresnetv2.keras2.h5.gz",
    "INCEPTION_RESNET_V2, inceptionresnetv2.keras3.weights.h5.gz",
    "MOBILENET_V2, mobilenetv2.keras2.h5.gz",
    "MOBILENET_V2, mobilenetv2.keras2.h5",
    "MOBILENET_V2, mobilenetv2.keras3.weights.h5.gz",
  })
  void everyTensorCarriesItsConstant(Backbone backbone, String file) throws IOException {
    Path unpacked = unpacked(file);
    try {
      BackboneWeights named = KerasHdf5.read(unpacked, Optional.of(backbone));
      assertThat(named.backbone()).isEqualTo(backbone);
      JsonNode listed = reference("layouts/" + kerasName(backbone)).get("tensors");
      Weights weights = named.weights();
      assertThat(weights.names()).hasSize(listed.size());
      for (JsonNode tensor : listed) {
        var found = Objects.requireNonNull(weights.get(tensor.get("name").asText()));
        assertThat(found.shape()).isEqualTo(JSON.convertValue(tensor.get("shape"), int[].class));
        float constant = (float) tensor.get("constant").asDouble();
        for (float value : found.values()) {
          if (value != constant) {
            assertThat(value).as(tensor.get("name").asText()).isEqualTo(constant);
          }
        }
      }
    } finally {
      if (file.endsWith(".gz")) {
        Files.delete(unpacked);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "VGG19, vgg19.historical.h5",
    "VGG19, vgg19.keras3.weights.h5",
    "MOBILENET_V2, mobilenetv2.keras2.h5",
    "INCEPTION_V3, inceptionv3.keras2-renumbered.h5.gz",
    "DENSENET121, densenet121.keras3.weights.h5.gz",
  })
  void theBackboneOfAFileIsRecognised(Backbone backbone, String file) throws IOException {
    assertThat(KerasHdf5.read(unpacked(file), Optional.empty()).backbone()).isEqualTo(backbone);
  }

  @ParameterizedTest
  @EnumSource(Backbone.class)
  void layersAreInTheOrderInWhichKerasListsThem(Backbone backbone) throws IOException {
    List<String> listed = new ArrayList<>();
    reference("layers/" + kerasName(backbone))
        .get("layers")
        .forEach(layer -> listed.add(layer.get("name").asText()));
    assertThat(KerasOrder.of(Architecture.layers(backbone, 224)))
        .extracting(Layer::name)
        .containsExactlyElementsOf(listed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not_hdf5.h5      | is damaged or not an HDF5 file.",
        "truncated.h5     | is damaged or not an HDF5 file.",
        "missing_tensor.h5| lacks block4_conv2/bias [512].",
        "wrong_shape.h5   | holds block3_conv1/kernel as [3, 3, 128, 255], where VGG19 has"
            + " [3, 3, 128, 256].",
      })
  void aBrokenFileIsRefusedInASentenceThatNamesWhat(String file, String says) {
    refused(Shared.path("keras/broken/" + file), Optional.of(Backbone.VGG19), file + " " + says);
    assertThatThrownBy(() -> KerasHdf5.read(Shared.path("keras/broken/" + file), Optional.empty()))
        .hasMessageContaining(says);
  }

  @Test
  void weightsOfAnotherBackboneAreSaidToBeThat() {
    refused(
        Shared.path("keras/layouts/mobilenetv2.keras2.h5"),
        Optional.of(Backbone.VGG19),
        "mobilenetv2.keras2.h5 holds the weights of MobileNetV2, not of VGG19.");
  }

  @Test
  void anArchiveOfKerasIsToldFromDamage() throws IOException {
    Path file = Files.write(folder.resolve("model.keras"), new byte[] {'P', 'K', 3, 4, 20, 0});
    refused(
        file,
        Optional.empty(),
        "model.keras is an archive, as .keras files are; what is needed is what save_weights"
            + " writes.");
  }

  @Test
  void aMissingFileIsNotFound() {
    assertThatThrownBy(() -> KerasHdf5.read(folder.resolve("none.h5"), Optional.empty()))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  private static void refused(Path file, Optional<Backbone> backbone, String sentence) {
    assertThatThrownBy(() -> KerasHdf5.read(file, backbone))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.BAD_WEIGHTS);
              assertThat(failure.sentence()).isEqualTo(sentence);
            });
  }

  private Path unpacked(String file) throws IOException {
    Path there = Shared.path("keras/layouts/" + file);
    if (!file.endsWith(".gz")) {
      return there;
    }
    Path unpacked = folder.resolve(file.substring(0, file.length() - 3));
    try (InputStream in = new GZIPInputStream(Files.newInputStream(there))) {
      Files.copy(in, unpacked);
    }
    return unpacked;
  }

  private static JsonNode reference(String name) throws IOException {
    return JSON.readTree(Shared.path("keras/" + name + ".json").toFile());
  }

  private static String kerasName(Backbone backbone) {
    return backbone.id().replace("-", "");
  }
}
