package negatoscope.workstation.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.film.Overlay;
import negatoscope.film.Shutter;
import negatoscope.film.Window;
import negatoscope.rendering.VoiChoice;
import negatoscope.task.Cancellation;
import negatoscope.task.InlineRunner;
import negatoscope.task.Outcome;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
import negatoscope.task.Work;
import org.junit.jupiter.api.Test;

class ViewerViewModelTest {
  private final ViewerViewModel model = new ViewerViewModel(new InlineRunner(Progress.NONE));
  private final Film film = Films.dicom(1000, 500, (x, y) -> 4 * x);
  private final Film other = Films.dicom(300, 300, (x, y) -> 13 * x);

  private FilmPlacement placement() {
    return model.placementProperty().get();
  }

  private void show(Film which) {
    model.resize(500, 500, 1);
    model.filmProperty().set(which);
  }

  @Test
  void aNewFilmIsShownWholeUnderItsOwnWindow() {
    show(film);
    assertThat(model.renderingProperty().get().film()).isSameAs(film);
    assertThat(placement().zoom()).isEqualTo(0.5);
    assertThat(model.zoomProperty().get()).isEqualTo(0.5);
    assertThat(model.windowTextProperty().get()).isEqualTo("C 2048  W 4096");
    assertThat(model.pyramidProperty().get().levels()).hasSize(3);
  }

  @Test
  void theCornersSayWhoWhenHowAndForWhat() {
    show(film);
    CornerTexts texts = model.cornerTextsProperty().get();
    assertThat(texts.patient()).containsExactly("PHANTOM, DRAWN", "P-1");
    assertThat(texts.study()).containsExactly("2020-01-31", "Chest");
    assertThat(texts.display())
        .containsExactly("PA", "1000 × 500", "Window 1  ·  C 2048  W 4096", "50 %");
    assertThat(texts.notice()).containsExactly("Research use only");
    model.zoomAt(0, 0, 2);
    model.dragWindow(40, 0, WindowDrag.Step.NORMAL);
    assertThat(model.cornerTextsProperty().get().display()).endsWith("C 2048  W 4506", "100 %");
    model.filmProperty().set(null);
    assertThat(model.cornerTextsProperty().get()).isEqualTo(CornerTexts.NONE);
  }

  @Test
  void aFittedFilmFollowsThePaneAndAZoomedOneKeepsItsZoom() {
    show(film);
    model.resize(1000, 1000, 1);
    assertThat(placement().zoom()).isEqualTo(1);
    model.zoomAt(10, 10, 3);
    model.resize(400, 400, 1);
    assertThat(placement().zoom()).isEqualTo(3);
    assertThat(model.fittedProperty().get()).isFalse();
  }

  @Test
  void oneToOneCountsScreenPixels() {
    model.resize(500, 500, 2);
    model.filmProperty().set(film);
    model.oneToOne();
    assertThat(placement().zoom()).isEqualTo(0.5);
    assertThat(model.zoomTextProperty().get()).isEqualTo("100 %");
  }

  @Test
  void invertTurnsOverAndBack() {
    show(film);
    byte[] upright = model.renderingProperty().get().lookupTable();
    model.invert();
    byte[] turned = model.renderingProperty().get().lookupTable();
    assertThat(turned[0] & 0xFF).isEqualTo(255 - (upright[0] & 0xFF));
    model.invert();
    assertThat(model.renderingProperty().get().lookupTable()).isEqualTo(upright);
  }

  @Test
  void resetBringsBackWindowPolarityAndPlace() {
    show(film);
    model.dragWindow(30, -70, WindowDrag.Step.COARSE);
    model.invert();
    model.zoomAt(30, 40, 5);
    model.reset();
    assertThat(model.windowTextProperty().get()).isEqualTo("C 2048  W 4096");
    assertThat(model.renderingProperty().get().isInverted()).isFalse();
    assertThat(placement()).isEqualTo(FilmPlacement.fitted(1000, 500, 500, 500));
  }

