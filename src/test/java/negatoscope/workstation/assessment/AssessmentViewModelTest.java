package negatoscope.workstation.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import negatoscope.classification.Classifier;
import negatoscope.film.Film;
import negatoscope.library.card.ModelCard;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.InlineRunner;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
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

class AssessmentViewModelTest {
  private final Map<Path, List<Film>> films = new HashMap<>();
  private final StudiesViewModel studies =
      new StudiesViewModel(
          TestFilms.reader(films), new InlineRunner(Progress.NONE), Runnable::run, 1 << 30);
  private final FakeClassifier classifier = FakeClassifier.quick();
  private final HeldRunner held = new HeldRunner();

  private OpenFilm open(String name, int first) {
    Path file = Path.of(name);
    films.put(file, List.of(TestFilms.film(file, 300, 200, first)));
    studies.open(List.of(file));
    return studies.selected().orElseThrow();
  }

  private AssessmentViewModel asking(
      Supplier<ModelCard> card, Function<String, Classifier> opener, TaskRunner runner) {
    OpenModels models = new OpenModels(opener, runner);
    return new AssessmentViewModel(
        studies.selectedProperty(),
        studies.films(),
        new ModelInUse(card, models, runner),
        new Questions(runner));
  }

  private AssessmentViewModel inline(Function<String, Classifier> opener) {
    return asking(Cards::card, opener, new InlineRunner(Progress.NONE));
  }

  private AssessmentViewModel held() {
    AssessmentViewModel assessment = asking(Cards::card, name -> classifier, held);
    held.doAll();
    return assessment;
  }

  private static String topClass(OpenFilm film) {
    return ((Answer.Done) film.answer()).classification().topClass();
  }

  @Test
  void aFilmThatWasReadIsClassifiedAtOnceAndOnlyOnce() {
    AssessmentViewModel assessment = inline(name -> classifier);
    OpenFilm a = open("a.png", 1);
    OpenFilm b = open("b.png", 2);
    assertThat(topClass(a)).isEqualTo("pneumonia");
    assertThat(topClass(b)).isEqualTo("normal");
    studies.selectPrevious();
    studies.selectNext();
    assertThat(classifier.asked()).isEqualTo(2);
    assertThat(assessment.answerProperty().getValue()).isSameAs(b.answer());
  }

  @Test
  void resultsArriveAtTheirFilmsWhateverIsSelectedAndInWhateverOrder() {
    AssessmentViewModel assessment = held();
    OpenFilm a = open("a.png", 0);
    OpenFilm b = open("b.png", 1);
    OpenFilm c = open("c.png", 2);
    assertThat(held.titles())
        .containsExactly("Classifying a.png", "Classifying b.png", "Classifying c.png");
    studies.selectedProperty().set(a);
    held.doOne(2);
    assertThat(a.answer()).isInstanceOf(Answer.Running.class);
    assertThat(assessment.answerProperty().getValue()).isInstanceOf(Answer.Running.class);
    held.doOne(0);
    held.doOne(0);
    assertThat(topClass(a)).isEqualTo("covid-19");
    assertThat(topClass(b)).isEqualTo("pneumonia");
    assertThat(topClass(c)).isEqualTo("normal");
  }

  @Test
  void aCancelledClassificationStaysCancelledEvenIfAnAnswerComes() {
    AssessmentViewModel assessment = held();
    OpenFilm a = open("a.png", 0);
    assessment.cancelSelected();
    assertThat(a.answer()).isInstanceOf(Answer.Cancelled.class);
    held.doAll();
    assertThat(a.answer()).isInstanceOf(Answer.Cancelled.class);
    assertThat(classifier.asked()).isZero();
    assessment.classifySelected();
    held.doAll();
    assertThat(topClass(a)).isEqualTo("covid-19");
  }

  @Test
  void anAnswerForAClosedFilmIsNotGivenToItsSuccessor() {
    AssessmentViewModel assessment = held();
    OpenFilm a = open("a.png", 0);
    studies.close(a);
    OpenFilm again = open("a.png", 2);
    held.doAll();
    assertThat(a.answer()).isNotInstanceOf(Answer.Done.class);
    assertThat(topClass(again)).isEqualTo("normal");
    assertThat(assessment.answerProperty().getValue()).isSameAs(again.answer());
  }

