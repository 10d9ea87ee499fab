package negatoscope.codec.jpeg;

import negatoscope.codec.CodecException;

/**
 * Where one component's blocks of 8 × 8 samples lie (T.81 A.1.1, A.2).
 *
 * @param width the component's own columns
 * @param height the component's own rows
 * @param horizontal blocks of one minimum coded unit across
 * @param vertical and down
 * @param blocksWide blocks across, filled up to whole units
 * @param blocksHigh and down
 */
record DctGeometry(
    int width, int height, int horizontal, int vertical, int blocksWide, int blocksHigh) {

  /**
   * The geometry of a component.
   *
   * @throws CodecException UNSUPPORTED_PIXELS where the sampling factors do not divide the greatest
   */
  static DctGeometry of(FrameHeader frame, FrameHeader.Component component) {
    int acrossMost = frame.mostHorizontal();
    int downMost = frame.mostVertical();
    int across = component.horizontal();
    int down = component.vertical();
    if (acrossMost % across != 0 || downMost % down != 0) {
      throw CodecException.unsupported(
          "the JPEG stream sub-samples its components by a fraction, which is not read.");
    }
    return new DctGeometry(
        ceiling(frame.width() * across, acrossMost),
        ceiling(frame.height() * down, downMost),
        across,
        down,
        across * ceiling(frame.width(), 8 * acrossMost),
        down * ceiling(frame.height(), 8 * downMost));
  }

  /** Blocks that the scans of a frame hold at least. */
  static long blocks(FrameHeader frame) {
    long blocks = 0;
    for (FrameHeader.Component component : frame.components()) {
      DctGeometry geometry = of(frame, component);
      blocks += (long) geometry.ownBlocksWide() * geometry.ownBlocksHigh();
    }
    return blocks;
  }

  /** Blocks across in a scan of this component alone. */
  int ownBlocksWide() {
    return ceiling(width, 8);
  }

  /** Blocks down in a scan of this component alone. */
  int ownBlocksHigh() {
    return ceiling(height, 8);
  }

  private static int ceiling(int number, int divisor) {
    return (number + divisor - 1) / divisor;
  }
}
