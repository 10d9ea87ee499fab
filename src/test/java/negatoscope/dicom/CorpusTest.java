package negatoscope.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import negatoscope.dicom.builtin.BuiltInToolkit;
import negatoscope.dicom.image.DicomFilms;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.film.FilmWarning;
import negatoscope.film.Samples;
import negatoscope.film.Spacing;
import negatoscope.film.ViewPosition;
import negatoscope.film.Window;
import negatoscope.task.ErrorCode;
import negatoscope.testing.NeedsShared;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the toolkit reads of the shared films is what their manifest says. */
@NeedsShared
class CorpusTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-9);
  private final DicomToolkit toolkit = new BuiltInToolkit();

  @TestFactory
  Stream<DynamicTest> storedSamplesAreExact() {
    return each(
        film -> Corpus.isPlain(film) && Corpus.isGrey(film),
        film -> {
          List<Film> frames = DicomFilms.read(toolkit, Corpus.file(film));
          assertThat(frames).hasSize(film.path("frames").asInt());
          Samples samples = frames.get(0).samples();
          int offset = film.path("storedPngOffset").asInt();
          int[] expected = Corpus.picture(film.path("storedPng").asText());
          assertThat(samples.width()).isEqualTo(film.path("columns").asInt());
          assertThat(samples.height()).isEqualTo(film.path("rows").asInt());
          assertThat(samples.bitsStored()).isEqualTo(film.path("bitsStored").asInt());
          assertThat(samples.signed()).isEqualTo(film.path("signed").asBoolean());
          assertThat(IntStream.range(0, samples.count()).map(samples::at).toArray())
              .isEqualTo(IntStream.of(expected).map(value -> value + offset).toArray());
          for (int i = 0; film.has("frameSha256") && i < frames.size(); i++) {
            assertThat(sha256(frames.get(i).samples()))
                .isEqualTo(film.path("frameSha256").path(i).asText());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> whatTheHeaderSaysIsRead() {
    return each(
        film -> Corpus.isPlain(film) && Corpus.isGrey(film),
        film -> compare(DicomFilms.read(toolkit, Corpus.file(film)).get(0), film));
  }

  private static void compare(Film film, JsonNode expected) {
    SoftAssertions.assertSoftly(
        softly -> {
          softly
              .assertThat(film.polarity().inverted())
              .isEqualTo(expected.path("inverted").asBoolean());
          softly.assertThat(film.view()).isEqualTo(view(expected.path("viewPosition").asText()));
          softly
              .assertThat(film.provenance().patientName())
              .isEqualTo(expected.path("patientName").path("alphabetic").asText());
          softly
              .assertThat(film.provenance().patientId())
              .isEqualTo(expected.path("patientId").asText());
          softly
              .assertThat(film.provenance().modality())
              .isEqualTo(expected.path("modality").asText());
          softly
              .assertThat(film.provenance().bodyPart())
              .isEqualTo(expected.path("bodyPart").asText());
          if (!expected.path("file").asText().contains("modality-lut")) {
            softly.assertThat(film.windows()).isEqualTo(windows(expected));
          }
          JsonNode spacing = expected.path("spacing");
          softly
              .assertThat(film.spacing().map(Spacing::source).orElse("none"))
              .isEqualTo(spacing.path("source").asText());
          film.spacing()
              .ifPresent(
                  mm -> {
                    softly
                        .assertThat(mm.rowMm())
                        .isCloseTo(spacing.path("rowMm").asDouble(), EXACT);
                    softly
                        .assertThat(mm.columnMm())
                        .isCloseTo(spacing.path("columnMm").asDouble(), EXACT);
                  });
        });
  }

  @TestFactory
  Stream<DynamicTest> namesAreReadInAllTheirGroups() {
    return each(
        film -> film.has("patientName") && isReadable(film),
        film -> {
          JsonNode name = film.path("patientName");
          String groups =
              String.join(
                      "=",
                      name.path("alphabetic").asText(),
                      name.path("ideographic").asText(),
                      name.path("phonetic").asText())
                  .replaceAll("=+$", "");
          assertThat(toolkit.read(Corpus.file(film)).text(Tag.PATIENT_NAME)).isEqualTo(groups);
        });
  }

  /** Headers are read in every syntax but two, whose elements themselves are coded otherwise. */
  private static boolean isReadable(JsonNode film) {
    return TransferSyntax.of(film.path("transferSyntax").path("uid").asText()).isReadable();
  }

  @TestFactory
  Stream<DynamicTest> otherSyntaxesAreRefusedByName() {
    return each(
        film -> film.has("transferSyntax") && !Corpus.isPlain(film),
        film -> {
          FilmException refusal = refusal(film);
          assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_SYNTAX);
          assertThat(refusal.sentence())
              .contains(film.path("transferSyntax").path("uid").asText())
              .contains(film.path("transferSyntax").path("name").asText().split(",")[0]);
        });
  }

  @TestFactory
  Stream<DynamicTest> otherColourIsRefused() {
    return each(
        film ->
            Corpus.isPlain(film)
                && !Corpus.isGrey(film)
                && !film.path("photometric").asText().equals("RGB"),
        film -> assertThat(refusal(film).code()).isEqualTo(ErrorCode.UNSUPPORTED_PIXELS));
  }

  @Test
  void bothLayoutsOfRgbGiveTheSameLuma() {
    List<Samples> both =
        Corpus.films()
            .filter(film -> film.path("file").asText().contains("rgb-planar"))
            .map(film -> DicomFilms.read(toolkit, Corpus.file(film)).get(0).samples())
            .toList();
    assertThat(both).hasSize(2);
    assertThat(sha256(both.get(0))).isEqualTo(sha256(both.get(1)));
    assertThat(IntStream.range(0, both.get(0).count()).map(both.get(0)::at).distinct().count())
        .isGreaterThan(100);
  }

  @Test
  void aDirectoryHasNoPixels() {
    FilmException refusal =
        Corpus.films()
            .filter(film -> film.path("expectation").asText().equals("directory"))
            .map(this::refusal)
            .findFirst()
            .orElseThrow();
    assertThat(refusal.code()).isEqualTo(ErrorCode.NO_PIXELS);
    assertThat(refusal.sentence()).contains("directory");
  }

  @Test
  void whatIsGuessedIsSaid() {
    assertThat(warnings("syntax-mislabelled.dcm")).contains(FilmWarning.Code.SYNTAX_GUESSED);
    assertThat(warnings("no-meta-implicit.dcm")).contains(FilmWarning.Code.SYNTAX_GUESSED);
    assertThat(warnings("a-explicit.dcm")).isEmpty();
  }

  @Test
  void paddingIsReadWithTheSignOfThePixels() {
    Film range = DicomFilms.read(toolkit, named("padding-range.dcm")).get(0);
    assertThat(range.padding()).isPresent();
    long padded =
        IntStream.range(0, range.samples().count())
            .map(range.samples()::at)
            .filter(range.padding().orElseThrow()::contains)
            .count();
    assertThat(padded)
        .isEqualTo(
            Corpus.films()
                .filter(film -> film.path("file").asText().endsWith("padding-range.dcm"))
                .mapToLong(film -> film.path("paddingPixels").asLong())
                .sum());
  }

  private List<FilmWarning.Code> warnings(String file) {
    return DicomFilms.read(toolkit, named(file)).get(0).warnings().stream()
        .map(FilmWarning::code)
        .toList();
  }

  private static java.nio.file.Path named(String file) {
    return negatoscope.testing.Shared.path("dicom/films/" + file);
  }

  private FilmException refusal(JsonNode film) {
    FilmException refusal =
        catchThrowableOfType(
            FilmException.class, () -> DicomFilms.read(toolkit, Corpus.file(film)));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private static ViewPosition view(String position) {
    return switch (position) {
      case "" -> ViewPosition.UNKNOWN;
      case "LL", "RL" -> ViewPosition.LATERAL;
      default -> ViewPosition.valueOf(position);
    };
  }

  private static List<Window> windows(JsonNode film) {
    return StreamSupport.stream(film.path("windows").spliterator(), false)
        .map(
            window ->
                new Window(
                    window.path("center").asDouble(),
                    window.path("width").asDouble(),
                    window.path("explanation").asText(),
                    Window.Function.valueOf(window.path("function").asText())))
        .toList();
  }

  private static String sha256(Samples samples) {
    boolean wide = samples.bitsAllocated() == 16;
    ByteBuffer bytes =
        ByteBuffer.allocate(samples.count() * (wide ? 2 : 1)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < samples.count(); i++) {
      if (wide) {
        bytes.putShort((short) samples.at(i));
      } else {
        bytes.put((byte) samples.at(i));
      }
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<DynamicTest> each(
      java.util.function.Predicate<JsonNode> which, java.util.function.Consumer<JsonNode> test) {
    List<JsonNode> films = Corpus.films().filter(which).toList();
    assertThat(films).isNotEmpty();
    return films.stream()
        .map(film -> DynamicTest.dynamicTest(film.path("file").asText(), () -> test.accept(film)));
  }
}