  @Test
  void aFilmIsFoundAsItWasLeft() {
    show(film);
    model.showWindow(Window.linear(700, 300));
    model.invert();
    model.zoomAt(100, 250, 4);
    FilmPlacement left = placement();
    model.filmProperty().set(other);
    assertThat(model.windowTextProperty().get()).isEqualTo("C 2048  W 4096");
    assertThat(model.fittedProperty().get()).isTrue();
    model.filmProperty().set(film);
    assertThat(model.windowTextProperty().get()).isEqualTo("C 700  W 300");
    assertThat(model.renderingProperty().get().isInverted()).isTrue();
    assertThat(placement()).isEqualTo(left);
    model.forget(film);
    model.filmProperty().set(other);
  }

  @Test
  void opacityStaysWithinItsBounds() {
    model.layers().heatOpacityProperty().set(0.4);
    model.layers().stepOpacity(1);
    assertThat(model.layers().heatOpacityProperty().get()).isCloseTo(0.45, within(1e-12));
    model.layers().changeOpacity(9);
    assertThat(model.layers().heatOpacityProperty().get()).isEqualTo(1);
    model.layers().changeOpacity(-9);
    assertThat(model.layers().heatOpacityProperty().get()).isZero();
  }

  @Test
  void withoutAFilmNoActionFails() {
    model.fit();
    model.oneToOne();
    model.reset();
    model.invert();
    model.zoomAt(1, 1, 2);
    model.pan(3, 3);
    model.dragWindow(1, 1, WindowDrag.Step.FINE);
    model.resize(300, 300, 1);
    assertThat(model.canPan()).isFalse();
    assertThat(model.windowTextProperty().get()).isEmpty();
  }

  @Test
  void whatIsPreparedForAFilmThatIsNoLongerShownIsDropped() {
    Later later = new Later();
    ViewerViewModel slow = new ViewerViewModel(later);
    slow.filmProperty().set(film);
    slow.filmProperty().set(other);
    assertThat(slow.renderingProperty().get()).isNull();
    later.finishAll();
    assertThat(slow.renderingProperty().get().film()).isSameAs(other);
    assertThat(slow.pyramidProperty().get().levels().get(0)).isSameAs(other.samples());
  }

  private static Film threeWindows() {
    Film plain = Films.dicom(300, 300, (x, y) -> 13 * x);
    return plain.withPresentation(
        plain
            .presentation()
            .withWindows(
                List.of(
                    new Window(2048, 4000, "NORMAL", Window.Function.LINEAR),
                    new Window(1400, 1800, "LUNG", Window.Function.LINEAR))));
  }

  private String used() {
    return model.renderingProperty().get().choice().map(VoiChoice::name).orElse("by hand");
  }

  @Test
  void theFilmsWindowsAreChosenByNameAndSteppedThrough() {
    show(threeWindows());
    assertThat(model.windows().choicesProperty().get())
        .extracting(VoiChoice::name)
        .containsExactly("NORMAL", "LUNG", "Automatic", "Full range");
    assertThat(used()).isEqualTo("NORMAL");
    model.windows().step(1);
    assertThat(used()).isEqualTo("LUNG");
    assertThat(model.cornerTextsProperty().get().display()).contains("LUNG  ·  C 1400  W 1800");
    model.windows().step(-1);
    model.windows().step(-1);
    assertThat(used()).isEqualTo("Full range");
    model.windows().choose(model.windows().choicesProperty().get().get(2));
    assertThat(used()).isEqualTo("Automatic");
  }

  @Test
  void aDragGoesOnFromTheChosenWindowAndResetReturnsToTheFilesOwn() {
    show(threeWindows());
    model.windows().step(1);
    model.invert();
    model.dragWindow(40, 0, WindowDrag.Step.NORMAL);
    assertThat(model.windowTextProperty().get()).isEqualTo("C 1400  W 1980");
    assertThat(used()).isEqualTo("by hand");
    assertThat(model.renderingProperty().get().isInverted()).isTrue();
    model.reset();
    assertThat(used()).isEqualTo("NORMAL");
  }

  @Test
  void aChosenWindowIsFoundAgainByItsName() {
    Film windows = threeWindows();
    show(windows);
    for (String name : new String[] {"LUNG", "Automatic"}) {
      model.windows().step(1);
      model.filmProperty().set(other);
      model.filmProperty().set(windows);
      assertThat(used()).isEqualTo(name);
    }
  }

