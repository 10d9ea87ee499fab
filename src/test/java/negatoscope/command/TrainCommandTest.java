package negatoscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import negatoscope.command.conventions.Exit;
import negatoscope.library.Library;
import negatoscope.library.Model;
import negatoscope.library.WeightStore;
import negatoscope.library.card.CardTest;
import negatoscope.library.card.CardTraining;
import negatoscope.library.card.ModelCard;
import negatoscope.network.Backbone;
import negatoscope.network.backbone.DrawnWeights;
import negatoscope.network.weights.WeightsFile;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.training.FakeEngine;
import negatoscope.training.data.SplitJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train} and {@code look} from the terminal, with a fake engine. */
class TrainCommandTest {

  @TempDir Path folder;
  private Bench bench;
  private String films = "";
  private String recipe = "";

  @BeforeEach
  void make() throws IOException {
    bench = new Bench(folder);
    bench.engine = Optional.of(new FakeEngine());
    films = bench.trainingFilms("sick", "well");
    recipe = bench.quickRecipe(2);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void trainingLeavesAModelInTheLibraryAndItsFiguresOnStandardOutput() {
    Bench.Result result =
        bench.run("train", films, "--name", "mine", "--recipe", recipe, "--epochs", "1");
    assertThat(result.err()).contains("classes sick, well", "head, run 1, epoch 2 of 2", "whole");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("validation accuracy").doesNotContain("test accuracy");
    assertThat(bench.library().find("mine").card().classes()).containsExactly("sick", "well");
  }

  @Test
  void whatIsWrongWithTheFilmsIsSaidAndCopiesAreInOnePart() throws IOException {
    Files.copy(folder.resolve("films/sick/1.png"), folder.resolve("films/sick/copy.png"));
    Files.write(
        folder.resolve("films/sick/broken.png"),
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0});
    Bench.Result result = train("mine");
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err())
        .contains("Note: One film (sick/broken.png) cannot be read and will be left out.")
        .contains("without a stated patient")
        .contains("such a model may learn the make of the files");
    JsonNode split =
        new ObjectMapper()
            .readTree(bench.library().find("mine").folder().resolve(SplitJson.FILE).toFile());
    assertThat(
            Stream.of("train", "validation", "test")
                .filter(part -> split.path(part).toString().contains("sick/copy.png"))
                .toList())
        .isEqualTo(
            Stream.of("train", "validation", "test")
                .filter(part -> split.path(part).toString().contains("sick/1.png"))
                .toList());
    assertThat(split.path("train").size() + split.path("validation").size())
        .isGreaterThan(2 * Bench.FILMS_A_CLASS / 2);
    assertThat(split.toString()).doesNotContain("broken.png");
  }

  @Test
  void aLookAtTheTestFilmsIsOnlyTakenWhenAskedAndCounted() {
    String out = folder.resolve("model").toString();
    bench.run("train", films, "--name", "mine", "--recipe", recipe, "--out", out);
    Bench.Result result = bench.run("look", films, "--model", out, "--looks-before", "2");
    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("test accuracy", "lungs blacked out");
    CardTest test = Objects.requireNonNull(Model.of(Path.of(out)).card().test());
    assertThat(test.looks()).isEqualTo(3);
  }

  @Test
  void wrongWordsAreWrongUsage() {
    for (String[] words :
        new String[][] {
          {"train", films},
          {"train", films, "--name", "a/b"},
          {"train", films, "--name", "a", "--backbone", "resnet"},
          {"train", films, "--name", "a", "--head", "convolutional"},
          {"train", films, "--name", "a", "--side", "0"},
          {"train", films, "--name", "a", "--side", "74", "--backbone", "inception-v3"},
          {"train", films, "--name", "a", "--fine-tune", "block_99"},
          {"train", films, "--name", "a", "--device", "tpu"},
          {"train", films, "--name", "a", "--preset", "best"},
          {"train", films, "--name", "a", "--epochs", "-1"},
        }) {
      Bench.Result result = bench.run(words);
      assertThat(result.exit()).as(String.join(" ", words)).isEqualTo(Exit.USAGE);
      assertThat(result.out()).isEmpty();
    }
  }

  @Test
  void aWrongLayerIsAnsweredWithTheNamesMostLikeIt() {
    assertThat(bench.run("train", films, "--name", "a", "--fine-tune", "block_99").err())
        .contains("MobileNetV2 has no layer or block \"block_99\"", "block_9");
  }

  @Test
  void drawnWeightsAreSaidLoudlyAndInTheCard() {
    Bench.Result all = train("all");
    assertThat(all.err()).contains("Warning: no weights of MobileNetV2", "models weights download");
    assertThat(all.err()).doesNotContain("never have learned");
    assertThat(all.out()).doesNotContain("Warning");
    ModelCard card = bench.library().find("all").card();
    assertThat(card.limits()).anyMatch(limit -> limit.contains("drawn weights"));
    assertThat(card.training().fineTunedFrom()).isEqualTo("all");
    assertThat(card.training().frozenLayers()).isZero();
    assertThat(train("frozen", "--fine-tune", "none").err()).contains("never have learned");
    CardTraining frozen = bench.library().find("frozen").card().training();
    assertThat(frozen.fineTunedFrom()).isEqualTo("none");
    assertThat(frozen.frozenLayers()).isEqualTo(153);
  }

  @Test
  void storedWeightsAreTakenUnaskedAndNamedInTheCard() {
    Path file = folder.resolve("first.bin");
    WeightsFile.write(DrawnWeights.of(Backbone.MOBILENET_V2, 3), file);
    new WeightStore(bench.home())
        .importFile(file, Optional.empty(), Progress.NONE, new Cancellation());
    assertThat(train("unasked").err()).doesNotContain("Warning");
    assertThat(origin("unasked")).isEqualTo("first.bin");
    assertThat(train("named", "--weights", "first.bin").exit()).isZero();
    assertThat(origin("named")).isEqualTo("first.bin");
    assertThat(train("official", "--weights", "official").err()).contains("NO_WEIGHTS");
    assertThat(train("drawn", "--weights", "drawn").err()).contains("Warning");
  }

  @Test
  void aModelThatWasTrainedHereIsTrainedOnFromALayer() {
    train("first");
    Bench.Result result = train("second", "--weights", "first", "--fine-tune", "block_13");
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err()).doesNotContain("Warning");
    ModelCard card = bench.library().find("second").card();
    assertThat(origin("second")).isEqualTo("model first");
    assertThat(card.training().fineTunedFrom()).isEqualTo("block_13");
    assertThat(card.training().frozenLayers()).isEqualTo(115);
    assertThat(train("third", "--weights", "first", "--backbone", "vgg19").err())
        .contains("BAD_WEIGHTS", "of MobileNetV2, not of VGG19");
  }

  @Test
  void theBundledModelHoldsNothingToStartFrom() {
    Bench.Result result = train("a", "--weights", Library.BUNDLED);
    assertThat(result.exit()).isEqualTo(Exit.FAILED);
    assertThat(result.err()).contains("NO_WEIGHTS", Library.BUNDLED);
  }

  private Bench.Result train(String name, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("train", films, "--name", name, "--recipe", recipe, "--epochs", "1"));
    words.addAll(List.of(more));
    return bench.run(words.toArray(new String[0]));
  }

  private String origin(String name) {
    return Objects.requireNonNull(bench.library().find(name).card().weights()).name();
  }

  @Test
  void aBadDataSetOrMissingWeightsEndWithTheirCode() {
    assertThat(bench.run("train", folder.resolve("none").toString(), "--name", "a").err())
        .contains("NOT_FOUND");
    Bench.Result oneClass = bench.run("train", folder.toString(), "--name", "a");
    assertThat(oneClass.err()).contains("BAD_DATASET");
    assertThat(oneClass.exit()).isEqualTo(Exit.FAILED);
    assertThat(bench.run("train", films, "--name", "a", "--weights", "gone.h5").err())
        .contains("NO_WEIGHTS");
  }
}
