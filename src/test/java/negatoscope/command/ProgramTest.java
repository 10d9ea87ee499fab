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
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Toolkits;
import negatoscope.library.SampleCards;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands other than {@code classify}. */
class ProgramTest {
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

  @Test
  void withoutArgumentsTheWindowOpensOnTheSampleStudies() throws IOException {
    bench.film("sample-studies/1.png", 64);
    assertThat(bench.run().exit()).isZero();
    assertThat(bench.opened).containsExactly(folder.resolve("sample-studies"));
    assertThat(bench.asked).as("the window opens before any engine").isEmpty();
  }

  @Test
  void theWindowOpensOnWhatIsNamed() throws IOException {
    Path film = bench.film("film.png", 64);
    bench.run(film.toString());
    bench.run("open", film.toString(), folder.toString());
    assertThat(bench.opened).containsExactly(film, film, folder);
  }

  @Test
  void withoutADisplayTheSampleStudiesAreClassifiedWithPictures() throws IOException {
    bench.noDisplay = Optional.of("DISPLAY is not set");
    bench.film("sample-studies/1.png", 64);
    Bench.Result result = bench.run();
    assertThat(result.exit()).isZero();
    assertThat(result.err())
        .startsWith(
            "No window can be opened: DISPLAY is not set."
                + " The sample studies are classified here instead.");
    Path picture = folder.resolve("home/cache/heatmaps/1-pneumonia.png");
    assertThat(result.lines().get(0)).endsWith("HEAT MAP");
    assertThat(result.lines().get(1)).contains("75.0 %").endsWith(picture.toString());
    assertThat(picture).isRegularFile();
  }

  @Test
  void inACheckoutPicturesGoBelowTarget() throws IOException {
    bench.noDisplay = Optional.of("DISPLAY is not set");
    bench.film("sample-studies/1.png", 64);
    Files.writeString(folder.resolve("pom.xml"), "");
    bench.run();
    assertThat(folder.resolve("target/heatmaps/1-pneumonia.png")).isRegularFile();
  }

  @Test
  void aMistypedCommandIsWrongUsage() {
    Bench.Result result = bench.run("clasify", "film.png");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("There is no command and no file \"clasify\".");
    assertThat(bench.opened).isEmpty();
  }

  @Test
  void aBackboneThatDoesNotExistIsWrongUsageWhereverOneIsNamed() {
    List<String[]> wrong =
        List.of(
            new String[] {"models", "layers", "vgg16"},
            new String[] {"models", "weights", "download", "vgg16"},
            new String[] {"models", "weights", "import", "a.h5", "--backbone", "vgg16"},
            new String[] {"train", "films", "--name", "mine", "--backbone", "vgg16"});
    for (String[] line : wrong) {
      Bench.Result result = bench.run(line);
      assertThat(result.exit()).as(String.join(" ", line)).isEqualTo(2);
      assertThat(result.err())
          .contains(
              "there is no backbone vgg16; there are vgg19, densenet121, inception-v3,"
                  + " inception-resnet-v2, mobilenet-v2.");
    }
  }

  @Test
  void helpAndVersionAreResults() {
    assertThat(bench.run("--help").out()).contains("classify", "render", "doctor", "Exit codes");
    assertThat(bench.run("classify", "--help").out()).contains("--heatmaps=DIR");
    assertThat(bench.run("--version").out()).matches("Negatoscope \\d+\\.\\d+\\.\\d+, Java .*\\s+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open",
        "classify",
        "info",
        "render",
        "dataset",
        "train",
        "evaluate",
        "doctor",
        "models list",
        "models show",
        "models layers",
        "models thresholds"
      })
  void helpNamesNoDefaultWhereThereIsNone(String command) {
    List<String> line = new ArrayList<>(List.of(command.split(" ")));
    line.add("--help");
    assertThat(bench.run(line.toArray(String[]::new)).out())
        .contains("Usage: negatoscope " + command)
        .doesNotContainPattern("Default: *(\\R|0\\R|\\[|\\w+\\[)");
  }

  @Test
  void rendersAFilmAsItIsFiled() throws IOException {
    Path film = bench.film("film.png", 64);
    Path out = folder.resolve("new folder/out.png");
    Bench.Result result = bench.run("render", film.toString(), "--out", out.toString());
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(bench.intake().openFirst(out).samples().at(63, 5)).isEqualTo(63);
    bench.run("render", film.toString(), "--out", out.toString(), "--invert");
    assertThat(bench.intake().openFirst(out).samples().at(63, 5)).isEqualTo(255 - 63);
    bench.run("render", film.toString(), "--out", out.toString(), "--window", "32,2");
    assertThat(bench.intake().openFirst(out).samples().at(63, 5)).isEqualTo(255);
    bench.run("render", film.toString(), "--out", out.toString(), "--stored");
    assertThat(bench.intake().openFirst(out).samples().at(63, 5)).isEqualTo(63);
  }

  @Test
  void renderRefusesWhatMakesNoSense() throws IOException {
    String film = bench.film("film.png", 64).toString();
    String out = folder.resolve("out.png").toString();
    List<String[]> wrong =
        List.of(
            new String[] {"render", film},
            new String[] {"render", film, "--out", out, "--frame", "2"},
            new String[] {"render", film, "--out", out, "--window", "10"},
            new String[] {"render", film, "--out", out, "--window", "10,0"},
            new String[] {"render", film, "--out", out, "--stored", "--invert"});
    for (String[] line : wrong) {
      assertThat(bench.run(line).exit()).as(String.join(" ", line)).isEqualTo(2);
    }
    assertThat(Path.of(out)).doesNotExist();
  }

