package negatoscope.workstation.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import negatoscope.film.Film;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.WeightStore;
import negatoscope.task.InlineRunner;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.fakes.Cards;
import negatoscope.workstation.fakes.FakeClassifier;
import negatoscope.workstation.fakes.HeldRunner;
import negatoscope.workstation.fakes.TestFilms;
import negatoscope.workstation.models.OpenModels;
import negatoscope.workstation.settings.SettingsStore;
import negatoscope.workstation.studies.Answer;
import negatoscope.workstation.studies.OpenFilm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class WorkstationViewModelTest {
  @TempDir private Path home;

  private final Map<Path, List<Film>> films = new HashMap<>();
  private final TaskRunner inline = new InlineRunner(Progress.NONE);
  private final HeldRunner engine = new HeldRunner();
  private Path a;
  private Path b;

  @BeforeEach
  void draw() {
    a = home.resolve("a.png");
    b = home.resolve("b.png");
    films.put(a, List.of(TestFilms.film(a, 300, 200, 0)));
    films.put(b, List.of(TestFilms.film(b, 300, 200, 1)));
  }

  private Film filmOf(Path file) {
    return films.getOrDefault(file, List.of()).get(0);
  }

  private WorkstationViewModel window() {
    return window(inline);
  }

  private WorkstationViewModel window(TaskRunner reading) {
    FakeClassifier classifier = FakeClassifier.quick();
    return new WorkstationViewModel(
        TestFilms.reader(films),
        file -> Optional.empty(),
        new Library(new Home(home)),
        new WeightStore(new Home(home)),
        Cards::card,
        new OpenModels(name -> classifier, inline),
        new SettingsStore(home.resolve("settings.json")),
        new WorkstationViewModel.Runners(reading, engine, inline, Runnable::run),
        1 << 30);
  }

  @Test
  void theOverlayIsNeverSeenOverAnotherFilm() {
    WorkstationViewModel window = window();
    window.open(List.of(a));
    engine.doAll();
    assertThat(window.viewer().filmProperty().get()).isSameAs(filmOf(a));
    assertThat(window.viewer().layers().heatProperty().get()).isNotNull();
    window
        .viewer()
        .filmProperty()
        .addListener(
            (property, before, now) ->
                assertThat(window.viewer().layers().heatProperty().get()).isNull());
    window.open(List.of(b));
    assertThat(window.viewer().filmProperty().get()).isSameAs(filmOf(b));
    assertThat(window.viewer().layers().heatProperty().get()).isNull();
    engine.doAll();
    assertThat(window.viewer().layers().heatProperty().get()).isNotNull();
    window.studies().closeAll();
    assertThat(window.viewer().filmProperty().get()).isNull();
    assertThat(window.viewer().layers().heatProperty().get()).isNull();
  }

  @Test
  void whatWasOpenedIsRememberedAndCanBeForgotten() {
    WorkstationViewModel window = window();
    window.open(List.of(a, b));
    assertThat(window().settings().current().recentFiles())
        .containsExactly(a.toString(), b.toString());
    assertThat(window().settings().current().lastFolder()).isEqualTo(home.toString());
    window.forgetRecent();
    assertThat(window().settings().current().recentFiles()).isEmpty();
  }

  @Test
  void settingsThatCannotBeReadAreANoticeNotAnError() throws IOException {
    Files.writeString(home.resolve("settings.json"), "not settings");
    WorkstationViewModel window = window();
    assertThat(window.noticeProperty().get()).contains("settings.json.bad");
  }

  @Test
  void aPictureThatCannotBeWrittenIsANotice() {
    WorkstationViewModel window = window();
    window.picture().save(home.resolve("early.png"));
    assertThat(window.noticeProperty().get()).isEqualTo("There is no heat map to save.");
    window.open(List.of(a));
    engine.doAll();
    window.picture().save(home.resolve("no such folder").resolve("x.png"));
    assertThat(window.noticeProperty().get()).contains("could not be saved");
    window.picture().save(home.resolve("x.png"));
    assertThat(home.resolve("x.png")).isNotEmptyFile();
  }

  @Test
  void opacityAndSwitchAreTheViewersToo() {
    WorkstationViewModel window = window();
    window.heatMap().opacityProperty().set(0.2);
    assertThat(window.viewer().layers().heatOpacityProperty().get()).isEqualTo(0.2);
    window.viewer().layers().toggleHeat();
    assertThat(window.heatMap().visibleProperty().get()).isFalse();
  }

  @Test
  void theAnswerIsText() {
    WorkstationViewModel window = window();
    assertThat(window.answerText()).isEmpty();
    window.open(List.of(b));
    assertThat(window.answerText()).hasValueSatisfying(t -> assertThat(t).contains("Answer: none"));
    engine.doAll();
    assertThat(window.answerText())
        .hasValueSatisfying(t -> assertThat(t).contains("pneumonia: 80.0 %"));
  }

  private Film frameOf(Path file, int number, int of) {
    Film drawn = TestFilms.film(file, 300, 200, number);
    return new Film(
        drawn.samples(),
        drawn.colour(),
        drawn.presentation(),
        drawn.aspect(),
        drawn.spacing(),
        drawn.view(),
        drawn.provenance().withFrame(number, of),
        drawn.warnings());
  }

  @Test
  void whoLooksThroughFramesAsksOnlyAboutThoseWhereHeStays() {
    films.put(a, List.of(frameOf(a, 1, 3), frameOf(a, 2, 3), frameOf(a, 3, 3)));
    WorkstationViewModel window = window();
    window.open(List.of(a));
    OpenFilm first = window.studies().selected().orElseThrow();
    window.viewer().frames().step(1);
    OpenFilm second = window.studies().selected().orElseThrow();
    window.viewer().frames().step(1);
    OpenFilm third = window.studies().selected().orElseThrow();
    assertThat(third.frame()).isEqualTo(3);
    assertThat(first.answer()).isInstanceOf(Answer.Idle.class);
    assertThat(second.answer()).isInstanceOf(Answer.Idle.class);
    engine.doAll();
    assertThat(third.answer()).isInstanceOf(Answer.Done.class);
    assertThat(second.answer()).isInstanceOf(Answer.Idle.class);
    window.viewer().frames().frameProperty().set(1);
    engine.doAll();
    assertThat(first.answer()).isInstanceOf(Answer.Done.class);
  }

  @Test
  void theFrameBeforeStaysOnTheScreenUntilTheNextIsReadAndItsHeatMapGoes() {
    films.put(a, List.of(frameOf(a, 1, 2), frameOf(a, 2, 2)));
    HeldRunner files = new HeldRunner();
    WorkstationViewModel window = window(files);
    window.open(List.of(a));
    files.doAll();
    engine.doAll();
    assertThat(window.viewer().layers().heatProperty().get()).isNotNull();
    window.viewer().frames().step(1);
    assertThat(window.viewer().filmProperty().get()).isSameAs(filmOf(a));
    assertThat(window.viewer().layers().heatProperty().get()).isNull();
    files.doAll();
    assertThat(window.viewer().filmProperty().get().provenance().frame()).isEqualTo(2);
    window.open(List.of(b));
    files.doAll();
    assertThat(window.viewer().frames().countProperty().get()).isEqualTo(1);
    assertThat(window.viewer().frames().frameProperty().get()).isEqualTo(1);
  }
}
