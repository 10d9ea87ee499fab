package negatoscope.workstation.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import negatoscope.film.Film;
import negatoscope.network.CamMethod;
import negatoscope.task.InlineRunner;
import negatoscope.task.Progress;
import negatoscope.workstation.fakes.Cards;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.HeldRunner;
import negatoscope.workstation.fakes.TestFilms;
import negatoscope.workstation.models.ModelInUse;
import negatoscope.workstation.models.OpenModels;
import negatoscope.workstation.studies.StudiesViewModel;
import org.junit.jupiter.api.Test;

class ExplanationCheckViewModelTest {
  private final Map<Path, List<Film>> films = new HashMap<>();
  private final InlineRunner inline = new InlineRunner(Progress.NONE);
  private final HeldRunner held = new HeldRunner();
  private final StudiesViewModel studies =
      new StudiesViewModel(TestFilms.reader(films), inline, Runnable::run, 1L << 30);
  private final AssessmentViewModel assessment =
      new AssessmentViewModel(
          studies.selectedProperty(),
          studies.films(),
          new ModelInUse(
              Cards::card, new OpenModels(name -> FakeClassifier.quick(), inline), inline),
          new Questions(inline));
  private final HeatMapViewModel heatMap = new HeatMapViewModel(assessment.answerProperty());
  private final ExplanationCheckViewModel check =
      ExplanationCheckViewModel.onScreen(
          assessment, heatMap, new ExplanationChecks(held, Runnable::run));

  private void open(String name) {
    Path file = Path.of(name);
    films.put(file, List.of(TestFilms.film(file, 300, 200, 1)));
    studies.open(List.of(file));
  }

  private CheckState state() {
    return check.stateProperty().getValue();
  }

  @Test
  void whatWasFoundIsKeptByFilmClassAndMethod() {
    assertThat(state()).isInstanceOf(CheckState.None.class);
    check.check();
    open("a.png");
    assertThat(state()).isInstanceOf(CheckState.Unchecked.class);
    check.check();
    assertThat(state()).isInstanceOf(CheckState.Running.class);
    held.doAll();
    assertThat(state()).isInstanceOf(CheckState.Done.class);
    CheckState found = state();
    heatMap.methodProperty().set(CamMethod.HIRESCAM);
    assertThat(state()).isInstanceOf(CheckState.Unchecked.class);
    heatMap.methodProperty().set(CamMethod.GRADCAM);
    heatMap.nextClass();
    assertThat(state()).isInstanceOf(CheckState.Unchecked.class);
    heatMap.classNameProperty().set(null);
    assertThat(state()).isSameAs(found);
    open("b.png");
    assertThat(state()).isInstanceOf(CheckState.Unchecked.class);
    studies.selectPrevious();
    assertThat(state()).isSameAs(found);
  }

  @Test
  void aCancelledCheckMayBeAskedAgain() {
    open("a.png");
    check.check();
    check.cancel();
    assertThat(state()).isInstanceOf(CheckState.Unchecked.class);
    held.doAll();
    assertThat(state()).isInstanceOf(CheckState.Unchecked.class);
    check.check();
    held.doAll();
    assertThat(state()).isInstanceOf(CheckState.Done.class);
  }

  @Test
  void anotherFilmMayBeSeenWhileOneIsChecked() {
    open("a.png");
    check.check();
    open("b.png");
    assertThat(state()).isInstanceOf(CheckState.Unchecked.class);
    held.doAll();
    assertThat(state()).isInstanceOf(CheckState.Unchecked.class);
    studies.selectPrevious();
    assertThat(state()).isInstanceOf(CheckState.Done.class);
  }
}