  @Test
  void anEngineThatDoesNotStartIsAFailureOfTheFilmAndIsTriedAgain() {
    AtomicInteger attempts = new AtomicInteger();
    AssessmentViewModel assessment =
        inline(
            name -> {
              if (attempts.incrementAndGet() == 1) {
                throw new Failure(ErrorCode.NO_ENGINE, "No engine.", "Install it.");
              }
              return classifier;
            });
    OpenFilm a = open("a.png", 0);
    assertThat(a.answer())
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> assertThat(failed.failure().code()).isEqualTo(ErrorCode.NO_ENGINE));
    assessment.classifySelected();
    assertThat(topClass(a)).isEqualTo("covid-19");
    OpenFilm b = open("b.png", 1);
    assertThat(topClass(b)).isEqualTo("pneumonia");
    assertThat(attempts).hasValue(2);
  }

  @Test
  void theModelIsNotOpenedBeforeAFilmAsksForIt() {
    AtomicInteger opened = new AtomicInteger();
    AssessmentViewModel assessment =
        inline(
            name -> {
              opened.incrementAndGet();
              return classifier;
            });
    assertThat(opened).hasValue(0);
    assertThat(assessment.cardProperty().get().name()).isEqualTo("mobilenet-v2-films");
    open("a.png", 0);
    assertThat(opened).hasValue(1);
  }

  @Test
  void aMissingModelIsSaidAndLookedForAgain() {
    AtomicInteger attempts = new AtomicInteger();
    AssessmentViewModel assessment =
        asking(
            () -> {
              if (attempts.incrementAndGet() == 1) {
                throw new Failure(ErrorCode.NO_MODEL, "No model.", "Train one.");
              }
              return Cards.card();
            },
            name -> classifier,
            new InlineRunner(Progress.NONE));
    assertThat(assessment.cardProperty().get()).isNull();
    assertThat(assessment.cardFailureProperty().get().code()).isEqualTo(ErrorCode.NO_MODEL);
    OpenFilm a = open("a.png", 0);
    assertThat(a.answer())
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> assertThat(failed.failure().code()).isEqualTo(ErrorCode.NO_MODEL));
    assessment.classifySelected();
    assertThat(topClass(a)).isEqualTo("covid-19");
  }

  @Test
  void anotherModelIsAskedAboutTheFilmOnTheScreenAndWhatEachSaidIsRemembered() {
    FakeClassifier other = FakeClassifier.named("other", 1);
    AssessmentViewModel assessment = inline(name -> name.equals("other") ? other : classifier);
    OpenFilm a = open("a.png", 0);
    OpenFilm b = open("b.png", 1);
    assessment.model().use("other");
    assertThat(assessment.cardProperty().get().name()).isEqualTo("other");
    assertThat(topClass(b)).isEqualTo("normal");
    assertThat(((Answer.Done) b.answer()).classification().modelName()).isEqualTo("other");
    assertThat(a.answer()).isInstanceOf(Answer.Idle.class);
    assertThat(classifier.isClosed()).isTrue();
    studies.selectPrevious();
    assertThat(topClass(a)).isEqualTo("pneumonia");
    assertThat(other.asked()).isEqualTo(2);
    assessment.model().use("mobilenet-v2-films");
    assertThat(topClass(a)).isEqualTo("covid-19");
    assertThat(topClass(b)).isEqualTo("pneumonia");
    assertThat(classifier.asked()).as("both were answered before").isEqualTo(2);
  }

  @Test
  void anAnswerOfTheFormerModelThatComesTooLateIsNotShown() {
    FakeClassifier other = FakeClassifier.named("other", 1);
    AssessmentViewModel assessment =
        asking(Cards::card, name -> name.equals("other") ? other : classifier, held);
    held.doAll();
    OpenFilm a = open("a.png", 0);
    assessment.model().use("other");
    assertThat(held.titles()).containsExactly("Classifying a.png", "Opening the model other");
    held.doOne(1);
    assertThat(a.answer()).isInstanceOf(Answer.Running.class);
    held.doAll();
    assertThat(((Answer.Done) a.answer()).classification().modelName()).isEqualTo("other");
    assertThat(classifier.asked()).isZero();
  }
}
