package negatoscope.workstation.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import negatoscope.classification.Classifier;
import negatoscope.film.Film;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.InlineRunner;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.assessment.AssessmentViewModel;
import negatoscope.workstation.assessment.ExplanationChecks;
import negatoscope.workstation.assessment.HeatMapViewModel;
import negatoscope.workstation.assessment.Questions;
import negatoscope.workstation.fakes.Cards;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.HeldRunner;
import negatoscope.workstation.fakes.TestFilms;
import negatoscope.workstation.models.ModelInUse;
import negatoscope.workstation.models.OpenModels;
import negatoscope.workstation.studies.Answer;
import negatoscope.workstation.studies.OpenFilm;
import negatoscope.workstation.studies.StudiesViewModel;
import org.junit.jupiter.api.Test;

class ComparisonViewModelTest {
  private final Map<Path, List<Film>> films = new HashMap<>();
  private final TaskRunner inline = new InlineRunner(Progress.NONE);
  private final HeldRunner engine = new HeldRunner();
  private final Map<String, FakeClassifier> classifiers = new HashMap<>();
  private boolean damaged;
  private final StudiesViewModel studies =
      new StudiesViewModel(TestFilms.reader(films), inline, Runnable::run, 1 << 30);
  private final OpenModels models = new OpenModels(this::open, inline);
  private final Questions questions = new Questions(engine);
  private final AssessmentViewModel assessment =
      new AssessmentViewModel(
          studies.selectedProperty(),
          studies.films(),
          new ModelInUse(() -> Cards.named("first"), models, inline),
          questions);
  private final ComparisonViewModel comparison =
      new ComparisonViewModel(
          assessment,
          models,
          questions,
          new HeatMapViewModel(assessment.answerProperty()),
          new ExplanationChecks(engine, Runnable::run),
          inline);

  /** Each model lies one class behind the one before. */
  private Classifier open(String name) {
    if (damaged) {
      throw new Failure(ErrorCode.BAD_MODEL, "It is damaged.", "Import it again.");
    }
    int shift = List.of("first", "second", "third", "fourth").indexOf(name);
    FakeClassifier classifier = FakeClassifier.named(name, shift);
    classifiers.put(name, classifier);
    return classifier;
  }

  private OpenFilm film(String name, int first) {
    Path file = Path.of(name);
    films.put(file, List.of(TestFilms.film(file, 300, 200, first)));
    studies.open(List.of(file));
    return studies.selected().orElseThrow();
  }

  private List<String> names() {
    return comparison.columns().stream().map(ComparedModel::name).toList();
  }

  private List<String> said() {
    return comparison.columns().stream()
        .map(column -> column.said().map(answer -> answer.topClass()).orElse("-"))
        .toList();
  }

  private boolean isClosed(String name) {
    FakeClassifier classifier = classifiers.get(name);
    return classifier != null && classifier.isClosed();
  }

  private void compare(String... others) {
    comparison.seenProperty().set(true);
    for (String other : others) {
      comparison.add(Cards.named(other));
    }
    engine.doAll();
  }

  @Test
  void eachModelIsAskedAboutTheFilmAndTheOneInUseOnlyOnce() {
    film("a.png", 0);
    compare("second", "third");
    assertThat(names()).containsExactly("first", "second", "third");
    assertThat(said()).containsExactly("covid-19", "pneumonia", "normal");
    assertThat(classifiers.values()).allMatch(classifier -> classifier.asked() == 1);
    assertThat(comparison.agreementProperty().get().sentence())
        .isEqualTo("They disagree: first says covid-19, second says pneumonia, third says normal.");
    assertThat(comparison.pictureProperty().get()).isNotNull();
  }

