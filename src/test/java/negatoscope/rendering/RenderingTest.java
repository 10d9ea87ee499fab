package negatoscope.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.film.ModalityRescale;
import negatoscope.film.PaddingRange;
import negatoscope.film.Polarity;
import negatoscope.film.Samples;
import negatoscope.film.Window;
import negatoscope.testing.Films;
import org.junit.jupiter.api.Test;

class RenderingTest {
  private static final Samples RAMP = Films.samples16(64, 64, 12, false, (x, y) -> y * 64 + x);
  private static final Window FITS = Window.linear(2048, 4096);
  private static final Window BESIDE = Window.linear(-3000, 500);

  private static Film ramp(Polarity polarity, Window... windows) {
    return Films.dicom(RAMP, ModalityRescale.IDENTITY, polarity, List.of(windows));
  }

  private static Film ramp(Window... windows) {
    return ramp(Polarity.MONOCHROME2, windows);
  }

  @Test
  void aPictureOf8BitsIsShownAsItIs() {
    Film film = Films.picture8(16, 16, (x, y) -> 40 + (y * 16 + x) / 2);
    byte[] pixels = Rendering.forReading(film).render().pixels();
    for (int i = 0; i < pixels.length; i++) {
      assertThat(pixels[i] & 0xFF).isEqualTo(film.samples().at(i));
    }
    assertThat(Rendering.asFiled(film).render().pixels()).isEqualTo(pixels);
  }

  @Test
  void aPictureOf16BitsIsSpreadOverItsOwnValues() {
    Film film = Films.picture16(40, 25, (x, y) -> 20000 + y * 40 + x);
    GreyPicture picture = Rendering.forReading(film).render();
    assertThat(picture.at(0, 0)).isZero();
    assertThat(picture.at(39, 24)).isEqualTo(255);
    assertThat(picture.at(0, 12)).isBetween(118, 128);
  }

  @Test
  void theAutomaticWindowReachesFromHalfAPercentToTheRest() {
    Film film = Films.dicom(RAMP, new ModalityRescale(-2, 10), Polarity.MONOCHROME2, List.of());
    Window window = Rendering.asFiled(film).window();
    double lo = 10 - 2 * (4095 - Math.floor(0.005 * 4095));
    double hi = 10 - 2 * (4095 - Math.ceil(0.995 * 4095));
    assertThat(window.center()).isEqualTo((lo + hi) / 2);
    assertThat(window.width()).isEqualTo(hi - lo);
    assertThat(window.function()).isEqualTo(Window.Function.LINEAR_EXACT);
    assertThat(Rendering.asFiled(film).render().at(0, 0)).isEqualTo(255);
  }

  @Test
  void aFilmOfOneValueIsWhite() {
    Film film =
        Films.dicom(
            Films.samples16(3, 2, 16, false, (x, y) -> 7),
            ModalityRescale.IDENTITY,
            Polarity.MONOCHROME2,
            List.of());
    Rendering automatic = Rendering.asFiled(film);
    assertThat(automatic.render().at(1, 1)).isEqualTo(255);
    assertThat(automatic.withWindow(automatic.window()).render().at(1, 1)).isEqualTo(255);
  }

  @Test
  void linearFollowsTheStandardsFormula() {
    GreyPicture picture = Rendering.asFiled(ramp(Window.linear(2048, 2049))).render();
    for (int value : new int[] {0, 1023, 1024, 1500, 2047, 2048, 3000, 3071, 3072, 4095}) {
      double grey = ((value - 2047.5) / 2048 + 0.5) * 255;
      double expected = value <= 1023.5 ? 0 : value > 3071.5 ? 255 : grey;
      assertThat(picture.at(value % 64, value / 64)).isEqualTo((int) Math.floor(expected + 0.5));
    }
  }

  @Test
  void exactAndSigmoidDifferFromLinear() {
    Window exact = new Window(2048, 2048, "", Window.Function.LINEAR_EXACT);
    Window sigmoid = new Window(2048, 2048, "", Window.Function.SIGMOID);
    assertThat(Rendering.asFiled(ramp(exact)).render().at(0, 32)).isEqualTo(128);
    assertThat(Rendering.asFiled(ramp(exact)).render().at(0, 16)).isZero();
    assertThat(Rendering.asFiled(ramp(sigmoid)).render().at(0, 32)).isEqualTo(128);
    assertThat(Rendering.asFiled(ramp(sigmoid)).render().at(0, 16))
        .isEqualTo((int) Math.floor(255 / (1 + Math.exp(2)) + 0.5));
  }

