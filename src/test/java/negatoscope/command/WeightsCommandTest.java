package negatoscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import negatoscope.library.SampleCards;
import negatoscope.library.WeightStore;
import negatoscope.library.download.Download;
import negatoscope.library.download.FileServer;
import negatoscope.network.Backbone;
import negatoscope.network.Weights;
import negatoscope.network.backbone.DrawnWeights;
import negatoscope.network.weights.KerasHdf5;
import negatoscope.network.weights.OfficialWeights;
import negatoscope.network.weights.WeightsFile;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code models weights}, from the command line. */
class WeightsCommandTest {
  private static final String TRANSFER = "mobilenet_v2_transfer_notop.h5";

  @TempDir Path folder;
  private Bench bench = new Bench(Path.of(""));

  @BeforeEach
  void open() {
    bench = new Bench(folder);
  }

  private Bench.Result weights(String... arguments) {
    String[] line = new String[arguments.length + 2];
    line[0] = "models";
    line[1] = "weights";
    System.arraycopy(arguments, 0, line, 2, arguments.length);
    return bench.run(line);
  }

  @Test
  @NeedsShared
  void weightsAreImportedListedExportedAndRemoved() throws IOException {
    assertThat(weights("list").out()).isEmpty();
    Bench.Result taken =
        weights("import", Shared.path("keras/" + TRANSFER).toString(), "--licence", "MIT");
    assertThat(taken.exit()).isZero();
    assertThat(taken.out())
        .containsPattern("backbone +mobilenet-v2")
        .containsPattern("official +false")
        .containsPattern("licence +MIT");
    assertThat(weights("list").out()).containsPattern("mobilenet-v2 +own +8  " + TRANSFER);
    JsonNode json = new ObjectMapper().readTree(weights("list", "--format", "json").out());
    assertThat(json.get("name").asText()).isEqualTo(TRANSFER);
    assertThat(json.get("licence").asText()).isEqualTo("MIT");

    Path out = folder.resolve("out.h5");
    Bench.Result exported = weights("export", TRANSFER, "--out", out.toString());
    assertThat(exported.out()).containsPattern("parameters +2257984");
    Weights back = KerasHdf5.read(out);
    Weights given = KerasHdf5.read(Shared.path("keras/" + TRANSFER));
    assertThat(back.names()).containsExactlyElementsOf(given.names());

    assertThat(weights("remove", TRANSFER).exit()).isZero();
    assertThat(weights("list").out()).isEmpty();
    assertThat(weights("remove", TRANSFER).err()).startsWith("NO_WEIGHTS: ");
  }

  @Test
  @NeedsShared
  void aFileThatDoesNotFitIsRefusedInOneLine() {
    Bench.Result result = weights("import", Shared.path("keras/broken/wrong_shape.h5").toString());
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .hasLineCount(1)
        .startsWith("BAD_WEIGHTS: wrong_shape.h5 is nearly one of VGG19, but holds block3_conv1/");
  }

  @Test
  @NeedsShared
  void aDownloadSaysItsAddressFirst() throws IOException {
    Path keras = Shared.path("keras/layouts/mobilenetv2.keras2.h5");
    OfficialWeights real = OfficialWeights.of(Backbone.MOBILENET_V2);
    try (FileServer server = new FileServer(Files.readAllBytes(keras))) {
      OfficialWeights here =
          new OfficialWeights(
              real.backbone(),
              real.file(),
              server.at("/" + real.file()),
              null,
              real.tensorBytes(),
              real.licence());
      bench.weights =
          Optional.of(
              new WeightStore(
                  bench.home(),
                  List.of(here),
                  new Download(ProxySelector.of(null), Duration.ofSeconds(20))));
      Bench.Result result = weights("download", "mobilenet-v2");
      assertThat(result.exit()).isZero();
      assertThat(result.err())
          .startsWith("MobileNetV2: " + here.location() + ", about 8 MB.")
          .contains("Licence: Apache License 2.0");
      assertThat(result.out()).containsPattern("official +true");
      assertThat(server.asked).hasSize(1);
    }
  }

  @Test
  void theWeightsOfATrainedModelAreExported() throws IOException {
    Path model = bench.library().folder("mine");
    SampleCards.write(model, SampleCards.full("mine"), "a graph of this test");
    Bench.Result without = weights("export", "mine", "--out", folder.resolve("a.h5").toString());
    assertThat(without.err()).startsWith("NO_WEIGHTS: ");

    Weights drawn = DrawnWeights.of(Backbone.MOBILENET_V2, 5);
    WeightsFile.write(drawn, model.resolve(WeightsFile.NAME));
    assertThat(weights("export", "mine", "--out", folder.resolve("a.h5").toString()).exit())
        .isZero();
    assertThat(KerasHdf5.read(folder.resolve("a.h5")).names())
        .containsExactlyElementsOf(drawn.names());
  }

  @Test
  void whatMakesNoSenseIsWrongUsage() {
    assertThat(weights().exit()).isEqualTo(2);
    assertThat(weights("download", "vgg16").err())
        .contains("there is no backbone vgg16; there are vgg19, densenet121");
    assertThat(weights("export", "mine", "--out", "x.weights.h5").exit()).isEqualTo(2);
    assertThat(weights("export", "mine", "--out", "x.npz").exit()).isEqualTo(2);
    assertThat(weights("export", "mine", "--out", "x.h5").err()).startsWith("NO_MODEL: ");
  }
}
