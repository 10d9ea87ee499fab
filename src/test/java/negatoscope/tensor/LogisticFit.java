package negatoscope.tensor;

import java.util.List;

/**
 * Logistic regression with a ridge penalty and equal weight to both classes, by Newton's method.
 */
final class LogisticFit {
  private LogisticFit() {}

  /**
   * Fits log odds = w·x (+ b) that a row is one of {@code ones}.
   *
   * @param penalty half of it times the squared length of w is added to the loss
   * @param constant whether there is a b; it is not penalised and comes last in the result
   */
  static double[] fit(List<double[]> ones, List<double[]> zeros, double penalty, boolean constant) {
    int size = ones.get(0).length + (constant ? 1 : 0);
    double[] weights = new double[size];
    double total = ones.size() + zeros.size();
    for (int step = 0; step < 25; step++) {
      double[][] hessian = new double[size][size];
      double[] gradient = new double[size];
      for (int i = 0; i < size; i++) {
        double ridge = constant && i == size - 1 ? 1e-9 : penalty;
        hessian[i][i] = ridge;
        gradient[i] = ridge * weights[i];
      }
      add(ones, 1, total / (2 * ones.size()), constant, weights, gradient, hessian);
      add(zeros, 0, total / (2 * zeros.size()), constant, weights, gradient, hessian);
      double[] change = solve(hessian, gradient);
      double greatest = 0;
      for (int i = 0; i < size; i++) {
        weights[i] -= change[i];
        greatest = Math.max(greatest, Math.abs(change[i]));
      }
      if (greatest < 1e-9) {
        break;
      }
    }
    return weights;
  }

  private static void add(
      List<double[]> rows,
      int target,
      double rowWeight,
      boolean constant,
      double[] weights,
      double[] gradient,
      double[][] hessian) {
    int size = weights.length;
    double[] x = new double[size];
    if (constant) {
      x[size - 1] = 1;
    }
    for (double[] row : rows) {
      System.arraycopy(row, 0, x, 0, row.length);
      double odds = 0;
      for (int i = 0; i < size; i++) {
        odds += weights[i] * x[i];
      }
      double p = 1 / (1 + Math.exp(-odds));
      double curvature = rowWeight * Math.max(1e-12, p * (1 - p));
      for (int i = 0; i < size; i++) {
        gradient[i] += rowWeight * (p - target) * x[i];
        double scaled = curvature * x[i];
        for (int j = 0; j <= i; j++) {
          hessian[i][j] += scaled * x[j];
        }
      }
    }
  }

  /** Solves a positive definite system whose lower half is given, by Cholesky's method. */
  private static double[] solve(double[][] a, double[] b) {
    int size = b.length;
    double[] x = b.clone();
    for (int j = 0; j < size; j++) {
      for (int i = j; i < size; i++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= a[i][k] * a[j][k];
        }
        a[i][j] = i == j ? Math.sqrt(sum) : sum / a[j][j];
      }
    }
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= a[i][k] * x[k];
      }
      x[i] /= a[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        x[i] -= a[k][i] * x[k];
      }
      x[i] /= a[i][i];
    }
    return x;
  }
}
