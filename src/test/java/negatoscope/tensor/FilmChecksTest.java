package negatoscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.film.FilmWarning.Code;
import negatoscope.film.ViewPosition;
import negatoscope.intake.Intake;
import negatoscope.tensor.Thumbnail.Picture;
import negatoscope.testing.Films;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.SharedFilms;
import org.junit.jupiter.api.Test;

class FilmChecksTest {
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
                .filter(warning -> warning.filter(w -> w.code() == Code.INVERTED).isPresent())
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
            .filter(Optional::isPresent)
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
