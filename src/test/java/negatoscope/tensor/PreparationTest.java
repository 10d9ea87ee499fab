package negatoscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import negatoscope.film.Film;
import negatoscope.intake.Intake;
import negatoscope.testing.Films;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.SharedFilms;
import org.junit.jupiter.api.Test;

class PreparationTest {
  private static final int SIDE = 112;

  @Test
  void withoutPreparationATensorIsAsItWas() {
    Film film = noise(300, 200);
    TensorOptions plain = new TensorOptions(SIDE, TensorOptions.Fit.LETTERBOX);
    assertThat(FilmTensor.of(film, prepared(Preparation.NONE)).values())
        .isEqualTo(FilmTensor.of(film, plain).values());
    assertThat(prepared(new Preparation(Preparation.Crop.WHOLE, 0.1, true, greys())).unprepared())
        .isEqualTo(plain);
  }

  @Test
  void theBorderTakesTheGreyOfPaddingAndTheRestStays() {
    Film film = noise(300, 200);
    FilmTensor plain = FilmTensor.of(film, prepared(Preparation.NONE));
    FilmTensor masked =
        FilmTensor.of(
            film,
            prepared(
                new Preparation(Preparation.Crop.WHOLE, 0.15, false, Preparation.Greys.AS_SHOWN)));
    assertThat(masked.geometry()).isEqualTo(plain.geometry());
    int inner = 0;
    for (int i = 0; i < plain.values().length; i++) {
      double x = masked.geometry().filmX(i % SIDE + 0.5, SIDE) / 300;
      double y = masked.geometry().filmY(Math.floorDiv(i, SIDE) + 0.5, SIDE) / 200;
      boolean inside = x >= 0.15 && x < 0.85 && y >= 0.15 && y < 0.85;
      inner += inside ? 1 : 0;
      assertThat(masked.values()[i]).isEqualTo(inside ? plain.values()[i] : 20f);
    }
    assertThat(inner).isGreaterThan(SIDE * SIDE / 4);
  }

  @Test
  void aCropShowsItsPartOfTheFilmAsIfItWereTheWholeFilm() {
    Random random = new Random(2);
    int[] greys = random.ints(300 * 200, 20, 256).toArray();
    Preparation.Crop crop = new Preparation.Crop(0.2, 0.1, 0.7, 0.9);
    for (TensorOptions.Fit fit : TensorOptions.Fit.values()) {
      Film film = Films.picture8(300, 200, (x, y) -> x == 0 || x == 70 ? 20 : greys[y * 300 + x]);
      Film part = Films.picture8(150, 160, (x, y) -> x == 10 ? 20 : greys[(y + 20) * 300 + x + 60]);
      TensorOptions options =
          new TensorOptions(SIDE, fit, new Preparation(crop, 0, false, Preparation.Greys.AS_SHOWN));
      FilmTensor cropped = FilmTensor.of(film, options);
      float[] expected = FilmTensor.of(part, options.unprepared()).values();
      TensorGeometry geometry = cropped.geometry();
      assertThat(geometry.filmX(SIDE / 2.0, SIDE)).isCloseTo(60 + 75, within(1e-9));
      assertThat(geometry.filmY(SIDE / 2.0, SIDE)).isCloseTo(20 + 80, within(1e-9));
      for (int i = 0; i < expected.length; i++) {
        double x = geometry.filmX(i % SIDE + 0.5, SIDE);
        double y = geometry.filmY(Math.floorDiv(i, SIDE) + 0.5, SIDE);
        boolean edge = Math.min(Math.abs(x - 60), Math.abs(x - 210)) < 2;
        edge |= Math.min(Math.abs(y - 20), Math.abs(y - 180)) < 2;
        if (!edge) {
          assertThat(cropped.values()[i]).isCloseTo(expected[i], within(1e-3f));
        }
      }
    }
  }

  @Test
  void burntInLettersAreReplacedByWhatLiesAroundThemAndTheMiddleStays() {
    IntBinaryOperator chest = (x, y) -> 60 + x / 8 + (int) (20 * Math.sin(y / 60.0));
    IntBinaryOperator marked =
        (x, y) -> letter(x - 30, y - 25) || letter(x - 200, y - 200) ? 245 : chest.applyAsInt(x, y);
    Preparation masking =
        new Preparation(Preparation.Crop.WHOLE, 0, true, Preparation.Greys.AS_SHOWN);
    float[] plain = FilmTensor.of(picture(chest), prepared(Preparation.NONE)).values();
    float[] with = FilmTensor.of(picture(marked), prepared(Preparation.NONE)).values();
    float[] masked = FilmTensor.of(picture(marked), prepared(masking)).values();
    int changed = 0;
    for (int i = 0; i < plain.length; i++) {
      boolean middle = i % SIDE > SIDE / 4 && Math.floorDiv(i, SIDE) > SIDE / 4;
      assertThat(masked[i]).isCloseTo(middle ? with[i] : plain[i], within(middle ? 0f : 12f));
      changed += Math.abs(with[i] - masked[i]) > 40 ? 1 : 0;
    }
    assertThat(changed).isGreaterThan(20);
    assertThat(FilmTensor.of(picture(chest), prepared(masking)).values()).isEqualTo(plain);
  }

  /** An H of strokes six pixels thick. */
  private static boolean letter(int x, int y) {
    boolean box = x >= 0 && x < 36 && y >= 0 && y < 44;
    return box && (x < 6 || x >= 30 || (y >= 19 && y < 25));
  }

