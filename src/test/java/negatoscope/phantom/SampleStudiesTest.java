package negatoscope.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import negatoscope.film.Film;
import negatoscope.film.Polarity;
import negatoscope.film.ViewPosition;
import negatoscope.intake.Intake;
import negatoscope.rendering.GreyPicture;
import negatoscope.rendering.Rendering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleStudiesTest {
  private static final Path FOLDER = Path.of("sample-studies");

  static List<SampleStudies.Sample> samples() {
    return SampleStudies.ALL;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theGeneratorMakesTheSameBytes(SampleStudies.Sample sample, @TempDir Path folder)
      throws IOException {
    Path made = SampleStudies.write(sample, folder);
    assertThat(Files.mismatch(made, FOLDER.resolve(sample.file()))).isEqualTo(-1);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyFilmIsSmallAndOpens(SampleStudies.Sample sample) throws IOException {
    Path file = FOLDER.resolve(sample.file());
    assertThat(Files.size(file)).isLessThan(400_000);
    Film film = Intake.withBuiltInToolkit().openFirst(file);
    assertThat(film.warnings()).isEmpty();
    assertThat(Rendering.forReading(film).warnings()).isEmpty();
    if (sample.form() != SampleStudies.Form.PNG) {
      assertThat(film.provenance().patientName()).isEqualTo("PHANTOM");
      assertThat(film.provenance().patientId()).isEqualTo("PHANTOM-" + sample.number());
      assertThat(film.samples().bitsStored()).isEqualTo(sample.form().bits);
      assertThat(film.spacing()).isPresent();
      assertThat(film.windows()).hasSize(1);
    }
  }

  @Test
  void nothingElseLiesInTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> !name.equals("README.md")))
          .containsExactlyInAnyOrderElementsOf(
              samples().stream().map(SampleStudies.Sample::file).toList());
    }
  }

  @Test
  void theLateralFilmSaysSo() {
    assertThat(Intake.withBuiltInToolkit().openFirst(FOLDER.resolve("lateral.dcm")).view())
        .isEqualTo(ViewPosition.LATERAL);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void bonesAreBrightAndAirIsDark(SampleStudies.Sample sample) {
    Film film = Intake.withBuiltInToolkit().openFirst(FOLDER.resolve(sample.file()));
    GreyPicture picture = Rendering.forReading(film).render();
    boolean stored1 = sample.form() == SampleStudies.Form.CR_12_MONOCHROME1;
    assertThat(film.polarity()).isEqualTo(stored1 ? Polarity.MONOCHROME1 : Polarity.MONOCHROME2);
    boolean lateral = sample.view().equals("LL");
    assertThat(mean(picture, lateral ? 0.55 : 0.5, 0.9)).isGreaterThan(170);
    assertThat(mean(picture, lateral ? 0.03 : 0.3, 0.3)).isLessThan(130);
  }

  /** Mean grey of a small square whose middle is given as shares of width and height. */
  private static double mean(GreyPicture picture, double across, double down) {
    int middleX = (int) (across * picture.width());
    int middleY = (int) (down * picture.height());
    double sum = 0;
    for (int y = -8; y < 8; y++) {
      for (int x = -8; x < 8; x++) {
        sum += picture.at(middleX + x, middleY + y);
      }
    }
    return sum / 256;
  }
}
