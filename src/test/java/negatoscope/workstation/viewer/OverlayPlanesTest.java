package negatoscope.workstation.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import negatoscope.film.Film;
import negatoscope.film.Overlay;
import org.junit.jupiter.api.Test;

class OverlayPlanesTest {
  private static final int STRIDE = 400;

  private final int[] target = new int[STRIDE * STRIDE];
  private final Film film = Films.dicom(400, 400, (x, y) -> 0);

  private void draw(Film drawn, FilmPlacement placement) {
    Arrays.fill(target, 0x12345678);
    OverlayPlanes.of(drawn).draw(placement, 1, target, STRIDE);
  }

  private boolean marked(int x, int y) {
    return target[y * STRIDE + x] == OverlayPlanes.COLOUR;
  }

  @Test
  void aMarkLiesOverItsFilmPixelsAndHasADarkEdge() {
    Film one = Films.withOverlay(film, Overlay.Kind.GRAPHICS, 100, 50, 20, 10);
    draw(one, FilmPlacement.fitted(400, 400, 400, 400));
    assertThat(marked(100, 50)).isTrue();
    assertThat(marked(119, 59)).isTrue();
    assertThat(marked(99, 50)).isFalse();
    assertThat(target[50 * STRIDE + 99]).isEqualTo(0xC0000000);
    assertThat(target[60 * STRIDE + 120]).isEqualTo(0xC0000000);
    assertThat(target[50 * STRIDE + 98]).isZero();
  }

  @Test
  void aThinLineIsSeenFromAfarWithoutGaps() {
    Film line = Films.withOverlay(film, Overlay.Kind.GRAPHICS, 0, 201, 400, 1);
    for (double side : new double[] {390, 250, 133, 100, 61}) {
      draw(line, FilmPlacement.fitted(400, 400, side, side));
      int row = (int) (201.5 * side / 400);
      for (int x = 0; x < (int) side; x++) {
        assertThat(marked(x, row - 1) || marked(x, row) || marked(x, row + 1)).isTrue();
      }
    }
  }

  @Test
  void ofARegionTheOutlineIsSeenOnly() {
    Film region = Films.withOverlay(film, Overlay.Kind.REGION_OF_INTEREST, 100, 100, 50, 50);
    draw(region, FilmPlacement.fitted(400, 400, 400, 400));
    assertThat(marked(100, 120)).isTrue();
    assertThat(marked(149, 120)).isTrue();
    assertThat(marked(125, 125)).isFalse();
    assertThat(target[125 * STRIDE + 125]).isZero();
  }

  @Test
  void aMarkStaysAtItsPlaceWhenZoomedAndStretched() {
    Film one = Films.withOverlay(film, Overlay.Kind.GRAPHICS, 200, 200, 10, 10);
    FilmPlacement placement =
        FilmPlacement.fitted(400, 400, 2, 400, 400).zoomedAt(200, 200, 3).panned(-31.4, 17.7);
    draw(one, placement);
    FilmRaster.Area area = FilmRaster.visible(placement, 1);
    int x = (int) placement.paneX(205) - area.x();
    int y = (int) placement.paneY(205) - area.y();
    assertThat(marked(x, y)).isTrue();
    assertThat(marked(x + 14, y)).isTrue();
    assertThat(marked(x + 17, y)).isFalse();
    assertThat(marked(x, y + 28)).isTrue();
    assertThat(marked(x, y + 32)).isFalse();
  }
}