  @Test
  void theyFollowTheFilmOnTheScreenAndRememberFormerFilms() {
    film("a.png", 0);
    compare("second");
    film("b.png", 1);
    assertThat(said()).containsExactly("-", "-");
    engine.doAll();
    assertThat(said()).containsExactly("pneumonia", "normal");
    studies.selectPrevious();
    assertThat(said()).containsExactly("covid-19", "pneumonia");
    assertThat(classifiers.values()).allMatch(classifier -> classifier.asked() == 2);
    studies.closeAll();
    assertThat(said()).containsExactly("-", "-");
    assertThat(comparison.pictureProperty().get()).isNull();
  }

  @Test
  void thereAreThreeAtMostAndOneThatIsTakenOutIsClosed() {
    film("a.png", 0);
    compare("second", "third", "fourth");
    assertThat(names()).containsExactly("first", "second", "third");
    comparison.remove("first");
    assertThat(names()).as("the one in use stays").contains("first");
    comparison.remove("second");
    assertThat(names()).containsExactly("first", "third");
    assertThat(isClosed("second")).isTrue();
    assertThat(isClosed("third")).isFalse();
  }

  @Test
  void whatNobodySeesIsClosedAndOpenedAgainWhenItIsSeen() {
    film("a.png", 0);
    compare("second");
    comparison.seenProperty().set(false);
    assertThat(isClosed("second")).isTrue();
    assertThat(isClosed("first")).as("in use").isFalse();
    film("b.png", 1);
    engine.doAll();
    assertThat(classifiers.getOrDefault("second", FakeClassifier.quick()).asked()).isEqualTo(1);
    comparison.seenProperty().set(true);
    engine.doAll();
    assertThat(said()).containsExactly("pneumonia", "normal");
  }

  @Test
  void usingAColumnBringsItsAnswerToTheFilmWithoutAskingAgain() {
    OpenFilm a = film("a.png", 0);
    compare("second");
    comparison.use(comparison.columns().get(1));
    assertThat(names()).containsExactly("first", "second");
    assertThat(comparison.isInUse("second")).isTrue();
    assertThat(((Answer.Done) a.answer()).classification().modelName()).isEqualTo("second");
    assertThat(said()).containsExactly("covid-19", "pneumonia");
    assertThat(classifiers.values()).allMatch(classifier -> classifier.asked() == 1);
    engine.doAll();
    assertThat(isClosed("second")).isFalse();
  }

  @Test
  void aModelFromElsewhereThatComesIntoUseTakesTheFormersColumn() {
    film("a.png", 0);
    compare("second");
    assessment.model().use("third");
    engine.doAll();
    assertThat(names()).containsExactly("third", "second");
    assertThat(said()).containsExactly("normal", "pneumonia");
    assertThat(isClosed("first")).isTrue();
  }

  @Test
  void aModelThatComesIntoUseUnseenTakesTheFormersColumnToo() {
    film("a.png", 0);
    compare("second", "third");
    comparison.seenProperty().set(false);
    assessment.model().use("fourth");
    comparison.seenProperty().set(true);
    engine.doAll();
    assertThat(names()).containsExactly("fourth", "second", "third");
  }

  @Test
  void aModelThatIsNotAtHandAnyMoreIsClosedUnlessItIsInUse() {
    film("a.png", 0);
    compare("second", "third");
    comparison.keep(List.of(Cards.named("third")));
    assertThat(names()).containsExactly("first", "third");
    assertThat(isClosed("second")).isTrue();
    assertThat(isClosed("first")).isFalse();
  }

  @Test
  void aModelThatCannotBeOpenedFailsInItsColumnAndIsTriedAgain() {
    film("a.png", 0);
    engine.doAll();
    damaged = true;
    compare("second");
    ComparedModel column = comparison.columns().get(1);
    assertThat(column.answerProperty().get()).isInstanceOf(Answer.Failed.class);
    assertThat(said()).containsExactly("covid-19", "-");
    damaged = false;
    comparison.askAgain(column);
    engine.doAll();
    assertThat(said()).containsExactly("covid-19", "pneumonia");
  }
}
