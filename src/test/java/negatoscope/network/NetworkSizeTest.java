package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import negatoscope.network.backbone.DrawnWeights;
import negatoscope.network.graph.Initialisers;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks of full size, and those that are too large. */
class NetworkSizeTest {
  private static NetworkSpec published(Backbone backbone, int side) {
    return new NetworkSpec(backbone, HeadSpec.Published.of(backbone), 3, side);
  }

  @Test
  void aNetworkThatNoFileHoldsIsRefusedBeforeItIsBuilt(@TempDir Path folder) {
    NetworkSpec spec = published(Backbone.DENSENET121, 448);
    Weights none = new Weights(Map.of());
    Engine engine = Engines.start();
    assertThat(NetworkSize.of(spec).bytes()).isGreaterThan(Integer.MAX_VALUE);
    assertThatThrownBy(() -> engine.train(spec, none, 1))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TOO_LARGE));
    assertThatThrownBy(() -> engine.export(spec, none, 1, folder))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TOO_LARGE));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void thePublishedHeadOnVgg19AtFullSizeIsExportedAndAnswersWithHeatMaps(@TempDir Path folder) {
    NetworkSpec spec = published(Backbone.VGG19, 224);
    assertThat(NetworkSize.of(spec).parameters()).isEqualTo(141_716_547);
    Engine engine = Engines.start();
    engine.export(spec, drawn(spec), 1, folder);
    assertThat(folder.resolve("saved_model.pb").toFile().length())
        .isBetween(NetworkSize.of(spec).bytes(), NetworkSize.of(spec).bytes() * 11 / 10);
    float[] film = new float[224 * 224];
    for (int i = 0; i < film.length; i++) {
      film[i] = (i * 37 + i / 224 * 11) % 256;
    }
    try (ServingModel model = engine.open(folder, Device.CPU)) {
      NetworkAnswer answer = model.run(film, 1, EnumSet.allOf(CamMethod.class));
      assertThat(model.run(film, 1, Set.of()).probabilities()[0])
          .containsExactly(answer.probabilities()[0], org.assertj.core.data.Offset.offset(1e-5f));
      float[] map = Objects.requireNonNull(answer.cams().get(CamMethod.HIRESCAM))[0][0];
      assertThat(map).hasSize(49);
    }
  }

  private static Weights drawn(NetworkSpec spec) {
    Weights backbone = DrawnWeights.of(spec.backbone(), 1);
    return backbone.with(Initialisers.missing(spec, backbone, 1));
  }
}
