package negatoscope.codec.jpeg;

/**
 * Turns a row of differences into samples (T.81 H.1.2.1, H.2.1), modulo 2^16. A row holds the
 * components of a scan side by side, {@code step} of them, so that the sample to the left is {@code
 * step} places before.
 */
final class Prediction {
  private Prediction() {}

  /** The first row, and each one behind a restart: the sample to the left. */
  static void firstRow(int[] row, int step, int middle) {
    for (int i = 0; i < step; i++) {
      row[i] = (row[i] + middle) & 0xFFFF;
    }
    left(row, step);
  }

  /**
   * Any other row; its first sample is predicted from the one above.
   *
   * @param selection 1…7, T.81 table H.1
   */
  static void row(int selection, int[] row, int[] above, int step) {
    for (int i = 0; i < step; i++) {
      row[i] = (row[i] + above[i]) & 0xFFFF;
    }
    switch (selection) {
      case 1 -> left(row, step);
      case 2 -> {
        for (int i = step; i < row.length; i++) {
          row[i] = (row[i] + above[i]) & 0xFFFF;
        }
      }
      case 3 -> {
        for (int i = step; i < row.length; i++) {
          row[i] = (row[i] + above[i - step]) & 0xFFFF;
        }
      }
      case 4 -> {
        for (int i = step; i < row.length; i++) {
          row[i] = (row[i] + row[i - step] + above[i] - above[i - step]) & 0xFFFF;
        }
      }
      case 5 -> {
        for (int i = step; i < row.length; i++) {
          row[i] = (row[i] + row[i - step] + ((above[i] - above[i - step]) >> 1)) & 0xFFFF;
        }
      }
      case 6 -> {
        for (int i = step; i < row.length; i++) {
          row[i] = (row[i] + above[i] + ((row[i - step] - above[i - step]) >> 1)) & 0xFFFF;
        }
      }
      case 7 -> {
        for (int i = step; i < row.length; i++) {
          row[i] = (row[i] + ((row[i - step] + above[i]) >> 1)) & 0xFFFF;
        }
      }
      default -> throw new IllegalArgumentException("predictor " + selection);
    }
  }

  private static void left(int[] row, int step) {
    for (int i = step; i < row.length; i++) {
      row[i] = (row[i] + row[i - step]) & 0xFFFF;
    }
  }
}
