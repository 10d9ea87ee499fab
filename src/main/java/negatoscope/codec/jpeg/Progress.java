package negatoscope.codec.jpeg;

import java.util.Arrays;

/** The coefficients of one component while progressive scans (T.81 annex G) make them better. */
final class Progress {
  private static final int UNSEEN = -1;

  private final DctGeometry geometry;
  private final short[] coefficients;

  /** For each coefficient of the zig-zag order, the lowest bit that is known. */
  private final int[] lowest = new int[64];

  Progress(DctGeometry geometry) {
    this.geometry = geometry;
    coefficients = new short[64 * geometry.blocksWide() * geometry.blocksHigh()];
    Arrays.fill(lowest, UNSEEN);
  }

  /** All blocks, row by row; each has 64 coefficients in zig-zag order. */
  short[] coefficients() {
    return coefficients;
  }

  /** Where a block begins. */
  int block(int column, int row) {
    return 64 * (row * geometry.blocksWide() + column);
  }

  /** Notes that a scan brings its band down to its lowest bit; refuses one out of turn. */
  void take(ScanHeader scan) {
    for (int k = scan.start(); k <= scan.end(); k++) {
      boolean inTurn =
          scan.high() == 0
              ? lowest[k] == UNSEEN
              : lowest[k] == scan.high() && scan.low() == scan.high() - 1;
      if (!inTurn || (k > 0 && lowest[0] == UNSEEN)) {
        throw ScanHeader.impossible();
      }
      lowest[k] = scan.low();
    }
  }

  /** Whether every coefficient is known to its last bit. */
  boolean complete() {
    for (int bit : lowest) {
      if (bit != 0) {
        return false;
      }
    }
    return true;
  }

  /** Fills the plane. */
  void transform(Plane plane) {
    double[] block = new double[64];
    int[] steps = plane.steps();
    int at = 0;
    for (int row = 0; row < geometry.blocksHigh(); row++) {
      for (int column = 0; column < geometry.blocksWide(); column++, at += 64) {
        for (int k = 0; k < 64; k++) {
          block[Tables.ZIGZAG[k]] = coefficients[at + k] * (double) steps[k];
        }
        plane.block(column, row, block);
      }
    }
  }
}
