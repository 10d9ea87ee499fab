package negatoscope.workstation.viewer;

import negatoscope.rendering.ColourMap;
import negatoscope.rendering.HeatOverlay;

/** Heat maps made up for tests. */
final class Overlays {
  private Overlays() {}

  static HeatOverlay of(
      float[] grid,
      int rows,
      int columns,
      double left,
      double top,
      double width,
      double height,
      ColourMap colours,
      double threshold) {
    float greatest = 0;
    for (float value : grid) {
      greatest = Math.max(greatest, value);
    }
    return new HeatOverlay(
        grid, rows, columns, left, top, width, height, greatest, colours, true, threshold);
  }
}
