package negatoscope.workstation.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import negatoscope.film.Film;
import negatoscope.film.Window;
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
    assertThat(texts.display()).containsExactly("PA", "1000 × 500", "C 2048  W 4096", "50 %");
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
    model.overlayOpacityProperty().set(0.4);
    model.stepOpacity(1);
    assertThat(model.overlayOpacityProperty().get()).isCloseTo(0.45, within(1e-12));
    model.changeOpacity(9);
    assertThat(model.overlayOpacityProperty().get()).isEqualTo(1);
    model.changeOpacity(-9);
    assertThat(model.overlayOpacityProperty().get()).isZero();
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
