package negatoscope.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import negatoscope.film.Film;
import negatoscope.intake.Intake;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The display rule on films whose right display is known from elsewhere. */
@NeedsShared
class DisplayTest {
  private static final Set<String> UNCOMPRESSED =
      Set.of("1.2.840.10008.1.2", "1.2.840.10008.1.2.1");

  /** They need more than a {@link Film} holds: a table of modality values, a shutter. */
  private static final Set<String> BEYOND =
      Set.of("films/modality-lut.dcm", "films/shutter-rectangular.dcm");

  static List<JsonNode> films() throws IOException {
    List<JsonNode> films = new ArrayList<>();
    if (!Shared.present()) {
      return films;
    }
    for (JsonNode film : new ObjectMapper().readTree(Shared.path("dicom/manifest.json").toFile())) {
      if (UNCOMPRESSED.contains(film.path("transferSyntax").path("uid").asText())
          && film.path("expectation").asText().equals("opens")
          && film.path("displayStep").asText().matches("(window|automatic) .*")
          && !BEYOND.contains(film.path("file").asText())) {
        films.add(film);
      }
    }
    return films;
  }

  @ParameterizedTest
  @MethodSource("films")
  void aFilmIsShownAsTheStandardSays(JsonNode expected) throws IOException {
    Film film =
        Intake.withBuiltInToolkit()
            .openFirst(Shared.path("dicom/" + expected.get("file").asText()));
    GreyPicture picture = Rendering.asFiled(film).render();
    Raster right =
        ImageIO.read(Shared.path("dicom/" + expected.get("display").asText()).toFile()).getRaster();
    int greatest = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        greatest = Math.max(greatest, Math.abs(right.getSample(x, y, 0) - picture.at(x, y)));
      }
    }
    assertThat(greatest)
        .as(expected.get("file").asText())
        .isLessThanOrEqualTo(expected.get("displayTolerance").asInt());
  }
}
