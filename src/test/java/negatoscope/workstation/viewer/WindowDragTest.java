package negatoscope.workstation.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import negatoscope.film.Film;
import negatoscope.film.Polarity;
import negatoscope.film.Window;
import negatoscope.rendering.Rendering;
import org.junit.jupiter.api.Test;

class WindowDragTest {
  private static final Window FILED = Window.linear(1000, 800);

  private static Rendering rendering(Polarity polarity) {
    Film film = Films.dicom(64, 64, (x, y) -> 600 + 10 * x, FILED, polarity, Optional.empty());
    return Rendering.forReading(film);
  }

  private static Window moved(Rendering shown, double dx, double dy, WindowDrag.Step step) {
    return WindowDrag.of(rendering(Polarity.MONOCHROME2)).moved(shown, dx, dy, step);
  }

  @Test
  void sidewaysChangesTheWidthAndUpAndDownTheLevel() {
    Rendering shown = rendering(Polarity.MONOCHROME2);
    Window wider = moved(shown, 50, 0, WindowDrag.Step.NORMAL);
    assertThat(wider.width()).isEqualTo(900);
    assertThat(wider.center()).isEqualTo(1000);
    Window darker = moved(shown, 0, 50, WindowDrag.Step.NORMAL);
    assertThat(darker.width()).isEqualTo(800);
    assertThat(darker.center()).isEqualTo(1100);
  }

  @Test
  void fineAndCoarseChangeTheReach() {
    Rendering shown = rendering(Polarity.MONOCHROME2);
    assertThat(moved(shown, 50, 0, WindowDrag.Step.FINE).width()).isCloseTo(810, within(1e-9));
    assertThat(moved(shown, 50, 0, WindowDrag.Step.COARSE).width()).isCloseTo(1200, within(1e-9));
  }

  @Test
  void downwardsDarkensAFilmThatIsTurnedOverToo() {
    Rendering turned = rendering(Polarity.MONOCHROME1);
    assertThat(moved(turned, 0, 50, WindowDrag.Step.NORMAL).center()).isEqualTo(900);
    Rendering back = turned.inverted(true);
    assertThat(moved(back, 0, 50, WindowDrag.Step.NORMAL).center()).isEqualTo(1100);
  }

  @Test
  void theWindowStaysValidAndWithinTheFilmsRange() {
    Rendering shown = rendering(Polarity.MONOCHROME2);
    Window narrow = moved(shown, -100000, -100000, WindowDrag.Step.COARSE);
    assertThat(narrow.isValid()).isTrue();
    assertThat(narrow.width()).isEqualTo(1);
    assertThat(narrow.center()).isZero();
    Window wide = moved(shown, 100000, 100000, WindowDrag.Step.COARSE);
    assertThat(wide.width()).isEqualTo(4 * 4095);
    assertThat(wide.center()).isEqualTo(4095);
  }
}
