package negatoscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import negatoscope.network.Backbone;
import negatoscope.network.backbone.FineTuning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code models layers}. */
class ModelsLayersCommandTest {
  @TempDir Path folder;

  @Test
  void theTableHasALineALayerWithItsBlockAndSize() {
    Bench.Result result = new Bench(folder).run("models", "layers", "vgg19");
    assertThat(result.exit()).isZero();
    assertThat(result.lines()).hasSize(23);
    assertThat(result.lines().get(2))
        .matches(" +1 +block1 +block1_conv1 +Conv2D +224 x 224 x 64 +1792");
  }

  @Test
  void everyNameInTheListCanBeFineTunedFrom() throws IOException {
    Bench.Result result =
        new Bench(folder).run("models", "layers", "inception-resnet-v2", "--format", "json");
    assertThat(result.lines()).hasSize(780);
    for (int index = 1; index < 780; index += 60) {
      JsonNode layer = new ObjectMapper().readTree(result.lines().get(index));
      assertThat(layer.get("index").asInt()).isEqualTo(index);
      String block = layer.get("block").asText();
      assertThat(FineTuning.frozen(Backbone.INCEPTION_RESNET_V2, block)).isNotEmpty();
      assertThat(FineTuning.frozen(Backbone.INCEPTION_RESNET_V2, layer.get("layer").asText()))
          .isNotEmpty();
    }
  }

  @Test
  void anUnknownBackboneIsAUsageErrorThatNamesThemAll() {
    Bench.Result result = new Bench(folder).run("models", "layers", "vgg16");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("vgg16").contains("vgg19").contains("inception-resnet-v2");
  }
}
