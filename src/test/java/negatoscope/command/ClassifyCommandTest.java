package negatoscope.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import negatoscope.network.ComputeDevice;
import negatoscope.network.Computing;
import negatoscope.network.GpuSupport;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifyCommandTest {
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void make() {
    bench = new Bench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private String text(String name) {
    return folder.resolve(name).toString();
  }

  private Path broken(String name) throws IOException {
    Path png = bench.film(name, 64);
    byte[] whole = Files.readAllBytes(png);
    return Files.write(png, java.util.Arrays.copyOf(whole, whole.length / 2));
  }

  @Test
  void writesATableInTheOrderOfTheInputWithErrorsInPlace() throws IOException {
    bench.film("b/2.png", 64);
    bench.film("b/1.png", 64);
    broken("middle.png");
    bench.film("a.png", 50);
    Bench.Result result =
        bench.run("classify", text("b"), text("middle.png"), text("gone.png"), text("a.png"));
    assertThat(result.exit()).isEqualTo(1);
    List<String> lines = result.lines();
    assertThat(lines).hasSize(6);
    assertThat(lines.get(0))
        .matches("FILE +CLASS +PROBABILITY +COVID-19 +PNEUMONIA +NORMAL +WARNINGS");
    assertThat(lines.get(1)).matches(".*/1.png +pneumonia +75.0 % +12.5 % +75.0 % +12.5 % +-");
    assertThat(lines.get(2)).contains("2.png");
    assertThat(lines.get(3)).matches(".*middle.png +error +(TRUNCATED|CORRUPT_PIXELS): .*");
    assertThat(lines.get(4)).matches(".*gone.png +error +NOT_FOUND: gone.png is not there. .*");
    assertThat(lines.get(5)).contains("a.png").contains("UNLIKE_TRAINING");
    assertThat(result.err())
        .contains("UNLIKE_TRAINING (1): It is unlike others.")
        .contains("3 films classified (1 with a warning), 2 refused")
        .contains("Model fake-model. Research use only.");
  }

  @Test
  void anArchiveIsClassifiedLikeAFolderAndWhatIsNoFilmIsCounted() throws IOException {
    byte[] film = Files.readAllBytes(bench.film("film.png", 64));
    Path archive = folder.resolve("export.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (String name : List.of("b/2.png", "b/1.png", "notes.txt")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.endsWith("txt") ? new byte[] {65} : film);
      }
    }
    Bench.Result result = bench.run("classify", archive.toString());
    assertThat(result.exit()).isZero();
    assertThat(result.lines()).hasSize(3);
    assertThat(result.lines().get(1)).contains("export.zip!/b/1.png").contains("75.0 %");
    assertThat(result.err()).contains("1 other file was passed over.");
    assertThat(bench.run("classify", text("film.png")).err()).doesNotContain("passed over");
  }

  @Test
  void columnsStandUnderTheirTitles() throws IOException {
    bench.film("film.png", 64);
    List<String> lines = bench.run("classify", text("film.png")).lines();
    assertThat(lines.get(1).indexOf("pneumonia")).isEqualTo(lines.get(0).indexOf("CLASS"));
    assertThat(lines.get(1).lastIndexOf("-")).isEqualTo(lines.get(0).indexOf("WARNINGS"));
  }

  @Test
  void aRefusedFilmHasNoProbabilityAnywhere() throws IOException {
    Path file = broken("broken.png");
    for (String format : List.of("text", "json")) {
      Bench.Result result = bench.run("classify", file.toString(), "--format", format);
      assertThat(result.exit()).isEqualTo(1);
      String last = result.lines().get(result.lines().size() - 1);
      assertThat(last).doesNotContain("%", "normal", "probability", "\"class\"");
    }
  }

  @Test
  void anAnswerThatTheEngineOwesIsAnErrorOfThatFilmAlone() throws IOException {
    bench.film("1.png", 64);
    bench.film("2.png", FakeClassifier.BREAKS);
    bench.film("3.png", 64);
    Bench.Result result = bench.run("classify", folder.toString());
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.lines().get(2)).contains("error").contains("NOT_FINITE");
    assertThat(result.lines().get(3)).contains("3.png").contains("75.0 %");
  }

  @Test
  void writesAnObjectALine() throws IOException {
    bench.film("1.png", 50);
    broken("2.png");
    Bench.Result result =
        bench.run(
            "classify",
            folder.toString(),
            "--format",
            "json",
            "--heatmaps",
            text("maps"),
            "--class",
            "all");
    List<JsonNode> objects = new ArrayList<>();
    for (String line : result.lines()) {
      objects.add(new ObjectMapper().readTree(line));
    }
    JsonNode ok = objects.get(0);
    assertThat(ok.fieldNames())
        .toIterable()
        .containsExactly(
            "file",
            "status",
            "class",
            "probability",
            "probabilities",
            "warnings",
            "model",
            "heatmaps",
            "milliseconds");
    assertThat(ok.get("status").asText()).isEqualTo("ok");
    assertThat(ok.get("class").asText()).isEqualTo("pneumonia");
    assertThat(ok.get("probability").asDouble()).isCloseTo(0.75, within(0.0));
    assertThat(ok.get("probabilities").get("normal").asDouble()).isEqualTo(0.125);
    assertThat(ok.get("warnings").findValuesAsText("code")).contains("UNLIKE_TRAINING");
    assertThat(ok.get("model").get("name").asText()).isEqualTo("fake-model");
    assertThat(ok.get("milliseconds").asDouble()).isEqualTo(12.5);
    for (String name : List.of("covid-19", "pneumonia", "normal")) {
      assertThat(Path.of(ok.get("heatmaps").get(name).asText())).isRegularFile();
    }
    JsonNode error = objects.get(1);
    assertThat(error.fieldNames()).toIterable().containsExactly("file", "status", "error");
    assertThat(error.get("status").asText()).isEqualTo("error");
    assertThat(error.get("error").get("message").asText()).contains("2.png");
  }

  @Test
  void picturesOfFilmsOfOneNameDoNotReplaceEachOther() throws IOException {
    bench.film("a/film.png", 64);
    bench.film("b/film.png", 64);
    bench.run("classify", text("a"), text("b"), "--heatmaps", text("new/maps"));
    try (var files = Files.list(folder.resolve("new/maps"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("film-pneumonia.png", "film-pneumonia-2.png");
    }
  }

  @Test
  void keepsTheOrderOfMoreFilmsThanAreOpenAtATime() throws IOException {
    for (int i = 10; i < 60; i++) {
      bench.film("many/" + i + ".png", 64);
    }
    List<String> lines = bench.run("classify", text("many")).lines();
    assertThat(lines).hasSize(51);
    for (int i = 10; i < 60; i++) {
      assertThat(lines.get(i - 9)).contains(i + ".png");
    }
  }

  @Test
  void anEmptyFolderIsAnErrorInPlace() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    Bench.Result result = bench.run("classify", text("empty"));
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.lines().get(1)).contains("empty holds no films.");
  }

  @Test
  void withoutAModelItEndsWithThree() throws IOException {
    bench.film("film.png", 64);
    bench.noModel =
        java.util.Optional.of(
            new Failure(ErrorCode.NO_MODEL, "There is no model x.", "See models list."));
    Bench.Result result = bench.run("classify", text("film.png"), "--model", "x");
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).isEqualTo("NO_MODEL: There is no model x. See models list.\n");
  }

  @Test
  void debugAddsTheStackTrace() throws IOException {
    bench.film("film.png", 64);
    bench.noModel = java.util.Optional.of(new Failure(ErrorCode.NO_MODEL, "No.", ""));
    assertThat(bench.run("classify", text("film.png"), "--debug").err()).contains("\tat ");
  }

  @Test
  void handsModelAndDeviceOn() throws IOException {
    bench.film("film.png", 64);
    bench.run("classify", text("film.png"), "--model", "mine", "--device", "cpu");
    bench.run("classify", text("film.png"));
    assertThat(bench.asked).containsExactly("mine on CPU", "default on AUTO");
  }

  @Test
  void saysOnceWhyAGpuIsNotUsedWhereTheChoiceIsTheProgramsOwn() throws IOException {
    String film = bench.film("film.png", 64).toString();
    assertThat(bench.run("classify", film).err()).doesNotContain("GPU");
    GpuSupport unused =
        new GpuSupport(List.of("NVIDIA T4"), Optional.of("535.1"), true, false, List.of());
    bench.computing = new Computing("2", List.of(), 2, unused);
    String word = "but this build holds TensorFlow for the CPU alone";
    Bench.Result result = bench.run("classify", film, film);
    assertThat(result.err()).containsOnlyOnce(word).contains("NVIDIA T4", "computed on the CPU.");
    assertThat(result.out()).doesNotContain("GPU");
    assertThat(bench.run("classify", film, "--device", "cpu").err()).doesNotContain(word);
    ComputeDevice gpu = new ComputeDevice("GPU", "NVIDIA T4", 1);
    bench.computing = new Computing("2", List.of(gpu), 2, unused);
    assertThat(bench.run("classify", film).err()).doesNotContain(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "classify",
        "classify f.png --format xml",
        "classify f.png --method cam",
        "classify f.png --opacity 1.5",
        "classify f.png --opacity NaN",
        "classify f.png --device tpu",
        "classify f.png --heatmaps maps --class cold",
        "classify f.png --unknown"
      })
  void wrongUsageEndsWithTwo(String line) throws IOException {
    bench.film("f.png", 64);
    String[] words = line.split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].equals("f.png") ? text("f.png") : words[i];
    }
    Bench.Result result = bench.run(words);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("See: negatoscope classify --help");
  }

  @Test
  void aTerminalSeesABarAndFaintLinesAndAPipeNeither() throws IOException {
    bench.film("1.png", 50);
    assertThat(bench.run("classify", folder.toString()).err()).doesNotContain("[#", "\u001B");
    bench.terminal = true;
    Bench.Result result = bench.run("classify", folder.toString());
    assertThat(result.err()).contains("] 0/1").contains("1.png");
    assertThat(result.lines().get(1)).startsWith("\u001B[2m").endsWith("\u001B[0m");
  }

  @Test
  void emptyHeatMapsAreSaidOfEveryClassAskedForInTextAndJson() throws IOException {
    bench.film("film.png", 64);
    bench.classifier.empty = Set.of("covid-19", "normal");
    String[] all = {"classify", text("film.png"), "--heatmaps", text("maps"), "--class", "all"};
    Bench.Result pictures = bench.run(all);
    assertThat(pictures.lines()).hasSize(4);
    assertThat(pictures.lines().get(1)).contains("  ZERO_HEAT_MAP");
    assertThat(pictures.lines().get(2).strip())
        .isEqualTo("Grad-CAM of covid-19 is empty: it explains nothing.");
    assertThat(pictures.lines().get(3).strip())
        .isEqualTo("Grad-CAM of normal is empty: it explains nothing.");
    assertThat(pictures.err()).contains("ZERO_HEAT_MAP (1): ").contains("(1 with a warning)");

    JsonNode warnings = json(append(all, "--format", "json")).get("warnings");
    assertThat(warnings.findValuesAsText("code")).containsExactly("ZERO_HEAT_MAP", "ZERO_HEAT_MAP");
    assertThat(warnings.get(1).get("message").asText())
        .isEqualTo("Grad-CAM of normal is empty: it explains nothing.");

    String[] one = {"classify", text("film.png"), "--check-heatmaps", "--class", "normal"};
    assertThat(bench.run(one).lines().get(2).strip())
        .isEqualTo("Grad-CAM and HiResCAM of normal are empty: they explain nothing.");
    JsonNode checked = json(append(one, "--format", "json"));
    assertThat(checked.get("warnings").findValuesAsText("code")).containsExactly("ZERO_HEAT_MAP");
    for (JsonNode explanation : checked.get("explanations")) {
      assertThat(explanation.get("empty").asBoolean()).isTrue();
      assertThat(explanation.has("deletion")).isFalse();
    }
    assertThat(bench.run("classify", text("film.png"), "--heatmaps", text("maps")).out())
        .doesNotContain("ZERO_HEAT_MAP", "empty");
  }

  private JsonNode json(String... arguments) throws IOException {
    return new ObjectMapper().readTree(bench.run(arguments).lines().get(0));
  }

  private static String[] append(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void checkedHeatMapsHaveTheirFiguresByClassAndMethod() throws IOException {
    bench.film("film.png", 64);
    Bench.Result text = bench.run("classify", text("film.png"), "--check-heatmaps");
    assertThat(text.lines()).hasSize(4);
    assertThat(text.lines().get(2))
        .contains("Grad-CAM of pneumonia: deletion 0.250 (random 0.500), insertion 0.750")
        .contains("changes with the weights (0.13)");
    assertThat(text.lines().get(3)).contains("HiResCAM of pneumonia");
    String json =
        bench
            .run(
                "classify",
                text("film.png"),
                "--check-heatmaps",
                "--class",
                "all",
                "--format",
                "json")
            .lines()
            .get(0);
    assertThat(json)
        .contains(
            "\"class\":\"normal\",\"method\":\"hirescam\",\"empty\":false,\"deletion\":0.25,"
                + "\"randomDeletion\":0.5,\"insertion\":0.75,\"randomInsertion\":0.5,"
                + "\"sanity\":{\"similarity\":0.125,\"changed\":true,\"stages\":{\"head\":0.125}}");
    assertThat(bench.run("classify", text("film.png"), "--format", "json").lines().get(0))
        .doesNotContain("explanations");
    assertThat(bench.run("classify", text("film.png"), "--check-heatmaps", "--class", "cat").exit())
        .isEqualTo(2);
  }
}