  @Test
  void equalisedGreysAreEachAsFrequentAndForgetBrightnessAndContrast() {
    float[] dark = greysOf(x -> 0.4 * x, Preparation.Greys.EQUALISED);
    float[] bright = greysOf(x -> 255 * Math.pow(x / 255, 0.6), Preparation.Greys.EQUALISED);
    float[] sorted = bright.clone();
    Arrays.sort(sorted);
    for (int tenth = 0; tenth < 10; tenth++) {
      assertThat(sorted[(2 * tenth + 1) * sorted.length / 20])
          .isCloseTo(255 * (tenth + 0.5f) / 10, within(4f));
    }
    for (int i = 0; i < dark.length; i++) {
      assertThat(dark[i]).isCloseTo(bright[i], within(6f));
    }
  }

  @Test
  void matchedGreysAreThoseOfAUsualFilm() {
    float[] dark = greysOf(x -> 0.5 * x, Preparation.Greys.MATCHED);
    float[] bright = greysOf(x -> 100 + 0.6 * x, Preparation.Greys.MATCHED);
    float[] sorted = dark.clone();
    Arrays.sort(sorted);
    assertThat(sorted[sorted.length / 2]).isCloseTo(138, within(4f));
    assertThat(sorted[sorted.length / 4]).isCloseTo(98, within(4f));
    assertThat(sorted[sorted.length - 1]).isLessThanOrEqualTo(229);
    for (int i = 0; i < dark.length; i++) {
      assertThat(dark[i]).isCloseTo(bright[i], within(6f));
    }
  }

  @Test
  void localGreysForgetBrightnessAndContrastOfEachPartOfAFilm() {
    float[] plain = waves((x, y) -> 60 + 40 * Math.sin(x / 4.0) * Math.sin(y / 5.0));
    float[] shaded = waves((x, y) -> 90 + x / 3.0 + 80 * Math.sin(x / 4.0) * Math.sin(y / 5.0));
    double apart = 0;
    for (int i = 0; i < plain.length; i++) {
      apart += Math.abs(shaded[i] - plain[i]) / plain.length;
    }
    // Unprepared they are 67 apart, and one has twice the contrast of the other.
    assertThat(apart).isLessThan(8);
    assertThat(mean(plain)).isCloseTo(128, within(4.0));
    assertThat(mean(shaded)).isCloseTo(128, within(4.0));
  }

  @Test
  void aGreyLikeItsSurroundingsAndPaddingAreTheSameLocally() {
    Film even = Films.picture8(224, 112, (x, y) -> 200);
    for (float value : FilmTensor.of(even, local()).values()) {
      assertThat(value).isCloseTo(128, within(0.01f));
    }
  }

  @Test
  void localContrastOfAFilmThatIsNotSquareIsThatOfTheFilmAlone() {
    float[] square = waves((x, y) -> 100 + 50 * Math.sin(x / 4.0));
    Film wide = Films.picture8(448, 224, (x, y) -> (int) Math.round(100 + 50 * Math.sin(x / 8.0)));
    float[] padded = FilmTensor.of(wide, local()).values();
    assertThat(padded[10 * SIDE + 60]).isEqualTo(128);
    double apart = 0;
    for (int x = 0; x < SIDE; x++) {
      apart += Math.abs(padded[SIDE / 2 * SIDE + x] - square[SIDE / 2 * SIDE + x]) / SIDE;
    }
    assertThat(apart).isLessThan(12);
  }

  private static float[] waves(java.util.function.DoubleBinaryOperator grey) {
    Film film = Films.picture8(224, 224, (x, y) -> (int) Math.round(grey.applyAsDouble(x, y)));
    return FilmTensor.of(film, local()).values();
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static TensorOptions local() {
    return prepared(new Preparation(Preparation.Crop.WHOLE, 0, false, Preparation.Greys.LOCAL));
  }

  @Test
  @NeedsShared
  void onRealFilmsLittleButMarksIsPaintedOver() {
    Intake intake = Intake.withBuiltInToolkit();
    List<Path> films = SharedFilms.ofSplit("validation").stream().limit(60).toList();
    Preparation masking =
        new Preparation(Preparation.Crop.WHOLE, 0, true, Preparation.Greys.AS_SHOWN);
    double[] shares = new double[films.size()];
    for (int f = 0; f < shares.length; f++) {
      Film film = intake.openFirst(films.get(f));
      FilmTensor plain = FilmTensor.of(film, TensorOptions.DEFAULT);
      FilmTensor masked =
          FilmTensor.of(film, new TensorOptions(224, TensorOptions.Fit.LETTERBOX, masking));
      for (int i = 0; i < plain.values().length; i++) {
        shares[f] += plain.values()[i] == masked.values()[i] ? 0 : 1.0 / plain.values().length;
      }
    }
    Arrays.sort(shares);
    assertThat(shares[shares.length / 2]).isLessThan(0.03);
    assertThat(shares[shares.length - 1]).isLessThan(0.15).isPositive();
  }

  private static float[] greysOf(
      java.util.function.DoubleUnaryOperator curve, Preparation.Greys greys) {
    Film film =
        Films.picture8(
            224, 224, (x, y) -> (int) Math.round(curve.applyAsDouble((x * 7 + y * 3) % 256)));
    TensorOptions options =
        new TensorOptions(
            224,
            TensorOptions.Fit.LETTERBOX,
            new Preparation(Preparation.Crop.WHOLE, 0, false, greys));
    return FilmTensor.of(film, options).values();
  }

  private static Preparation.Greys greys() {
    return Preparation.Greys.MATCHED;
  }

  private static TensorOptions prepared(Preparation preparation) {
    return new TensorOptions(SIDE, TensorOptions.Fit.LETTERBOX, preparation);
  }

  private static Film picture(IntBinaryOperator grey) {
    return Films.picture8(448, 448, grey);
  }

  private static Film noise(int width, int height) {
    Random random = new Random(1);
    return Films.picture8(width, height, (x, y) -> x == 0 ? 20 : 20 + random.nextInt(236));
  }
}
