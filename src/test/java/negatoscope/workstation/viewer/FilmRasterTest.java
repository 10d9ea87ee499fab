package negatoscope.workstation.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import negatoscope.film.Film;
import negatoscope.film.PaddingRange;
import negatoscope.film.Polarity;
import negatoscope.film.Window;
import negatoscope.rendering.Rendering;
import negatoscope.task.Cancellation;
import org.junit.jupiter.api.Test;

class FilmRasterTest {
  private static final int STRIDE = 1024;

  private final FilmRaster raster = new FilmRaster();
  private final int[] target = new int[STRIDE * STRIDE];

  private FilmRaster.Area draw(Film film, FilmPyramid pyramid, FilmPlacement placement) {
    return raster.draw(Rendering.forReading(film), pyramid, placement, 1, target, STRIDE);
  }

  private static FilmPyramid pyramid(Film film) {
    return FilmPyramid.of(film, new Cancellation());
  }

  private int grey(int x, int y) {
    int argb = target[y * STRIDE + x];
    assertThat(argb >>> 24).isEqualTo(255);
    return argb & 0xFF;
  }

  @Test
  void atOneToOneEveryPixelIsTheFilmsOwn() {
    Random random = new Random(1);
    int[] values = random.ints(700 * 500, 0, 256).toArray();
    Film film = Films.picture(700, 500, (x, y) -> values[y * 700 + x]);
    FilmPlacement placement =
        FilmPlacement.fitted(700, 500, 300, 200).zoomedAt(150, 100, 1).panned(-13.3, 21.7);
    FilmRaster.Area area = draw(film, pyramid(film), placement);
    assertThat(area).isEqualTo(new FilmRaster.Area(0, 0, 300, 200));
    int left = (int) Math.round(placement.left());
    int top = (int) Math.round(placement.top());
    for (int y = 0; y < 200; y++) {
      for (int x = 0; x < 300; x++) {
        assertThat(grey(x, y)).isEqualTo(values[(y - top) * 700 + x - left]);
      }
    }
  }

  @Test
  void fromAfarEachScreenPixelIsTheMeanOfWhatItCovers() {
    Random random = new Random(2);
    int[] values = random.ints(1200 * 900, 0, 256).toArray();
    Film film = Films.picture(1200, 900, (x, y) -> values[y * 1200 + x]);
    for (int factor : new int[] {2, 4}) {
      FilmPlacement placement = FilmPlacement.fitted(1200, 900, 1200.0 / factor, 900.0 / factor);
      draw(film, pyramid(film), placement);
      for (int y = 0; y < 900 / factor; y += 7) {
        for (int x = 0; x < 1200 / factor; x += 7) {
          double sum = 0;
          for (int i = 0; i < factor * factor; i++) {
            sum += values[(y * factor + i / factor) * 1200 + x * factor + i % factor];
          }
          assertThat((double) grey(x, y)).isCloseTo(sum / (factor * factor), within(1.6));
        }
      }
    }
  }

  @Test
  void fineStripesDoNotAliasFromAfar() {
    Film film = Films.picture(3000, 3000, (x, y) -> (x & 1) * 255);
    FilmPlacement placement = FilmPlacement.fitted(3000, 3000, 700, 700);
    draw(film, pyramid(film), placement);
    for (int x = 1; x < 699; x++) {
      assertThat(grey(x, 350)).isBetween(126, 129);
    }
  }

  @Test
  void anyZoomBelowOneKeepsTheMeanOfTheFilm() {
    Random random = new Random(3);
    int[] values = random.ints(1200 * 900, 0, 256).toArray();
    Film film = Films.picture(1200, 900, (x, y) -> values[y * 1200 + x]);
    for (double side : new double[] {1000, 700, 450, 260, 120}) {
      FilmRaster.Area area = draw(film, pyramid(film), FilmPlacement.fitted(1200, 900, side, side));
      double sum = 0;
      for (int i = 0; i < area.width() * area.height(); i++) {
        sum += grey(i % area.width(), i / area.width());
      }
      assertThat(sum / area.width() / area.height()).isCloseTo(127.5, within(1.0));
    }
  }

  @Test
  void aScreenOfDoubleDensityGetsTwiceThePixels() {
    Film film = Films.picture(400, 400, (x, y) -> (x * 5 + y * 3) & 255);
    FilmPlacement placement = FilmPlacement.fitted(400, 400, 250, 200);
    FilmRaster.Area area =
        raster.draw(Rendering.forReading(film), pyramid(film), placement, 2, target, STRIDE);
    assertThat(area).isEqualTo(new FilmRaster.Area(50, 0, 400, 400));
    for (int i = 0; i < 400; i++) {
      assertThat(grey(i, 399 - i)).isEqualTo((i * 5 + (399 - i) * 3) & 255);
    }
  }

  @Test
  void enlargedTheValuesRiseEvenlyBetweenTwoPixels() {
    Film film = Films.picture(4, 4, (x, y) -> x * 60);
    FilmPlacement placement = FilmPlacement.fitted(4, 4, 400, 400);
    draw(film, pyramid(film), placement);
    assertThat(grey(0, 200)).isZero();
    assertThat(grey(399, 200)).isEqualTo(180);
    for (int x = 51; x < 349; x++) {
      assertThat((double) grey(x, 200)).isCloseTo((x + 0.5 - 50) * 0.6, within(0.51));
    }
  }

