package negatoscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import negatoscope.command.conventions.Exit;
import negatoscope.library.Model;
import negatoscope.training.FakeEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train --resume} from the terminal, with a fake engine. */
class TrainResumeCommandTest {
  private static final int EPOCHS = 5;

  /** The third epoch of the head, as it were. */
  private static final int CRASH = 12;

  @TempDir Path folder;
  private final FakeEngine engine = new FakeEngine();
  private Bench bench;
  private Path checkpoint;
  private String recipe = "";

  @BeforeEach
  void make() throws IOException {
    bench = new Bench(folder);
    bench.engine = Optional.of(engine);
    bench.trainingFilms("sick", "well");
    recipe = bench.quickRecipe(3);
    checkpoint = folder.resolve("home/models/mine.checkpoint");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Bench.Result train(String name, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("train", folder.resolve("films").toString(), "--name", name, "--epochs", "2"));
    words.addAll(List.of("--recipe", recipe));
    words.addAll(List.of(more));
    return bench.run(words.toArray(new String[0]));
  }

  private void crash() {
    engine.updates = 0;
    engine.crashAt = CRASH;
    Bench.Result crashed = train("mine");
    assertThat(crashed.exit()).isEqualTo(Exit.FAILED);
    assertThat(crashed.err()).contains("INTERNAL");
    assertThat(checkpoint).isRegularFile();
    engine.crashAt = Integer.MAX_VALUE;
  }

  private void refused(Bench.Result result, String code, String... words) {
    assertThat(result.exit()).isEqualTo(Exit.FAILED);
    assertThat(result.out()).isEmpty();
    String last = result.err().lines().reduce("", (one, other) -> other);
    assertThat(last).startsWith(code + ": ").contains(words);
    assertThat(folder.resolve("home/models/mine")).doesNotExist();
  }

  @Test
  void aTrainingThatWasInterruptedGoesOnToTheSameModel() throws IOException {
    train("whole");
    crash();
    Bench.Result resumed = train("mine", "--resume");
    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("The training goes on after head, run 1, epoch");
    assertThat(epochs("mine")).isEqualTo(epochs("whole")).hasSize(EPOCHS);
    assertThat(bench.library().find("mine").card().id())
        .isEqualTo(bench.library().find("whole").card().id());
    assertThat(checkpoint).doesNotExist();
  }

  private List<String> epochs(String name) throws IOException {
    Path file = bench.library().find(name).folder().resolve(Model.EVALUATION);
    List<String> lines = new ArrayList<>();
    for (JsonNode epoch : new ObjectMapper().readTree(file.toFile()).path("epochs")) {
      lines.add(epoch.path("loss") + " " + epoch.path("rate") + " " + epoch.path("validation"));
    }
    return lines;
  }

  @Test
  void anInterruptedTrainingCanBeFinishedAsItIs() throws IOException {
    crash();
    assertThat(train("mine", "--finish").exit()).isEqualTo(Exit.USAGE);
    Bench.Result finished = train("mine", "--resume", "--finish");
    assertThat(finished.exit()).as(finished.err()).isZero();
    assertThat(epochs("mine")).hasSizeLessThan(EPOCHS).isNotEmpty();
  }

  @Test
  void withoutResumeItIsToldOfAndNotTouched() throws IOException {
    crash();
    byte[] before = Files.readAllBytes(checkpoint);
    refused(train("mine"), "EXISTS", checkpoint.toString(), "--resume");
    assertThat(checkpoint).hasBinaryContent(before);
  }

  @Test
  void withoutAnythingToResumeThatIsSaid() {
    refused(train("mine", "--resume"), "NOT_FOUND", checkpoint.toString(), "without --resume");
  }

  @Test
  void aDamagedCheckpointIsRefused() throws IOException {
    crash();
    byte[] bytes = Files.readAllBytes(checkpoint);
    bytes[bytes.length / 2] ^= 1;
    Files.write(checkpoint, bytes);
    refused(train("mine", "--resume"), "BAD_CHECKPOINT", checkpoint.toString(), "Delete it");
    Files.write(checkpoint, new byte[0]);
    refused(train("mine", "--resume"), "BAD_CHECKPOINT", checkpoint.toString());
  }

  @Test
  void otherSettingsFilmsOrWeightsAreRefusedByName() throws IOException {
    crash();
    refused(train("mine", "--resume", "--seed", "9"), "CHANGED", "the recipe's seed (1 then");
    refused(train("mine", "--resume", "--side", "48"), "CHANGED", "the recipe's side (32 then");
    refused(train("mine", "--resume", "--fine-tune", "block_16"), "CHANGED", "fineTuneFrom");
    refused(train("mine", "--resume", "--backbone", "vgg19"), "CHANGED", "the backbone");
    refused(train("mine", "--resume", "--classes", "well,sick"), "CHANGED", "the classes");
    Path film = folder.resolve("films/sick/3.png");
    byte[] content = Files.readAllBytes(film);
    bench.spots("films/sick/3.png", 70, 999);
    refused(train("mine", "--resume"), "CHANGED", "sick/3.png");
    Files.delete(film);
    refused(train("mine", "--resume"), "CHANGED", "left out");
    Files.write(film, content);
    assertThat(checkpoint).isRegularFile();
  }
}
