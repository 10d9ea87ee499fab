package negatoscope.evaluation;

import java.util.Arrays;

/**
 * How closely two divisions of the same films go together: 0 if one tells nothing of the other, 1
 * if it tells all. Corrected for the size that chance alone gives it (Bergsma 2013).
 */
public final class CramersV {
  private CramersV() {}

  /**
   * The association of two divisions.
   *
   * @param one the number of each film's group, from 0
   * @param other the same in the other division
   * @return 0 to 1; NaN where a division has one group only
   */
  public static double of(int[] one, int[] other) {
    if (one.length != other.length) {
      throw new IllegalArgumentException("the two do not divide the same films");
    }
    int rows = Arrays.stream(one).max().orElse(-1) + 1;
    int columns = Arrays.stream(other).max().orElse(-1) + 1;
    double[][] counts = new double[rows][columns];
    double[] rowSums = new double[rows];
    double[] columnSums = new double[columns];
    for (int i = 0; i < one.length; i++) {
      counts[one[i]][other[i]]++;
      rowSums[one[i]]++;
      columnSums[other[i]]++;
    }
    double films = one.length;
    double share = 0;
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        double expected = rowSums[r] * columnSums[c] / films;
        if (expected > 0) {
          share += (counts[r][c] - expected) * (counts[r][c] - expected) / expected / films;
        }
      }
    }
    double r = filled(rowSums);
    double c = filled(columnSums);
    if (r < 2 || c < 2 || films < 2) {
      return Double.NaN;
    }
    double corrected = Math.max(0, share - (r - 1) * (c - 1) / (films - 1));
    double fewerRows = r - (r - 1) * (r - 1) / (films - 1);
    double fewerColumns = c - (c - 1) * (c - 1) / (films - 1);
    double least = Math.min(fewerRows, fewerColumns) - 1;
    return least > 0 ? Math.min(1, Math.sqrt(corrected / least)) : Double.NaN;
  }

  private static double filled(double[] sums) {
    return Arrays.stream(sums).filter(sum -> sum > 0).count();
  }
}
