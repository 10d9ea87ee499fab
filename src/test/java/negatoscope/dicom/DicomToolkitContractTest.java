package negatoscope.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import negatoscope.dicom.builtin.BuiltInToolkit;
import negatoscope.film.FilmException;
import negatoscope.intake.Intake;
import negatoscope.testing.NeedsShared;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds for every toolkit that this build is shipped with, on every file of the shared corpus.
 */
@NeedsShared
class DicomToolkitContractTest {
  private static final DicomToolkit BUILT_IN = new BuiltInToolkit();
  private static final Duration MOST = Duration.ofSeconds(10);

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicNode> storedSamplesOfEveryFrameAreThoseOfTheManifest() {
    return each(
        films(),
        (toolkit, film) -> {
          String outcome = outcome(film, () -> compare(toolkit, film));
          assertThat(accepted(film)).contains(outcome);
        });
  }

  private static void compare(DicomToolkit toolkit, JsonNode film) {
    try (DicomFrames frames = toolkit.open(Corpus.file(film))) {
      assertThat(frames.count()).isEqualTo(film.path("frames").asInt());
      for (int i = frames.count() - 1; i >= 0; i--) {
        StoredFrame.of(frames, i).compare(film, i);
      }
    }
  }

  @TestFactory
  Stream<DynamicNode> framesAreThoseOfTheBuiltInToolkit() {
    return each(
        films(),
        (toolkit, film) -> assertThat(frames(toolkit, film)).isEqualTo(frames(BUILT_IN, film)));
  }

  @TestFactory
  Stream<DynamicNode> elementsAreThoseOfTheBuiltInToolkit() {
    return each(
        films(),
        (toolkit, film) -> {
          Path file = Corpus.file(film);
          Elements.assertSame(toolkit.read(file), BUILT_IN.read(file));
          Elements.assertSame(toolkit.readWhole(file), BUILT_IN.readWhole(file));
        });
  }

  @TestFactory
  Stream<DynamicNode> namesAreReadInAllTheirGroups() {
    return each(
        films().filter(film -> film.has("patientName")),
        (toolkit, film) -> {
          JsonNode name = film.path("patientName");
          assertThat(toolkit.read(Corpus.file(film)).text(Tag.PATIENT_NAME))
              .isEqualTo(
                  Stream.of("alphabetic", "ideographic", "phonetic")
                      .map(group -> name.path(group).asText())
                      .collect(Collectors.joining("="))
                      .replaceAll("=+$", ""));
        });
  }

  @TestFactory
  Stream<DynamicNode> whatIsReadIsWrittenAndReadAgain() {
    return each(
        films(),
        (toolkit, film) -> {
          DataSet all = toolkit.readWhole(Corpus.file(film));
          Path copy = folder.resolve("copy.dcm");
          toolkit.write(copy, all);
          Elements.assertSame(toolkit.readWhole(copy), all);
          Elements.assertSame(BUILT_IN.readWhole(copy), all);
        });
  }

  @TestFactory
  Stream<DynamicNode> everyDamageHasItsCode() {
    return each(
        Corpus.broken(),
        (toolkit, damaged) ->
            assertThat(accepted(damaged))
                .contains(outcome(damaged, () -> new Intake(toolkit).open(Corpus.file(damaged)))));
  }

  @TestFactory
  Stream<DynamicNode> changedBytesAreNoticedOrHarmless() {
    Random random = new Random(20261123);
    return each(
        Stream.concat(films(), Corpus.broken()),
        (toolkit, film) -> {
          byte[] whole = Files.readAllBytes(Corpus.file(film));
          Path file = folder.resolve("changed.dcm");
          for (int i = 0; i < 4; i++) {
            Files.write(file, changed(whole, random));
            outcome(film, () -> new Intake(toolkit).open(file));
            outcome(film, () -> toolkit.readWhole(file));
          }
        });
  }

  @TestFactory
  Stream<DynamicNode> filesAreJudgedByTheirStart() {
    return each(
        Stream.concat(Corpus.films(), Corpus.broken()),
        (toolkit, film) -> {
          byte[] head;
          try (InputStream in = Files.newInputStream(Corpus.file(film))) {
            head = in.readNBytes(1024);
          }
          DicomToolkit.Likeness judged = toolkit.likeness(head);
          boolean other = film.path("kind").asText().equals("NOT_A_FILM");
          assertThat(judged == DicomToolkit.Likeness.NONE).isEqualTo(other);
          assertThat(judged).isEqualTo(BUILT_IN.likeness(head));
        });
  }

  /** The films of the manifest that are no directory. */
  private static Stream<JsonNode> films() {
    return Corpus.films().filter(film -> film.has("transferSyntax"));
  }

  /** What the manifest calls right: {@code opens}, or a code. */
  private static List<String> accepted(JsonNode film) {
    String first = film.path(film.has("kind") ? "kind" : "expectation").asText();
    List<String> accepted = new ArrayList<>(List.of(first.split("\\|")));
    film.path("alsoAccepted").forEach(code -> accepted.add(code.asText()));
    return accepted;
  }

  /** Everything about the frames of a film, or the code of its refusal. */
  private static List<Object> frames(DicomToolkit toolkit, JsonNode film) {
    List<Object> all = new ArrayList<>();
    String outcome =
        outcome(
            film,
            () -> {
              try (DicomFrames frames = toolkit.open(Corpus.file(film))) {
                all.add(frames.syntax());
                all.add(frames.format());
                for (int i = 0; i < frames.count(); i++) {
                  Frame frame = frames.frame(i);
                  all.add(frame.photometric());
                  all.add(frame.pixels().bits());
                  all.add(Arrays.hashCode(frame.pixels().bytes()));
                  all.add(Arrays.hashCode(frame.pixels().shorts()));
                }
                frames.warnings().forEach(warning -> all.add(warning.code()));
              }
            });
    return outcome.equals("opens") ? all : List.of(outcome);
  }

  /** {@code opens}, or the code of the refusal; every other exception is thrown. */
  private static String outcome(JsonNode film, Executable opening) {
    return assertTimeoutPreemptively(
        MOST,
        () -> {
          try {
            opening.execute();
            return "opens";
          } catch (FilmException e) {
            assertThat(e.sentence()).isNotEmpty();
            return e.code().name();
          } catch (Throwable e) {
            throw new AssertionError(film.path("file").asText(), e);
          }
        });
  }

  private static byte[] changed(byte[] whole, Random random) {
    byte[] file = Arrays.copyOf(whole, whole.length - random.nextInt(2) * whole.length / 3);
    for (int i = random.nextInt(12); i > 0 && file.length > 0; i--) {
      int at = random.nextInt(random.nextBoolean() ? Math.min(file.length, 2000) : file.length);
      file[at] = (byte) (random.nextInt(3) == 0 ? 0xFF : random.nextInt(256));
    }
    return file;
  }

  /** Something that holds for a toolkit and a file. */
  private interface Rule {
    void check(DicomToolkit toolkit, JsonNode film) throws IOException;
  }

  /** A test of every film on every toolkit. */
  private static Stream<DynamicNode> each(Stream<JsonNode> films, Rule rule) {
    List<JsonNode> all = films.toList();
    List<DicomToolkit> toolkits = DicomToolkit.all();
    assertThat(all).hasSizeGreaterThan(30);
    assertThat(toolkits).isNotEmpty();
    return toolkits.stream()
        .map(
            toolkit ->
                dynamicContainer(
                    toolkit.name(),
                    all.stream()
                        .map(
                            film ->
                                dynamicTest(
                                    film.path("file").asText(), () -> rule.check(toolkit, film)))));
  }
}
