package negatoscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.film.FilmWarning.Code;
import negatoscope.film.ViewPosition;
import negatoscope.intake.Intake;
import negatoscope.tensor.MadeText.Look;
import negatoscope.tensor.Thumbnail.Picture;
import negatoscope.testing.Films;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.SharedFilms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmChecksTest {
  private static final Set<Code> CUT_OFF = EnumSet.of(Code.LUNGS_CUT_OFF);

  private final FilmChecks checks = FilmChecks.standard();

  @Test
  @NeedsShared
  void realFrontalFilmsPassAndTheirInvertedCopiesDoNot() {
    List<FilmTensor> films = tensors(SharedFilms.ofSplit("validation"));
    double notFrontal = share(films, Code.NOT_FRONTAL);
    double inverted = share(films, Code.INVERTED);
    assertThat(share(films, Code.BLANK)).isZero();
    assertThat(inverted).isLessThan(0.005);
    assertThat(notFrontal).isLessThan(0.02);
    assertThat(share(films, Code.UNLIKE_TRAINING)).isLessThan(0.005);
    double caught =
        films.stream()
                .map(film -> checks.check(Thumbnail.of(film).inverted()))
                .filter(found -> found.stream().anyMatch(w -> w.code() == Code.INVERTED))
                .count()
            / (double) films.size();
    assertThat(caught).isGreaterThan(0.98);
  }

  @Test
  @NeedsShared
  void filmsMovedTurnedALittleOrBetweenBlackMarginsPass() {
    Random random = new Random(9);
    assertThat(shareOfMade(random, MadeViews::shaken)).isLessThan(0.05);
  }

  @Test
  @NeedsShared
  void filmsOnTheirSideOrUpsideDownAreNotFrontal() {
    assertThat(shareOfMade(new Random(9), MadeViews::turned)).isGreaterThan(0.9);
  }

  @Test
  @NeedsShared
  void realLateralFilmsThatDoNotSayTheyAreLateralAreNotFrontal() {
    assertThat(share(tensors(SharedFilms.laterals()), Code.NOT_FRONTAL)).isGreaterThan(0.9);
  }

  @Test
  @NeedsShared
  void wholeFilmsPassAndThoseWithoutApexesBasesOrASideDoNot() {
    List<FilmTensor> films = tensors(SharedFilms.ofSplit("test"));
    for (MadeCut cut : MadeCut.values()) {
      System.out.printf("LUNGS_CUT_OFF on test films, %s cut away:%n", cut);
      for (double part : new double[] {0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5}) {
        System.out.printf(
            "  %.2f: %.2f, any warning %.2f%n",
            part, cut(films, cut, part, CUT_OFF), cut(films, cut, part, EnumSet.allOf(Code.class)));
      }
    }
    assertThat(share(films, Code.LUNGS_CUT_OFF)).isLessThan(0.02);
    assertThat(cut(films, MadeCut.APEXES, 0.3, CUT_OFF)).isGreaterThan(0.65);
    assertThat(cut(films, MadeCut.BASES, 0.4, CUT_OFF)).isGreaterThan(0.6);
    assertThat(cut(films, MadeCut.SIDE, 0.4, CUT_OFF)).isGreaterThan(0.85);
    assertThat(cut(films, MadeCut.BASES, 0.45, EnumSet.allOf(Code.class))).isGreaterThan(0.8);
    assertThat(cut(films, MadeCut.SIDE, 0.4, EnumSet.allOf(Code.class))).isGreaterThan(0.95);
  }

  /** The share of films with a part cut away that have one of some warnings. */
  private double cut(List<FilmTensor> films, MadeCut cut, double part, Set<Code> codes) {
    Random random = new Random(9);
    return films.stream()
            .map(film -> Thumbnail.of(cut.of(Thumbnail.film(film), part, random)))
            .filter(
                film ->
                    checks.check(film).stream().map(FilmWarning::code).anyMatch(codes::contains))
            .count()
        / (double) films.size();
  }

  @ParameterizedTest
  @CsvSource({"0.02,0.75", "0.025,0.9", "0.03,0.95", "0.04,0.95", "0.06,0.95"})
  @NeedsShared
  void wordsOnAPlateInAnyCornerAreTold(double height, double least) {
    double told = told(height, List.of(Look.BLACK_ON_PLATE, Look.WHITE_IN_BOX));
    System.out.printf(
        "BURNED_IN_TEXT on test films, letters %.3f of the height: on a plate %.2f, bare %.2f%n",
        height, told, told(height, List.of(Look.WHITE)));
    assertThat(told).isGreaterThan(least);
  }

  private double told(double height, List<Look> looks) {
    Random random = new Random(9);
    List<Path> files = SharedFilms.ofSplit("test");
    int told = 0;
    int all = 0;
    for (int i = 0; i < files.size(); i += 12) {
      Film film = Intake.withBuiltInToolkit().openFirst(files.get(i));
      for (List<String> words : List.of(MadeText.NAME, MadeText.STAMP)) {
        for (Look look : looks) {
          Film marked = new MadeText(words, height, look).on(film, random);
          told += codes(tensor(marked)).contains(Code.BURNED_IN_TEXT) ? 1 : 0;
          all++;
        }
      }
    }
    return told / (double) all;
  }

  @Test
  void aSideMarkerAndAStampAreNoReasonForAWarning() {
    Film plain = Films.picture8(448, 448, (x, y) -> x < 90 ? 10 : 60 + y / 4 + x % 5);
    for (String words : List.of("R", "L", "PORTABLE")) {
      Film marked = new MadeText(List.of(words), 0.02, Look.WHITE).on(plain, new Random(1));
      assertThat(codes(tensor(marked))).as(words).doesNotContain(Code.BURNED_IN_TEXT);
    }
    Film named = new MadeText(MadeText.STAMP, 0.03, Look.WHITE).on(plain, new Random(1));
    assertThat(codes(tensor(named))).contains(Code.BURNED_IN_TEXT);
  }

  @Test
  void filmsOfHardlyAnyContrastAreBlank() {
    Random random = new Random(9);
    for (int grey : new int[] {0, 100, 255}) {
      assertThat(codes(tensor(Films.picture8(300, 200, (x, y) -> grey)))).contains(Code.BLANK);
    }
    Film grain = Films.picture8(300, 200, (x, y) -> 120 + random.nextInt(3));
    assertThat(codes(tensor(grain))).contains(Code.BLANK);
  }

  @Test
  void aThumbnailShowsTheFilmWithoutItsPaddingWhateverItsBrightness() {
    Film film = Films.picture8(400, 100, (x, y) -> x < 200 ? 50 : 90);
    Film brighter = Films.picture8(400, 100, (x, y) -> x < 200 ? 110 : 190);
    Thumbnail thumbnail = Thumbnail.of(tensor(film));
    assertThat(thumbnail.contrast()).isCloseTo(20, within(0.5));
    for (int i = 0; i < thumbnail.values().length; i++) {
      double expected = i % Thumbnail.SIDE < Thumbnail.SIDE / 2 ? -1 : 1;
      assertThat(thumbnail.values()[i]).isCloseTo(expected, within(0.05));
    }
    assertThat(Thumbnail.of(tensor(brighter)).values())
        .usingComparatorWithPrecision(0.05)
        .containsExactly(thumbnail.values());
  }

  @Test
  void aFilmAndItsMirrorImageAreOneToTheFrontalCheck() {
    Random random = new Random(9);
    int[] noise = random.ints(64 * 64, 0, 256).toArray();
    Film film = Films.picture8(64, 64, (x, y) -> noise[y * 64 + x]);
    Film mirrored = Films.picture8(64, 64, (x, y) -> noise[y * 64 + 63 - x]);
    assertThat(checks.sideways(Thumbnail.of(tensor(mirrored))))
        .isCloseTo(checks.sideways(Thumbnail.of(tensor(film))), within(0.05));
  }

  @Test
  void drawnChestsAreUnlikeTrainingAndTheLateralOneIsNotFrontal() {
    Intake intake = Intake.withBuiltInToolkit();
    for (Path file : intake.films(Path.of("sample-studies"))) {
      Film film = intake.openFirst(file);
      boolean lateral = film.view() == ViewPosition.LATERAL;
      assertThat(codes(tensor(film)))
          .as(file.toString())
          .containsExactly(lateral ? Code.NOT_FRONTAL : Code.UNLIKE_TRAINING);
    }
  }

  @Test
  @NeedsShared
  void oneHalfCopiedOverTheOtherIsTold() {
    for (FilmTensor film : tensors(SharedFilms.ofSplit("validation").subList(0, 20))) {
      Picture one = Thumbnail.film(film);
      assertThat(MirrorDetail.of((u, v) -> one.at(Math.min(u, 1 - u), v))).isGreaterThan(0.95);
    }
  }

  private interface View {
    Picture of(Picture film, Random random);
  }

  private double shareOfMade(Random random, View view) {
    List<FilmTensor> films = tensors(SharedFilms.ofSplit("validation"));
    return films.stream()
            .map(film -> checks.check(Thumbnail.of(view.of(Thumbnail.film(film), random))))
            .filter(found -> !found.isEmpty())
            .count()
        / (double) films.size();
  }

  private double share(List<FilmTensor> films, Code code) {
    return films.stream().filter(film -> codes(film).contains(code)).count()
        / (double) films.size();
  }

  private List<Code> codes(FilmTensor tensor) {
    return checks.check(tensor).stream().map(FilmWarning::code).toList();
  }

  private static FilmTensor tensor(Film film) {
    return FilmTensor.of(film, TensorOptions.DEFAULT);
  }

  private static List<FilmTensor> tensors(List<Path> files) {
    Intake intake = Intake.withBuiltInToolkit();
    return files.parallelStream().map(file -> tensor(intake.openFirst(file))).toList();
  }
}
