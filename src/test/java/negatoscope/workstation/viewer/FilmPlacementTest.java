package negatoscope.workstation.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FilmPlacementTest {
  @Test
  void aFittedFilmTouchesTwoSidesAndLiesInTheMiddle() {
    FilmPlacement placement = FilmPlacement.fitted(3000, 2000, 900, 900);
    assertThat(placement.zoom()).isEqualTo(0.3);
    assertThat(placement.left()).isZero();
    assertThat(placement.top()).isEqualTo(150);
    assertThat(placement.exceedsPane()).isFalse();
  }

  @Property
  void theFilmPointUnderThePointerStaysThereWhenZooming(
      @ForAll @DoubleRange(min = 0, max = 800) double x,
      @ForAll @DoubleRange(min = 0, max = 600) double y,
      @ForAll @DoubleRange(min = 0.1, max = 10) double factor,
      @ForAll @IntRange(min = 100, max = 20000) int filmWidth) {
    FilmPlacement placement = FilmPlacement.fitted(filmWidth, 3000, 800, 600).panned(20, 10);
    double filmX = placement.filmX(x);
    double filmY = placement.filmY(y);
    FilmPlacement zoomed = placement.zoomedAt(x, y, placement.zoom() * factor);
    if (filmX >= 0 && filmX <= filmWidth) {
      assertThat(zoomed.filmX(x)).isCloseTo(filmX, within(1e-6));
    }
    if (filmY >= 0 && filmY <= 3000) {
      assertThat(zoomed.filmY(y)).isCloseTo(filmY, within(1e-6));
    }
  }

  @Property
  void noZoomAndPanLosesTheFilm(
      @ForAll @DoubleRange(min = 0, max = 800) double x,
      @ForAll @DoubleRange(min = 0, max = 600) double y,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double factor,
      @ForAll @DoubleRange(min = -90000, max = 90000) double dx,
      @ForAll @DoubleRange(min = -90000, max = 90000) double dy) {
    FilmPlacement placement =
        FilmPlacement.fitted(1000, 3000, 800, 600)
            .zoomedAt(x, y, factor)
            .panned(dx, dy)
            .zoomedAt(y, x, 1 / factor);
    assertThat(FilmRaster.visible(placement, 1).isEmpty()).isFalse();
    assertThat(placement.zoom()).isBetween(0.05 - 1e-9, 32.0);
  }

  @Test
  void anotherPaneSizeKeepsTheMiddle() {
    FilmPlacement placement =
        FilmPlacement.fitted(1000, 1000, 500, 500).zoomedAt(100, 200, 3).resized(700, 300);
    FilmPlacement before = FilmPlacement.fitted(1000, 1000, 500, 500).zoomedAt(100, 200, 3);
    assertThat(placement.filmX(350)).isCloseTo(before.filmX(250), within(1e-9));
    assertThat(placement.filmY(150)).isCloseTo(before.filmY(250), within(1e-9));
  }

  @Test
  void unevenPixelsAreSeenInTheirTrueProportionsAndNoneIsLostAtOneToOne() {
    for (double aspect : new double[] {0.5, 2}) {
      FilmPlacement fitted = FilmPlacement.fitted(300, 200, aspect, 900, 900);
      assertThat(fitted.zoomY() / fitted.zoomX()).isCloseTo(aspect, within(1e-12));
      assertThat(Math.max(fitted.shownWidth(), fitted.shownHeight())).isCloseTo(900, within(1e-9));
      assertThat(fitted.filmX(fitted.paneX(120))).isCloseTo(120, within(1e-9));
      assertThat(fitted.filmY(fitted.paneY(70))).isCloseTo(70, within(1e-9));
      assertThat(fitted.paneY(200)).isCloseTo(450 + fitted.shownHeight() / 2, within(1e-9));
      FilmPlacement one = fitted.zoomedAt(450, 450, 1);
      assertThat(Math.min(one.zoomX(), one.zoomY())).isEqualTo(1);
    }
  }

  @Property
  void theFilmPointStaysUnderThePointerWhateverThePixelsShape(
      @ForAll @DoubleRange(min = 350, max = 450) double x,
      @ForAll @DoubleRange(min = 250, max = 350) double y,
      @ForAll @DoubleRange(min = 0.2, max = 5) double aspect,
      @ForAll @DoubleRange(min = 0.5, max = 8) double factor) {
    FilmPlacement placement = FilmPlacement.fitted(2000, 2000, aspect, 800, 600);
    FilmPlacement zoomed = placement.zoomedAt(x, y, placement.zoom() * factor);
    assertThat(zoomed.filmX(x)).isCloseTo(placement.filmX(x), within(1e-6));
    assertThat(zoomed.filmY(y)).isCloseTo(placement.filmY(y), within(1e-6));
  }
}