  @Test
  void polarityTurnsTheGreyOverOnceAndTheUserOnceMore() {
    Rendering straight = Rendering.asFiled(ramp(FITS));
    Rendering turned = Rendering.asFiled(ramp(Polarity.MONOCHROME1, FITS));
    for (int y = 0; y < 64; y++) {
      assertThat(turned.render().at(5, y)).isEqualTo(255 - straight.render().at(5, y));
    }
    assertThat(turned.inverted(true).render().pixels()).isEqualTo(straight.render().pixels());
    assertThat(turned.inverted(true).inverted(false).isInverted()).isFalse();
  }

  @Test
  void paddingIsBlackAndDoesNotCountForTheAutomaticWindow() {
    Samples samples = Films.samples16(10, 10, 16, true, (x, y) -> y < 5 ? -2000 : y * 10 + x);
    for (Polarity polarity : Polarity.values()) {
      Film film =
          Films.dicom(
              samples,
              ModalityRescale.IDENTITY,
              polarity,
              List.of(),
              Optional.of(new PaddingRange(-2000, -1990)));
      Rendering rendering = Rendering.asFiled(film);
      assertThat(rendering.window().center()).isEqualTo(74.5);
      assertThat(rendering.render().at(3, 2)).isZero();
      assertThat(rendering.inverted(true).render().at(3, 2)).isZero();
    }
  }

  @Test
  void aWindowBesideTheFilmIsKeptAsFiledAndReplacedForReading() {
    Rendering filed = Rendering.asFiled(ramp(BESIDE));
    assertThat(filed.window()).isEqualTo(BESIDE);
    assertThat(filed.warnings()).isEmpty();
    assertThat(filed.render().at(0, 0)).isEqualTo(255);

    Rendering reading = Rendering.forReading(ramp(BESIDE));
    assertThat(reading.window()).isEqualTo(Rendering.asFiled(ramp()).window());
    assertThat(reading.warnings())
        .singleElement()
        .satisfies(
            warning -> assertThat(warning.code()).isEqualTo(FilmWarning.Code.WINDOW_REPLACED));
  }

  @Test
  void theFirstWindowThatMeetsTheFilmIsUsedForReading() {
    Rendering reading = Rendering.forReading(ramp(BESIDE, FITS));
    assertThat(reading.window()).isEqualTo(FITS);
    assertThat(reading.warnings()).hasSize(1);
    assertThat(Rendering.forReading(ramp(FITS, BESIDE)).warnings()).isEmpty();
  }

  @Test
  void anInvalidWindowCountsAsNone() {
    Rendering reading = Rendering.forReading(ramp(Window.linear(100, 0)));
    assertThat(reading.window()).isEqualTo(Rendering.asFiled(ramp()).window());
    assertThat(reading.warnings()).isEmpty();
    assertThatThrownBy(() -> reading.withWindow(Window.linear(100, Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBufferOfTheRightLengthIsReused() {
    Rendering rendering = Rendering.asFiled(ramp(FITS));
    byte[] buffer = new byte[64 * 64];
    assertThat(rendering.render(buffer).pixels()).isSameAs(buffer);
    assertThat(rendering.render(new byte[7]).pixels()).isEqualTo(buffer);
    byte[] wide = new byte[64 * 80];
    rendering.render(wide, 10, 80);
    assertThat(wide[10 + 80 * 63 + 63]).isEqualTo(buffer[64 * 64 - 1]);
    assertThat(wide[9 + 80 * 63]).isZero();
  }

  @Test
  void aPreviewKeepsTheProportionsAndTheMean() {
    Film film = Films.picture8(300, 100, (x, y) -> (x + y) % 2 == 0 ? 0 : 200);
    GreyPicture preview = Rendering.forReading(film).preview(30);
    assertThat(preview.width()).isEqualTo(30);
    assertThat(preview.height()).isEqualTo(10);
    assertThat(preview.at(17, 4)).isEqualTo(100);
    assertThat(Rendering.forReading(film).preview(1000).width()).isEqualTo(300);
  }
}
