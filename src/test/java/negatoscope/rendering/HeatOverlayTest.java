package negatoscope.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HeatOverlayTest {
  /** 3 rows of 4 cells over the film columns 10 to 50 and rows −20 to 40: cells of 10 × 20. */
  private static HeatOverlay overlay(boolean uniform, double threshold, float... grid) {
    return new HeatOverlay(grid, 3, 4, 10, -20, 40, 60, 2, ColourMap.VIRIDIS, uniform, threshold);
  }

  private static final float[] GRID = {0, 0.5f, 1, 0, 0, 2, 1, 0, 0.2f, 0.4f, 0, 1};

  @Test
  void aCellHasItsValueAtItsCentre() {
    HeatOverlay overlay = overlay(true, 0, GRID);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        assertThat(overlay.valueAt(10 + 10 * (column + 0.5), -20 + 20 * (row + 0.5)))
            .isCloseTo(GRID[row * 4 + column] / 2, within(1e-6));
      }
    }
  }

  @Test
  void aPaintedPixelHasTheColourOfTheValueUnderIt() {
    HeatOverlay overlay = overlay(true, 0, GRID);
    int[] pixels = overlay.paint(0, 0, 60, 40, 30, 20);
    for (int y = 0; y < 20; y++) {
      for (int x = 0; x < 30; x++) {
        double filmX = 2 * (x + 0.5);
        double filmY = 2 * (y + 0.5);
        if (filmX < 10 || filmX >= 50) {
          assertThat(pixels[y * 30 + x]).isZero();
        } else {
          int expected = ColourMap.VIRIDIS.argb(overlay.valueAt(filmX, filmY));
          for (int shift = 0; shift < 32; shift += 8) {
            assertThat(pixels[y * 30 + x] >> shift & 0xFF)
                .isCloseTo(expected >> shift & 0xFF, within(2));
          }
        }
      }
    }
  }

  @Test
  void aPartOfTheFilmIsPaintedAsInTheWhole() {
    HeatOverlay overlay = overlay(true, 0.1, GRID);
    int[] whole = overlay.paint(0, 0, 60, 40, 120, 80);
    int[] part = overlay.paint(15, 10, 20, 10, 40, 20);
    for (int y = 0; y < 20; y++) {
      for (int x = 0; x < 40; x++) {
        assertThat(part[y * 40 + x]).isEqualTo(whole[(y + 20) * 120 + x + 30]);
      }
    }
  }

  @Provide
  Arbitrary<float[]> grids() {
    return Arbitraries.floats().between(0, 2).array(float[].class).ofSize(12);
  }

  /** Tents of one cell's half width around the centres, positions held between the outermost. */
  @Property(tries = 50)
  void betweenTheCentresTheValueIsBilinear(@ForAll("grids") float[] grid) {
    HeatOverlay overlay = overlay(true, 0, grid);
    for (double x = 10; x < 50; x += 1.7) {
      for (double y = -20; y < 40; y += 2.3) {
        double u = Math.max(0.5, Math.min(3.5, (x - 10) / 10));
        double v = Math.max(0.5, Math.min(2.5, (y + 20) / 20));
        double expected = 0;
        for (int i = 0; i < 12; i++) {
          double across = Math.max(0, 1 - Math.abs(u - (i % 4 + 0.5)));
          int row = i / 4;
          double down = Math.max(0, 1 - Math.abs(v - (row + 0.5)));
          expected += across * down * grid[i];
        }
        assertThat(overlay.valueAt(x, y)).isCloseTo(expected / 2, within(1e-6));
      }
    }
  }

  @Test
  void nothingIsPaintedBelowTheThreshold() {
    HeatOverlay overlay = overlay(true, 0.6, GRID);
    int[] pixels = overlay.paint(10, -20, 40, 60, 40, 60);
    for (int y = 0; y < 60; y++) {
      for (int x = 0; x < 40; x++) {
        double value = overlay.valueAt(10.5 + x, -19.5 + y);
        if (Math.abs(value - 0.6) > 0.002) {
          assertThat(pixels[y * 40 + x] >>> 24).isEqualTo(value > 0.6 ? 255 : 0);
        }
      }
    }
  }

  @Test
  void opacityByValueGrowsWithTheValueAndIsPremultiplied() {
    HeatOverlay overlay = overlay(false, 0, GRID);
    int[] pixels = overlay.paint(10, -20, 40, 60, 4, 3);
    for (int i = 0; i < 12; i++) {
      int alpha = pixels[i] >>> 24;
      assertThat(alpha).isCloseTo(Math.round(255 * GRID[i] / 2), within(1));
      for (int shift = 0; shift < 24; shift += 8) {
        assertThat(pixels[i] >> shift & 0xFF).isLessThanOrEqualTo(alpha);
      }
    }
  }

  @Test
  void anEmptyMapPaintsNothing() {
    HeatOverlay overlay =
        new HeatOverlay(new float[49], 7, 7, 0, 0, 10, 10, 0, ColourMap.HOT, true, 0);
    assertThat(overlay.paint(0, 0, 10, 10, 20, 20)).containsOnly(0);
    assertThat(overlay.valueAt(5, 5)).isZero();
  }

  @Property(tries = 50)
  void theSurfaceStaysBetweenTheLeastAndTheGreatestCell(@ForAll("grids") float[] grid) {
    HeatOverlay overlay = overlay(true, 0, grid);
    double least = 2;
    for (float value : grid) {
      least = Math.min(least, value);
    }
    for (double x = 10; x < 50; x += 1.7) {
      for (double y = -20; y < 40; y += 2.3) {
        assertThat(overlay.valueAt(x, y)).isBetween(least / 2 - 1e-9, 1 + 1e-9);
      }
    }
  }

  @Test
  void theDefaultColoursGrowBrighterWithTheValue() {
    for (ColourMap map :
        new ColourMap[] {ColourMap.INFERNO, ColourMap.VIRIDIS, ColourMap.CIVIDIS}) {
      double before = -1;
      for (int i = 0; i <= 100; i++) {
        int colour = map.argb(i / 100.0);
        assertThat(colour >>> 24).isEqualTo(255);
        double luma =
            0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
        assertThat(luma).isGreaterThan(before);
        before = luma;
      }
    }
    assertThat(ColourMap.DEFAULT).isEqualTo(ColourMap.INFERNO);
    assertThat(ColourMap.JET.argb(-3)).isEqualTo(0xFF000080);
    assertThat(ColourMap.HOT.argb(7)).isEqualTo(0xFFFFFFFF);
  }

  private static double linear(int channel) {
    return Math.pow((channel & 0xFF) / 255.0, 2.2);
  }
}
