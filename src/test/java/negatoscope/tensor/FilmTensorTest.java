package negatoscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.film.ModalityRescale;
import negatoscope.film.Polarity;
import negatoscope.film.Shutter;
import negatoscope.film.Window;
import negatoscope.rendering.GreyPicture;
import negatoscope.rendering.Rendering;
import negatoscope.testing.Films;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilmTensorTest {
  private static final TensorOptions.Fit LETTERBOX = TensorOptions.Fit.LETTERBOX;

  private static Film noise(int width, int height, long seed) {
    Random random = new Random(seed);
    return Films.picture8(width, height, (x, y) -> 20 + random.nextInt(236));
  }

  @Property(tries = 150)
  void everyCellIsTheMeanOfThePictureUnderIt(
      @ForAll @IntRange(min = 1, max = 60) int width,
      @ForAll @IntRange(min = 1, max = 60) int height,
      @ForAll @IntRange(min = 1, max = 24) int side,
      @ForAll TensorOptions.Fit fit,
      @ForAll long seed) {
    Film film = noise(width, height, seed);
    FilmTensor tensor = FilmTensor.of(film, new TensorOptions(side, fit));
    double[] expected = slow(film, side, fit);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) tensor.values()[i]).isCloseTo(expected[i], within(2e-4));
    }
  }

  /** Overlaps every cell with every pixel of the film padded to where the tensor reaches. */
  private static double[] slow(Film film, int side, TensorOptions.Fit fit) {
    GreyPicture picture = Rendering.forReading(film).render();
    int least = 255;
    for (byte pixel : picture.pixels()) {
      least = Math.min(least, pixel & 0xFF);
    }
    int longer = Math.max(film.width(), film.height());
    int shorter = Math.min(film.width(), film.height());
    double spanX = fit == LETTERBOX ? longer : fit == TensorOptions.Fit.CROP ? shorter : -1;
    double spanY = spanX;
    if (fit == TensorOptions.Fit.STRETCH) {
      spanX = film.width();
      spanY = film.height();
    }
    double left = (film.width() - spanX) / 2;
    double top = (film.height() - spanY) / 2;
    double[] values = new double[side * side];
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        double x0 = left + spanX * column / side;
        double x1 = left + spanX * (column + 1) / side;
        double y0 = top + spanY * row / side;
        double y1 = top + spanY * (row + 1) / side;
        double sum = 0;
        double area = 0;
        for (int y = 0; y < film.height(); y++) {
          for (int x = 0; x < film.width(); x++) {
            double over =
                Math.max(0, Math.min(x1, x + 1) - Math.max(x0, x))
                    * Math.max(0, Math.min(y1, y + 1) - Math.max(y0, y));
            sum += over * picture.at(x, y);
            area += over;
          }
        }
        double cell = (x1 - x0) * (y1 - y0);
        values[row * side + column] = (sum + (cell - area) * least) / cell;
      }
    }
    return values;
  }

  @Test
  void aFilmOfTheTensorsSizeKeepsItsValues() {
    Film film = noise(224, 224, 1);
    float[] values = FilmTensor.of(film, TensorOptions.DEFAULT).values();
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).isEqualTo(film.samples().at(i));
    }
  }

  @Test
  void aFineGridOnALargeFilmDoesNotAlias() {
    Film film = Films.picture8(3000, 2800, (x, y) -> (x / 7 + y / 7) % 2 == 0 ? 0 : 240);
    FilmTensor tensor = FilmTensor.of(film, new TensorOptions(224, TensorOptions.Fit.CROP));
    for (float value : tensor.values()) {
      assertThat(value).isBetween(80f, 160f);
    }
  }

  @Test
  void theBorderOfALetterboxIsTheDarkestValueOfTheFilm() {
    Film film = Films.picture8(100, 50, (x, y) -> 30 + x);
    float[] values = FilmTensor.of(film, new TensorOptions(20, LETTERBOX)).values();
    assertThat(values[0]).isEqualTo(30);
    assertThat(values[19 * 20 + 19]).isEqualTo(30);
    assertThat(values[10 * 20 + 10]).isEqualTo(30 + 52);
  }

  @Test
  void aTinyFilmGrowsByItsPixels() {
    Film film = Films.picture8(2, 2, (x, y) -> 100 * y + 50 * x);
    float[] values = FilmTensor.of(film, new TensorOptions(3, LETTERBOX)).values();
    assertThat(values).containsExactly(0, 25, 50, 50, 75, 100, 100, 125, 150);
  }

  @ParameterizedTest
  @EnumSource
  void aBrightSpotComesBackToItsPlaceOnTheFilm(TensorOptions.Fit fit) {
    for (int[] size :
        new int[][] {{301, 200, 1}, {200, 301, 1}, {97, 97, 2}, {1000, 640, 1}, {90, 400, 3}}) {
      int width = size[0];
      int height = size[1];
      int spotX = width * 55 / 100;
      int spotY = height * 42 / 100;
      Film film = Films.picture8(width, height, (x, y) -> x == spotX && y == spotY ? 255 : 0);
      FilmTensor tensor = FilmTensor.of(film.withAspect(1.0 / size[2]), new TensorOptions(56, fit));
      int brightest = 0;
      for (int i = 0; i < tensor.values().length; i++) {
        brightest = tensor.values()[i] > tensor.values()[brightest] ? i : brightest;
      }
      TensorGeometry geometry = tensor.geometry();
      TensorGeometry.Area cell = geometry.cell(brightest % 56, brightest / 56, 56, 56);
      assertThat(cell.left()).isLessThan(spotX + 1);
      assertThat(cell.left() + cell.width()).isGreaterThan(spotX);
      assertThat(cell.top()).isLessThan(spotY + 1);
      assertThat(cell.top() + cell.height()).isGreaterThan(spotY);

      int column = (int) Math.floor(geometry.cellX(spotX + 0.5, 7));
      int row = (int) Math.floor(geometry.cellY(spotY + 0.5, 7));
      assertThat(geometry.cell(column, row, 7, 7).contains(spotX + 0.5, spotY + 0.5)).isTrue();
      assertThat(geometry.filmX(geometry.cellX(spotX, 7), 7)).isCloseTo(spotX, within(1e-9));
    }
  }

  @Test
  void aReplacedWindowIsSaid() {
    Film film =
        Films.dicom(
            Films.samples16(30, 40, 12, false, (x, y) -> 1000 + x * y),
            ModalityRescale.IDENTITY,
            Polarity.MONOCHROME1,
            List.of(Window.linear(20000, 100)));
    FilmTensor tensor = FilmTensor.of(film, TensorOptions.DEFAULT);
    assertThat(tensor.warnings())
        .extracting(FilmWarning::code)
        .containsExactly(FilmWarning.Code.WINDOW_REPLACED);
    assertThat(tensor.values()[112 * 224 + 40]).isGreaterThan(tensor.values()[112 * 224 + 180]);
  }

  @Test
  void twoWaysToTheSameFilmGiveEqualTensors() {
    Film once = noise(411, 377, 5);
    Film again = noise(411, 377, 5);
    assertThat(FilmTensor.of(once, TensorOptions.DEFAULT).values())
        .isEqualTo(FilmTensor.of(again, TensorOptions.DEFAULT).values());
  }

  @Test
  void aFilmOfHighPixelsIsSeenInItsTrueProportions() {
    Film high = Films.picture8(40, 10, (x, y) -> 6 * x).withAspect(2);
    TensorGeometry geometry = FilmTensor.of(high, new TensorOptions(40, LETTERBOX)).geometry();
    assertThat(geometry.width()).isEqualTo(40);
    assertThat(geometry.height()).isEqualTo(20);
    assertThat(geometry.top()).isEqualTo(-5);
    Film squeezed = Films.picture8(20, 40, (x, y) -> 3 * (2 * x + y)).withAspect(0.5);
    Film square = Films.picture8(40, 40, (x, y) -> 3 * (2 * (x / 2) + y));
    for (TensorOptions.Fit fit : TensorOptions.Fit.values()) {
      TensorOptions options = new TensorOptions(40, fit);
      assertThat(FilmTensor.of(squeezed, options).values())
          .isEqualTo(FilmTensor.of(square, options).values());
    }
  }

  @Test
  void whatTheShutterCoversIsCoveredForTheNetworkToo() {
    Film film = Films.picture8(40, 40, (x, y) -> 200);
    Shutter shutter = new Shutter(List.of(new Shutter.Rectangular(10, 29, 0, 39)), 0);
    float[] values =
        FilmTensor.of(
                film.withPresentation(film.presentation().withShutter(shutter)),
                new TensorOptions(40, LETTERBOX))
            .values();
    assertThat(values[9]).isZero();
    assertThat(values[10]).isEqualTo(200);
    assertThat(values[29]).isEqualTo(200);
    assertThat(values[30]).isZero();
  }
}