  @Test
  void aFilmBeyondTheTextureLimitShowsItsPartsAtTheRightPlace() {
    Film film = Films.picture(20000, 3000, (x, y) -> x / 100);
    FilmPyramid pyramid = pyramid(film);
    FilmPlacement whole = FilmPlacement.fitted(20000, 3000, 1000, 800);
    FilmRaster.Area area = draw(film, pyramid, whole);
    assertThat(area).isEqualTo(new FilmRaster.Area(0, 325, 1000, 150));
    for (int x = 5; x < 1000; x += 50) {
      assertThat(grey(x, 70)).isCloseTo(x / 5, within(1));
    }
    FilmPlacement right = whole.zoomedAt(999, 400, 1).panned(-100000, 0);
    area = draw(film, pyramid, right);
    assertThat(area.width()).isEqualTo(48);
    for (int x = 0; x < 48; x++) {
      assertThat(grey(x, 10)).isEqualTo((int) right.filmX(x + 0.5) / 100);
    }
  }

  @Test
  void beforeItsHalvesAreMadeTheFilmIsShownFromItsNearestPixels() {
    Film film = Films.picture(3000, 2000, (x, y) -> x / 12);
    draw(film, FilmPyramid.coarse(film), FilmPlacement.fitted(3000, 2000, 600, 400));
    assertThat(grey(300, 200)).isEqualTo(1502 / 12);
  }

  @Test
  void aChangeOfTheWindowAloneChangesTheSameSampledValues() {
    Film film = Films.dicom(900, 900, (x, y) -> 4 * x);
    FilmPyramid pyramid = pyramid(film);
    FilmPlacement placement = FilmPlacement.fitted(900, 900, 300, 300);
    Rendering rendering = Rendering.forReading(film);
    raster.draw(rendering, pyramid, placement, 1, target, STRIDE);
    int before = grey(150, 150);
    raster.draw(
        rendering.withWindow(Window.linear(1000, 4096)), pyramid, placement, 1, target, STRIDE);
    assertThat(before).isBetween(111, 114);
    assertThat(grey(150, 150)).isBetween(before + 64, before + 67);
  }

  @Test
  void paddingStaysBlackAndDoesNotBleedIntoThePicture() {
    Film film =
        Films.dicom(
            400,
            400,
            (x, y) -> x < 200 ? 4095 : 2048,
            Window.linear(2048, 1000),
            Polarity.MONOCHROME2,
            Optional.of(new PaddingRange(4095, 4095)));
    for (double zoom : new double[] {0.2, 0.37, 1, 2.6}) {
      FilmPlacement placement = FilmPlacement.fitted(400, 400, 300, 300).zoomedAt(150, 150, zoom);
      FilmRaster.Area area = draw(film, pyramid(film), placement);
      for (int x = 0; x < area.width(); x++) {
        assertThat(grey(x, area.height() / 2)).isBetween(0, 128);
      }
      assertThat(grey(0, area.height() / 2)).isZero();
      assertThat(grey(area.width() - 1, area.height() / 2)).isCloseTo(128, within(1));
    }
  }

  @Test
  void pixelsTwiceAsHighAsWideAreDrawnSo() {
    Film film = Films.picture(100, 80, (x, y) -> x < 50 ? y < 40 ? 10 : 60 : y < 40 ? 120 : 240);
    FilmPlacement placement = FilmPlacement.fitted(100, 80, 2, 400, 320);
    FilmRaster.Area area = draw(film.withAspect(2), pyramid(film), placement);
    assertThat(area).isEqualTo(new FilmRaster.Area(100, 0, 200, 320));
    assertThat(grey(50, 80)).isEqualTo(10);
    assertThat(grey(150, 80)).isEqualTo(120);
    assertThat(grey(50, 240)).isEqualTo(60);
    assertThat(grey(150, 240)).isEqualTo(240);
  }

  @Test
  void coloursAreShownAsTheyAreAndTheWindowWorksOnEachOfThem() {
    Film film = Films.colour(60, 40, (x, y) -> x < 30 ? 0x204060 : 0xFF8000);
    FilmPlacement placement = FilmPlacement.fitted(60, 40, 60, 40);
    FilmPyramid pyramid = pyramid(film);
    Rendering rendering = Rendering.forReading(film);
    raster.draw(rendering, pyramid, placement, 1, target, STRIDE);
    assertThat(target[20 * STRIDE + 10]).isEqualTo(0xFF204060);
    assertThat(target[20 * STRIDE + 50]).isEqualTo(0xFFFF8000);
    raster.draw(rendering.inverted(true), pyramid, placement, 1, target, STRIDE);
    assertThat(target[20 * STRIDE + 50]).isEqualTo(0xFF007FFF);
    Window half = new Window(63.75, 127.5, "", Window.Function.LINEAR_EXACT);
    raster.draw(rendering.withWindow(half), pyramid, placement, 1, target, STRIDE);
    assertThat(target[20 * STRIDE + 10]).isEqualTo(0xFF4080C0);
    assertThat(target[20 * STRIDE + 50]).isEqualTo(0xFFFFFF00);
  }

  @Test
  void coloursAreAveragedFromAfar() {
    Film film = Films.colour(2000, 2000, (x, y) -> (x & 1) == 0 ? 0xFF0000 : 0x0000FF);
    draw(film, pyramid(film), FilmPlacement.fitted(2000, 2000, 500, 500));
    int argb = target[250 * STRIDE + 250];
    assertThat(argb >> 16 & 0xFF).isBetween(126, 129);
    assertThat(argb >> 8 & 0xFF).isZero();
    assertThat(argb & 0xFF).isBetween(126, 129);
  }
}
