package negatoscope.codec.jpeg;

import java.util.Arrays;

/** The coefficients of one component while progressive scans (T.81 annex G) make them better. */
final class Progress {
  private static final int UNSEEN = -1;

  private final DctGeometry geometry;

  /** For each row of blocks, 64 coefficients a block in zig-zag order; room is made on arrival. */
  private final short[][] rows;

  /** For each coefficient of the zig-zag order, the lowest bit that is known. */
  private final int[] lowest = new int[64];

  Progress(DctGeometry geometry) {
    this.geometry = geometry;
    rows = new short[geometry.blocksHigh()][0];
    Arrays.fill(lowest, UNSEEN);
  }

  /** The coefficients of a row of blocks, 64 in zig-zag order for each block. */
  short[] row(int row) {
    if (rows[row].length == 0) {
      rows[row] = new short[64 * geometry.blocksWide()];
    }
    return rows[row];
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
    for (int row = 0; row < geometry.blocksHigh(); row++) {
      short[] coefficients = row(row);
      for (int column = 0, at = 0; column < geometry.blocksWide(); column++, at += 64) {
        for (int k = 0; k < 64; k++) {
          block[Tables.ZIGZAG[k]] = coefficients[at + k] * (double) steps[k];
        }
        plane.block(column, row, block);
      }
    }
  }
}
