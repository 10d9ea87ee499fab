package negatoscope.classification;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, by cyclic Jacobi rotations (Golub and
 * Van Loan, Matrix Computations, 8.5).
 *
 * @param values falling
 * @param vectors one a row, orthonormal, in the order of the values
 */
record SymmetricEigen(double[] values, double[][] vectors) {
  private static final int MOST_SWEEPS = 60;

  /** Decomposes a symmetric matrix; only its finite values are allowed. */
  static SymmetricEigen of(double[][] matrix) {
    int size = matrix.length;
    double[][] a = new double[size][];
    double[][] v = new double[size][size];
    for (int i = 0; i < size; i++) {
      a[i] = matrix[i].clone();
      v[i][i] = 1;
    }
    double small = 1e-24 * sumOfSquares(a);
    for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a) > small; sweep++) {
      for (int p = 0; p < size; p++) {
        for (int q = p + 1; q < size; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -a[i][i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[size];
    double[][] vectors = new double[size][];
    for (int i = 0; i < size; i++) {
      values[i] = a[order[i]][order[i]];
      vectors[i] = v[order[i]];
    }
    return new SymmetricEigen(values, vectors);
  }

  /** One rotation that makes a[p][q] zero; the rows of v turn along. */
  private static void rotate(double[][] a, double[][] v, int p, int q) {
    double apq = a[p][q];
    if (apq == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * apq);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    turn(a[p], a[q], c, s);
    for (double[] row : a) {
      double x = row[p];
      row[p] = c * x - s * row[q];
      row[q] = s * x + c * row[q];
    }
    a[p][q] = 0;
    a[q][p] = 0;
    turn(v[p], v[q], c, s);
  }

  private static void turn(double[] x, double[] y, double c, double s) {
    for (int k = 0; k < x.length; k++) {
      double held = x[k];
      x[k] = c * held - s * y[k];
      y[k] = s * held + c * y[k];
    }
  }

  private static double offDiagonal(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += 2 * a[i][j] * a[i][j];
      }
    }
    return sum;
  }

  private static double sumOfSquares(double[][] a) {
    double sum = 0;
    for (double[] row : a) {
      for (double x : row) {
        sum += x * x;
      }
    }
    return sum;
  }
}
