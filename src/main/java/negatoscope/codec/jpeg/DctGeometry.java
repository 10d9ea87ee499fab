package negatoscope.codec.jpeg;

import negatoscope.codec.CodecException;

/**
 * Where one component's blocks of 8 × 8 samples lie (T.81 A.1.1, A.2).
 *
 * @param width the component's own columns
 * @param height the component's own rows
 * @param across pixels across that share one of its samples
 * @param down and down
 * @param horizontal blocks of one minimum coded unit across
 * @param vertical and down
 * @param blocksWide blocks across, filled up to whole units
 * @param blocksHigh and down
 */
record DctGeometry(
    int width,
    int height,
    int across,
    int down,
    int horizontal,
    int vertical,
    int blocksWide,
    int blocksHigh) {

  /**
   * The geometry of a component.
   *
   * @throws CodecException UNSUPPORTED_PIXELS where the sampling factors do not divide the greatest
   */
  static DctGeometry of(FrameHeader frame, FrameHeader.Component component) {
    int mostHorizontal = frame.mostHorizontal();
    int mostVertical = frame.mostVertical();
    int horizontal = component.horizontal();
    int vertical = component.vertical();
    if (mostHorizontal % horizontal != 0 || mostVertical % vertical != 0) {
      throw CodecException.unsupported(
          "the JPEG stream sub-samples its components by a fraction, which is not read.");
    }
    int across = mostHorizontal / horizontal;
    int down = mostVertical / vertical;
    return new DctGeometry(
        ceiling(frame.width(), across),
        ceiling(frame.height(), down),
        across,
        down,
        horizontal,
        vertical,
        horizontal * ceiling(frame.width(), 8 * mostHorizontal),
        vertical * ceiling(frame.height(), 8 * mostVertical));
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
