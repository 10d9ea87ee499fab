package negatoscope.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.film.FilmWarning.Code;
import negatoscope.film.Samples;
import negatoscope.film.ViewPosition;
import negatoscope.intake.Intake;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.network.Device;
import negatoscope.network.Engines;
import negatoscope.task.Cancellation;
import negatoscope.testing.Films;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.NonFilms;
import negatoscope.testing.SharedFilms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When the model that comes with the program says not to believe it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class BundledModelWarningsTest {
  private final Intake intake = Intake.withBuiltInToolkit();
  private Classifier classifier;

  @BeforeAll
  void open() {
    Library library = new Library(Home.ofSystem());
    classifier = EngineClassifier.open(library.bundled(), Engines.start(), Device.CPU);
  }

  @AfterAll
  void close() {
    classifier.close();
  }

  @Test
  @NeedsShared
  void filmsLikeTheTrainingFilmsPass() {
    List<Classification> answers = answers(some("validation", 6));
    assertThat(share(answers, answer -> has(answer, Code.UNLIKE_TRAINING))).isLessThan(0.06);
    assertThat(share(answers, BundledModelWarningsTest::doubted)).isLessThan(0.08);
    assertThat(answers).noneMatch(answer -> has(answer, Code.UNCALIBRATED));
  }

  @Test
  @NeedsShared
  void lateralFilmsAreTold() {
    List<Film> laterals = SharedFilms.laterals().stream().map(intake::openFirst).toList();
    assertThat(share(answers(laterals), answer -> !answer.warnings().isEmpty())).isGreaterThan(0.9);
    Film said = SampleFilms.lateral(laterals.get(0));
    assertThat(answers(List.of(said)))
        .allMatch(answer -> has(answer, Code.LATERAL_VIEW) && has(answer, Code.UNLIKE_TRAINING));
  }

  @Test
  @NeedsShared
  void invertedCopiesAreTold() {
    List<Film> copies =
        some("validation", 12).stream().map(BundledModelWarningsTest::inverted).toList();
    assertThat(share(answers(copies), answer -> has(answer, Code.INVERTED))).isGreaterThan(0.95);
  }

  @ParameterizedTest
  @EnumSource(NonFilms.class)
  void whatIsNoChestFilmIsTold(NonFilms kind) {
    assertThat(answers(kind.some(10, new Random(8))))
        .allMatch(
            answer ->
                Stream.of(Code.BLANK, Code.INVERTED, Code.NOT_FRONTAL, Code.UNLIKE_TRAINING)
                    .anyMatch(code -> has(answer, code)));
  }

  @Test
  void noiseIsUnlikeTraining() {
    Random random = new Random(6);
    List<Film> noise = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      noise.add(Films.picture8(500, 400, (x, y) -> random.nextInt(256)));
      noise.add(
          Films.picture8(
              300,
              300,
              (x, y) -> (int) Math.max(0, Math.min(255, 128 + 40 * random.nextGaussian()))));
      byte[] coarse = new byte[64];
      random.nextBytes(coarse);
      noise.add(Films.picture8(400, 400, (x, y) -> coarse[y / 50 * 8 + x / 50] & 0xFF));
    }
    assertThat(answers(noise)).allMatch(answer -> has(answer, Code.UNLIKE_TRAINING));
  }

  @Test
  void blankFilmsAreTold() {
    List<Film> blank =
        IntStream.of(0, 128, 255).mapToObj(g -> Films.picture8(300, 400, (x, y) -> g)).toList();
    assertThat(answers(blank)).allMatch(answer -> has(answer, Code.BLANK));
  }

  @Test
  void theSampleStudiesAreClassifiedAndUnlikeTraining() {
    List<Path> files = intake.films(Path.of("sample-studies"));
    List<Film> films = files.stream().map(intake::openFirst).toList();
    List<Classification> answers = answers(films);
    assertThat(answers).hasSize(6).allMatch(answer -> has(answer, Code.UNLIKE_TRAINING));
    for (int i = 0; i < films.size(); i++) {
      assertThat(has(answers.get(i), Code.LATERAL_VIEW))
          .isEqualTo(films.get(i).view() == ViewPosition.LATERAL);
      assertThat(has(answers.get(i), Code.INVERTED)).isFalse();
    }
  }

  private List<Film> some(String split, int every) {
    List<Path> files = SharedFilms.ofSplit(split);
    return IntStream.range(0, files.size())
        .filter(i -> i % every == 0)
        .mapToObj(i -> intake.openFirst(files.get(i)))
        .toList();
  }

  private List<Classification> answers(List<Film> films) {
    List<CompletableFuture<Classification>> asked = new ArrayList<>();
    films.forEach(film -> asked.add(classifier.classify(film, Set.of(), new Cancellation())));
    return asked.stream().map(CompletableFuture::join).toList();
  }

  private static double share(List<Classification> answers, Predicate<Classification> which) {
    return answers.stream().filter(which).count() / (double) answers.size();
  }

  /** Whether there is a warning but for words, which many of these films have. */
  private static boolean doubted(Classification answer) {
    return answer.warnings().stream().anyMatch(warning -> warning.code() != Code.BURNED_IN_TEXT);
  }

  private static boolean has(Classification answer, Code code) {
    return answer.warnings().stream().map(FilmWarning::code).anyMatch(code::equals);
  }

  private static Film inverted(Film film) {
    Samples samples = film.samples();
    byte[] turned = new byte[samples.count()];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = (byte) (samples.greatest() - samples.at(i));
    }
    return SampleFilms.picture(film.width(), film.height(), turned);
  }
}