  @Test
  void aChoiceThatComesLateDoesNotUndoWhatTheUserDidSince() {
    Later later = new Later();
    ViewerViewModel slow = new ViewerViewModel(later);
    slow.filmProperty().set(film);
    later.finishAll();
    slow.windows().step(1);
    slow.dragWindow(40, 0, WindowDrag.Step.NORMAL);
    String dragged = slow.windowTextProperty().get();
    later.finishAll();
    assertThat(slow.windowTextProperty().get()).isEqualTo(dragged);
  }

  @Test
  void anotherFrameOfTheFileTakesOverWindowAndPlace() {
    Film one = frame(film, 1);
    Film two = frame(film, 2);
    show(one);
    model.showWindow(Window.linear(700, 300));
    model.zoomAt(100, 250, 4);
    FilmPlacement left = placement();
    model.filmProperty().set(two);
    assertThat(model.windowTextProperty().get()).isEqualTo("C 700  W 300");
    assertThat(placement()).isEqualTo(left);
    assertThat(model.cornerTextsProperty().get().patient()).contains("frame 2 of 2");
  }

  private static Film frame(Film film, int number) {
    return new Film(
        film.samples(),
        film.colour(),
        film.presentation(),
        film.aspect(),
        film.spacing(),
        film.view(),
        film.provenance().withFrame(number, 2),
        film.warnings());
  }

  @Test
  void whatWasGuessedOrReplacedIsToldForAsLongAsTheFilmIsShown() {
    FilmWarning repaired = new FilmWarning(FilmWarning.Code.HEADER_REPAIRED, "An odd length.");
    Film doubtful =
        film.withPresentation(film.presentation().withWindows(List.of(Window.linear(60000, 10))))
            .with(repaired);
    show(doubtful);
    assertThat(model.warningsProperty().get())
        .extracting(FilmWarning::code)
        .containsExactly(FilmWarning.Code.HEADER_REPAIRED, FilmWarning.Code.WINDOW_REPLACED);
    model.dragWindow(40, 0, WindowDrag.Step.NORMAL);
    assertThat(model.warningsProperty().get()).hasSize(2);
    model.filmProperty().set(other);
    assertThat(model.warningsProperty().get()).isEmpty();
  }

  @Test
  void hiddenLayersOfTheFilmAreSaidInItsCorner() {
    Film covered =
        Films.withOverlay(film, Overlay.Kind.GRAPHICS, 1, 1, 5, 5)
            .withPresentation(
                film.presentation()
                    .withShutter(new Shutter(List.of(new Shutter.Circular(9, 9, 5)), 0)));
    show(covered);
    assertThat(model.layers().shutterProperty().getValue()).isTrue();
    assertThat(model.layers().planesProperty().getValue()).isFalse();
    assertThat(model.cornerTextsProperty().get().display()).doesNotContain("Shutter lifted");
    model.layers().toggleShutter();
    model.layers().togglePlanes();
    assertThat(model.cornerTextsProperty().get().display())
        .contains("Shutter lifted")
        .doesNotContain("Overlays hidden");
    model.filmProperty().set(Films.withOverlay(film, Overlay.Kind.GRAPHICS, 1, 1, 5, 5));
    assertThat(model.cornerTextsProperty().get().display()).contains("Overlays hidden");
  }

  @Test
  void framesStayWithinTheFile() {
    FramesViewModel frames = model.frames();
    frames.show(2, 3);
    frames.step(5);
    assertThat(frames.frameProperty().get()).isEqualTo(3);
    frames.step(-9);
    assertThat(frames.frameProperty().get()).isEqualTo(1);
  }

  /** Runs work only when told. */
  private static final class Later implements TaskRunner {
    private final List<Runnable> waiting = new ArrayList<>();

    @Override
    public <T> Cancellation run(String title, Work<T> work, Consumer<Outcome<T>> then) {
      Cancellation cancellation = new Cancellation();
      waiting.add(() -> then.accept(Outcome.of(work, Progress.NONE, cancellation)));
      return cancellation;
    }

    void finishAll() {
      while (!waiting.isEmpty()) {
        waiting.remove(0).run();
      }
    }
  }
}
