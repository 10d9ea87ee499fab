package negatoscope.dicom;

import static org.assertj.core.api.Assertions.assertThat;

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
import negatoscope.film.Samples;
import negatoscope.film.Spacing;
import negatoscope.film.ViewPosition;
import negatoscope.film.Window;
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

  private static java.nio.file.Path named(String file) {
    return negatoscope.testing.Shared.path("dicom/films/" + file);
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