  @Test
  void aFailedFilmEndsRenderAndInfoWithOne() throws IOException {
    String text = Files.writeString(folder.resolve("a.txt"), "no film").toString();
    String out = folder.resolve("out.png").toString();
    Bench.Result render = bench.run("render", text, "--out", out);
    assertThat(render.exit()).isEqualTo(1);
    assertThat(render.err()).startsWith("NOT_A_FILM: a.txt ").hasLineCount(1);
    assertThat(bench.run("info", text).exit()).isEqualTo(1);
  }

  @Test
  void aPlaceThatCannotBeWrittenIsSaidSo() throws IOException {
    String film = bench.film("film.png", 64).toString();
    Bench.Result result = bench.run("render", film, "--out", film + "/out.png");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).startsWith("NOT_WRITABLE: ");
  }

  @Test
  void infoSaysWhatAFileHolds() throws IOException {
    String film = bench.film("film.png", 64).toString();
    assertThat(bench.run("info", film).out())
        .containsPattern("format +PNG")
        .containsPattern("columns +64\\s")
        .containsPattern("warnings +SMALL_FILM: ");
    JsonNode json = new ObjectMapper().readTree(bench.run("info", film, "--format", "json").out());
    assertThat(json.get("rows").asInt()).isEqualTo(80);
    assertThat(json.get("signed").asBoolean()).isFalse();
  }

  @Test
  void infoListsTheHeaderOfADicomFileAlsoWhereItsPixelsCannotBeRead() throws IOException {
    Path file = folder.resolve("phantom.dcm");
    bench
        .dicom()
        .preferred()
        .write(
            file,
            DataSet.builder()
                .text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.1")
                .text(Tag.SOP_INSTANCE_UID, "1.2.3")
                .text(Tag.PATIENT_NAME, "PHANTOM")
                .build());
    Bench.Result text = bench.run("info", file.toString());
    assertThat(text.exit()).isEqualTo(1);
    assertThat(text.out()).containsPattern("\\(0010,0010\\) PN PatientName +PHANTOM");
    assertThat(text.err()).startsWith("NO_PIXELS: phantom.dcm ");
    JsonNode json =
        new ObjectMapper().readTree(bench.run("info", file.toString(), "--format", "json").out());
    assertThat(json.get("attributes").findValuesAsText("keyword")).contains("PatientName");
  }

  @Test
  void doctorLooksAtEverything() throws IOException {
    bench.noDisplay = Optional.of("DISPLAY is not set");
    bench.noEngine = Optional.of(new Failure(ErrorCode.NO_ENGINE, "It is damaged.", "Delete it."));
    Bench.Result result = bench.run("doctor");
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out())
        .containsPattern("java +well +\\d+")
        .containsPattern("display +less +no window can be opened: DISPLAY is not set")
        .containsPattern("engine +ill +NO_ENGINE: It is damaged. Delete it.")
        .containsPattern("device +well +CPU, 2 threads; this build holds no CUDA; no NVIDIA driver")
        .containsPattern("home +well +.*home, may be written to");
    JsonNode json = new ObjectMapper().readTree(bench.run("doctor", "--format", "json").out());
    assertThat(json.fieldNames())
        .toIterable()
        .contains(
            "program", "java", "system", "memory", "display", "home", "dicom", "engine", "device",
            "model");
    assertThat(json.get("engine").get("state").asText()).isEqualTo("ill");
  }

  @Test
  void doctorSaysWhichDicomToolkitIsUsedAndWhyAnotherIsNot() {
    assertThat(bench.run("doctor").out())
        .containsPattern("dicom +well +" + bench.dicom().summary());
    bench.dicom = new Toolkits(bench.dicom.usable(), List.of("another lacks a library"));
    assertThat(bench.run("doctor").out())
        .containsPattern("dicom +less +.* \\(passed over: another lacks a library\\)");
    bench.dicom = new Toolkits(List.of(), List.of("the file is damaged"));
    assertThat(bench.run("doctor").out())
        .containsPattern("dicom +ill +INTERNAL: No DICOM toolkit starts: the file is damaged");
  }

  @Test
  void doctorSeesAHomeThatCannotBeWritten() throws IOException {
    Files.writeString(folder.resolve("home"), "a file in its place");
    assertThat(bench.run("doctor").out()).containsPattern("home +ill +NOT_WRITABLE: ");
  }

  @Test
  void modelsAreListedAndShown() throws IOException {
    SampleCards.write(
        bench.library().folder("mine"), SampleCards.full("mine"), "a graph of this test");
    assertThat(bench.run("models", "list").out())
        .containsPattern("mine +own +mobilenet-v2 +0.0 +0.750");
    Bench.Result shown = bench.run("models", "show", "mine");
    assertThat(shown.out())
        .contains("On 4 test films, looked at 1 times")
        .containsPattern("accuracy +0.750 \\(95 % 0.500 to 1.000\\)")
        .containsPattern("nih +pneumonia against normal: AUC 0.800 \\(95 % 0.700 to 0.900\\)")
        .containsPattern("lungs blacked out +accuracy 0.500, macro AUC 0.750")
        .contains("Not for diagnosis.");
    JsonNode json =
        new ObjectMapper().readTree(bench.run("models", "show", "mine", "--format", "json").out());
    assertThat(json.get("name").asText()).isEqualTo("mine");
    assertThat(bench.run("models", "show", "none").exit()).isEqualTo(3);
    assertThat(bench.run("models").exit()).isEqualTo(2);
  }
}
