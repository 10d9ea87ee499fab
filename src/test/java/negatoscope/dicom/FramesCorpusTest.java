package negatoscope.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import negatoscope.dicom.builtin.BuiltInToolkit;
import negatoscope.film.FilmException;
import negatoscope.film.FilmWarning;
import negatoscope.task.ErrorCode;
import negatoscope.testing.NeedsShared;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The frames and texts of every shared film are those of their manifest. */
@NeedsShared
class FramesCorpusTest {
  /** What is guessed or repaired in the films; nothing in all others. */
  private static final Map<String, List<FilmWarning.Code>> WARNINGS =
      Map.of(
          "films/no-meta-implicit.dcm", List.of(FilmWarning.Code.SYNTAX_GUESSED),
          "films/no-meta-explicit.dcm", List.of(FilmWarning.Code.SYNTAX_GUESSED),
          "films/syntax-mislabelled.dcm", List.of(FilmWarning.Code.SYNTAX_GUESSED),
          "films/odd-length.dcm", List.of(FilmWarning.Code.HEADER_REPAIRED),
          "films/pixels-too-long.dcm", List.of(FilmWarning.Code.PIXELS_REPAIRED));

  private final DicomToolkit toolkit = new BuiltInToolkit();

  @TestFactory
  Stream<DynamicTest> storedSamplesAreThoseOfTheManifest() {
    return each(
        FramesCorpusTest::isDecoded,
        film -> {
          try (DicomFrames frames = toolkit.open(Corpus.file(film))) {
            assertThat(frames.count()).isEqualTo(film.path("frames").asInt());
            assertThat(frames.format().width()).isEqualTo(film.path("columns").asInt());
            assertThat(frames.format().height()).isEqualTo(film.path("rows").asInt());
            for (int i = frames.count() - 1; i >= 0; i--) {
              StoredFrame.of(frames, i).compare(film, i);
            }
            assertThat(frames.warnings().stream().map(FilmWarning::code))
                .isEqualTo(WARNINGS.getOrDefault(film.path("file").asText(), List.of()));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> namesAreReadInAllTheirGroups() {
    return each(
        film -> film.has("patientName"),
        film -> {
          JsonNode name = film.path("patientName");
          String groups =
              String.join(
                      "=",
                      name.path("alphabetic").asText(),
                      name.path("ideographic").asText(),
                      name.path("phonetic").asText())
                  .replaceAll("=+$", "");
          DataSet header = toolkit.read(Corpus.file(film));
          assertThat(header.text(Tag.PATIENT_NAME)).isEqualTo(groups);
          assertThat(header.find(Tag.PIXEL_DATA).orElseThrow().isOmitted()).isTrue();
        });
  }

  @TestFactory
  Stream<DynamicTest> otherSyntaxesAreRefusedByName() {
    return each(
        film -> film.has("transferSyntax") && !isDecoded(film),
        film -> {
          FilmException refusal = refusal(film);
          assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_SYNTAX);
          assertThat(refusal.sentence())
              .contains(film.path("transferSyntax").path("uid").asText())
              .contains(film.path("transferSyntax").path("name").asText());
        });
  }

  @TestFactory
  Stream<DynamicTest> aDirectoryHasNoPixels() {
    return each(
        film -> film.path("expectation").asText().equals("directory"),
        film -> {
          FilmException refusal = refusal(film);
          assertThat(refusal.code()).isEqualTo(ErrorCode.NO_PIXELS);
          assertThat(refusal.sentence()).contains("directory");
        });
  }

  private static boolean isDecoded(JsonNode film) {
    return film.has("transferSyntax")
        && !film.path("transferSyntax").path("uid").asText().equals("1.2.840.10008.1.2.4.201");
  }

  private FilmException refusal(JsonNode film) {
    FilmException refusal =
        catchThrowableOfType(FilmException.class, () -> toolkit.open(Corpus.file(film)).close());
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private static Stream<DynamicTest> each(Predicate<JsonNode> which, Consumer<JsonNode> test) {
    List<JsonNode> films = Corpus.films().filter(which).toList();
    assertThat(films).isNotEmpty();
    return films.stream()
        .map(film -> DynamicTest.dynamicTest(film.path("file").asText(), () -> test.accept(film)));
  }
}
