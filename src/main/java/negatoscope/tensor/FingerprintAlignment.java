package negatoscope.tensor;

import java.util.function.Supplier;

/**
 * Lays the whole of one film on a part of another and says how alike they are there. The part is
 * moved edge by edge to where they agree best, first on coarse cells, then on fine ones.
 */
final class FingerprintAlignment {
  /** Below this correlation of coarse cells two films are not looked at closer. */
  private static final double LEAST_COARSE = 0.93;

  /** The same before the edges were moved. */
  private static final double LEAST_BEFORE = 0.75;

  /** What the fine detail must agree by where the coarse cells agree best. */
  private static final double LEAST_DETAIL = 0.3;

  private static final int SIDE = FilmFingerprint.SIDE;
  private static final int COARSE = 16;
  private static final double FIRST_STEP = 0.02;
  private static final double LAST_STEP = 0.005;

  /** How far the part may reach beyond the film. */
  private static final double BEYOND = 0.02;

  /** Cells at each edge whose detail does not count. */
  private static final int EDGE = 4;

  private final float[] fine;
  private final float[] coarse;

  /**
   * Prepares one film.
   *
   * @param whole its values, turned to lie as the others
   */
  FingerprintAlignment(float[] whole) {
    fine = whole;
    coarse = coarse(whole);
  }

  /**
   * The correlation of the films' fine detail, −1 to 1; 0 where a first look tells them apart.
   *
   * @param otherCoarse the film of which this one may be a part
   * @param otherFine the same; asked for only if the coarse cells agree
   * @param part which part to begin with: left, top, right and bottom from 0 to 1
   */
  double likeness(float[] otherCoarse, Supplier<float[]> otherFine, double[] part) {
    double[] place = part.clone();
    if (correlation(sampled(otherCoarse, place, COARSE), coarse) < LEAST_BEFORE
        || refine(coarse, otherCoarse, place, COARSE) < LEAST_COARSE) {
      return 0;
    }
    float[] other = otherFine.get();
    if (correlation(detail(sampled(other, place, SIDE)), detail(fine)) < LEAST_DETAIL) {
      return 0;
    }
    refine(fine, other, place, SIDE);
    return correlation(detail(sampled(other, place, SIDE)), detail(fine));
  }

  /** Moves the part's edges to where the two agree best, and says how well. */
  private static double refine(float[] whole, float[] other, double[] part, int side) {
    double best = correlation(sampled(other, part, side), whole);
    double step = FIRST_STEP;
    while (step >= LAST_STEP) {
      boolean moved = false;
      for (int edge = 0; edge < part.length; edge++) {
        for (double by = -step; by <= step; by += 2 * step) {
          double before = part[edge];
          part[edge] = Math.min(1 + BEYOND, Math.max(-BEYOND, before + by));
          double now = correlation(sampled(other, part, side), whole);
          if (now > best) {
            best = now;
            moved = true;
          } else {
            part[edge] = before;
          }
        }
      }
      step = moved ? step : step / 2;
    }
    return best;
  }

  /** A part of a film on as many cells as the whole one has. */
  private static float[] sampled(float[] film, double[] part, int side) {
    int[] columns = new int[side];
    float[] right = new float[side];
    axis(part[0], part[2], columns, right);
    int[] rows = new int[side];
    float[] down = new float[side];
    axis(part[1], part[3], rows, down);
    float[] values = new float[side * side];
    for (int y = 0; y < side; y++) {
      int upper = rows[y] * side;
      int lower = upper + side;
      for (int x = 0; x < side; x++) {
        int left = upper + columns[x];
        int under = lower + columns[x];
        float above = film[left] + right[x] * (film[left + 1] - film[left]);
        float below = film[under] + right[x] * (film[under + 1] - film[under]);
        values[y * side + x] = above + down[y] * (below - above);
      }
    }
    return values;
  }

  private static void axis(double from, double to, int[] cells, float[] beyond) {
    int side = cells.length;
    for (int i = 0; i < side; i++) {
      double place = (from + (to - from) * (i + 0.5) / side) * side - 0.5;
      double within = Math.min(side - 1, Math.max(0, place));
      cells[i] = Math.min(side - 2, (int) within);
      beyond[i] = (float) (within - cells[i]);
    }
  }

  /** A film's values averaged over coarse cells. */
  static float[] coarse(float[] fine) {
    int by = SIDE / COARSE;
    float[] coarse = new float[COARSE * COARSE];
    for (int i = 0; i < fine.length; i++) {
      coarse[i / SIDE / by * COARSE + i % SIDE / by] += fine[i] / (by * by);
    }
    return coarse;
  }

  /** What each cell differs by from the mean of the 3 × 3 cells around it, without the edges. */
  private static float[] detail(float[] values) {
    int inner = SIDE - 2 * EDGE;
    float[] detail = new float[inner * inner];
    for (int y = 0; y < inner; y++) {
      for (int x = 0; x < inner; x++) {
        int at = (y + EDGE) * SIDE + x + EDGE;
        float around = 0;
        for (int row = at - SIDE; row <= at + SIDE; row += SIDE) {
          around += values[row - 1] + values[row] + values[row + 1];
        }
        detail[y * inner + x] = values[at] - around / 9;
      }
    }
    return detail;
  }

  /** Pearson's correlation; 0 where one of the two does not vary. */
  private static double correlation(float[] a, float[] b) {
    double sumA = 0;
    double sumB = 0;
    double squareA = 0;
    double squareB = 0;
    double product = 0;
    for (int i = 0; i < a.length; i++) {
      sumA += a[i];
      sumB += b[i];
      squareA += a[i] * a[i];
      squareB += b[i] * b[i];
      product += a[i] * b[i];
    }
    double spread = (squareA - sumA * sumA / a.length) * (squareB - sumB * sumB / a.length);
    return spread > 1e-12 ? (product - sumA * sumB / a.length) / Math.sqrt(spread) : 0;
  }
}
