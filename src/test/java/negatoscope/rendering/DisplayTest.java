package negatoscope.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.film.Window;
import negatoscope.intake.Intake;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The display rule on every film of the shared corpus. */
@NeedsShared
class DisplayTest {
  /** Films of which another decoder's chroma differs at edges: their mean difference counts. */
  private static final double MEAN_TOLERANCE = 2;

  private final Intake intake = Intake.withBuiltInToolkit();

  private static List<JsonNode> films(Predicate<JsonNode> which) throws IOException {
    List<JsonNode> films = new ArrayList<>();
    if (Shared.present()) {
      JsonNode all = new ObjectMapper().readTree(Shared.path("dicom/manifest.json").toFile());
      all.forEach(film -> films.add(film));
    }
    films.removeIf(which.negate());
    return films;
  }

  static List<JsonNode> shown() throws IOException {
    return films(film -> film.has("display"));
  }

  static List<JsonNode> drawnOver() throws IOException {
    return films(film -> film.has("overlay"));
  }

  static List<JsonNode> withPalettes() throws IOException {
    return films(film -> film.has("rgbSha256"));
  }

  @Test
  void everyFilmOfTheCorpusTakesPart() throws IOException {
    assertThat(shown()).hasSize(96);
    assertThat(drawnOver()).hasSize(2);
    assertThat(withPalettes()).hasSize(4);
  }

  /** The film; empty where the manifest allows that it is refused, and it is. */
  private Optional<Film> open(JsonNode expected) {
    try {
      return Optional.of(intake.openFirst(Shared.path("dicom/" + expected.get("file").asText())));
    } catch (FilmException e) {
      assertThat(expected.get("expectation").asText().split("\\|")).contains(e.code().name());
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @MethodSource("shown")
  void aFilmIsShownAsTheStandardSays(JsonNode expected) {
    open(expected).ifPresent(film -> compare(film, expected));
  }

  private static void compare(Film film, JsonNode expected) {
    Rendering rendering = Rendering.asFiled(film);
    boolean coloured = film.colour().isPresent();
    byte[] shown = coloured ? rendering.renderColour().rgb() : rendering.render().pixels();
    int[] right = picture(expected.get("display").asText());
    assertThat(shown).hasSize(right.length);
    int greatest = 0;
    long sum = 0;
    for (int i = 0; i < right.length; i++) {
      int difference = Math.abs(right[i] - (shown[i] & 0xFF));
      greatest = Math.max(greatest, difference);
      sum += difference;
    }
    assertThat(greatest).isLessThanOrEqualTo(expected.get("displayTolerance").asInt());
    assertThat(sum / (double) right.length).isLessThanOrEqualTo(MEAN_TOLERANCE);
    String step = expected.get("displayStep").asText();
    assertThat(coloured).isEqualTo(step.equals("colour"));
    assertThat(rendering.choice().map(VoiChoice::kind))
        .contains(
            switch (step.split(" ")[0]) {
              case "window" -> VoiChoice.Kind.WINDOW;
              case "VOI" -> VoiChoice.Kind.TABLE;
              case "automatic" -> VoiChoice.Kind.AUTOMATIC;
              default -> VoiChoice.Kind.AS_IT_IS;
            });
    if (step.startsWith("automatic")) {
      Window window = rendering.window();
      String[] ends = step.substring("automatic ".length()).split("\\.\\.");
      assertThat(window.center() + window.width() / 2).isEqualTo(Double.parseDouble(ends[1]));
    }
  }

  @ParameterizedTest
  @MethodSource("drawnOver")
  void overlaysLieWhereTheyShould(JsonNode expected) {
    Film film = open(expected).orElseThrow();
    OverlayMask mask = OverlayMask.of(film);
    int[] right = picture(expected.get("overlay").asText());
    for (int i = 0; i < right.length; i++) {
      assertThat(mask.marks(i % film.width(), i / film.width())).isEqualTo(right[i] == 255);
    }
  }

  @ParameterizedTest
  @MethodSource("withPalettes")
  void palettesGiveTheColoursThatTheyShould(JsonNode expected) throws NoSuchAlgorithmException {
    Film film = open(expected).orElseThrow();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(film.colour().orElseThrow().rgb());
    assertThat(HexFormat.of().formatHex(hash)).isEqualTo(expected.get("rgbSha256").asText());
    assertThat(film.colour().orElseThrow().indices()).isPresent();
  }

  /** What the header says is not touched by what it means, so that nothing is warned of in vain. */
  @ParameterizedTest
  @MethodSource("shown")
  void aFilmWithoutAFaultIsShownWithoutAWarning(JsonNode expected) {
    boolean faulty =
        expected.get("group").asText().equals("file shape")
            || expected.has("note")
            || expected.get("file").asText().matches(".*(zero-window|high-bit|htj2k).*");
    open(expected)
        .filter(film -> !faulty)
        .ifPresent(
            film -> {
              assertThat(Rendering.forReading(film).warnings()).isEmpty();
              assertThat(film.warnings())
                  .noneMatch(
                      warning -> warning.message().matches("(?i).*(table|overlay|shutter).*"));
            });
  }

  private static int[] picture(String name) {
    Path file = Shared.path("dicom/" + name);
    try {
      Raster raster = ImageIO.read(file.toFile()).getRaster();
      return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
