package negatoscope.codec.jpeg;

import negatoscope.codec.FrameShape;

/**
 * Brings a component to the frame's size. A sub-sampled one is interpolated between the centres of
 * its samples, each of which stands in the middle of the pixels that share it (ISO/IEC 10918-5,
 * figure 1).
 */
final class UpSampling {
  private final Plane plane;
  private final FrameShape shape;
  private final int across;
  private final int down;

  UpSampling(Plane plane, FrameShape shape) {
    this.plane = plane;
    this.shape = shape;
    across = plane.geometry().across();
    down = plane.geometry().down();
  }

  void into(byte[] bytes, int component) {
    int[] line = new int[shape.width()];
    int to = component;
    for (int y = 0; y < shape.height(); y++) {
      line(y, line);
      for (int sample : line) {
        bytes[to] = (byte) sample;
        to += shape.components();
      }
    }
  }

  void into(short[] shorts, int component) {
    int[] line = new int[shape.width()];
    int to = component;
    for (int y = 0; y < shape.height(); y++) {
      line(y, line);
      for (int sample : line) {
        shorts[to] = (short) sample;
        to += shape.components();
      }
    }
  }

  private void line(int y, int[] line) {
    if (across == 1 && down == 1) {
      short[] band = plane.band(y);
      int from = plane.start(y);
      for (int x = 0; x < line.length; x++) {
        line[x] = band[from + x];
      }
      return;
    }
    int lastRow = plane.geometry().height() - 1;
    int lastColumn = plane.geometry().width() - 1;
    // Positions and weights count in halves of a pixel, so that centres lie on whole numbers.
    int above = Math.floorDiv(2 * y + 1 - down, 2 * down);
    int lower = 2 * y + 1 - down - 2 * down * above;
    int upper = Math.max(0, above);
    int under = Math.min(lastRow, above + 1);
    short[] upperBand = plane.band(upper);
    short[] underBand = plane.band(under);
    int top = plane.start(upper);
    int bottom = plane.start(under);
    int half = 2 * down * across;
    for (int x = 0; x < line.length; x++) {
      int before = Math.floorDiv(2 * x + 1 - across, 2 * across);
      int right = 2 * x + 1 - across - 2 * across * before;
      int left = Math.max(0, before);
      int next = Math.min(lastColumn, before + 1);
      int one = upperBand[top + left] * (2 * down - lower) + underBand[bottom + left] * lower;
      int two = upperBand[top + next] * (2 * down - lower) + underBand[bottom + next] * lower;
      line[x] = (one * (2 * across - right) + two * right + half) / (2 * half);
    }
  }
}
