package negatoscope.tensor;

import java.util.EnumMap;
import java.util.Map;

/**
 * 63 bits of a fingerprint: whether each of the lowest cosine coefficients, but for the constant
 * one, is above what it usually is on frontal chest films. Against 0, all chests would look alike.
 *
 * <p>Hashes of a film's cropped parts and of the film turned come straight from its values: a crop
 * is a factor on the cosines' side, a turn an exchange of coefficients and signs.
 */
final class PerceptualHash {
  /** What is cut off before and behind along an axis, as shares; all pairs of axes are tried. */
  private static final double[][] CUTS = {
    {0, 0}, {0.04, 0}, {0, 0.04}, {0.08, 0}, {0, 0.08}, {0.04, 0.04}
  };

  /** How many crops {@link #cropped} tries. */
  static final int CROPS = CUTS.length * CUTS.length;

  private static final int SIDE = FilmFingerprint.SIDE;
  private static final int FREQUENCIES = 8;

  /** Medians over 2,110 frontal films, vertical by horizontal frequency. */
  private static final double[] USUAL = {
    0.00, -0.13, -9.24, 0.89, 0.56, -0.90, -5.61, 0.14,
    -10.40, -0.12, 3.43, -0.12, 2.06, 0.22, -0.26, 0.10,
    2.35, 0.34, -1.98, -0.80, -2.15, 0.39, 1.46, -0.12,
    -2.21, -0.38, -1.70, 0.46, 0.96, -0.13, 0.78, -0.15,
    -0.85, -0.03, -0.69, 0.04, 0.62, 0.00, -0.04, 0.04,
    -1.10, 0.14, -0.28, -0.16, 0.44, -0.01, -0.05, 0.05,
    -0.84, -0.08, 0.08, 0.11, 0.41, -0.02, -0.12, -0.02,
    -0.36, 0.08, -0.09, -0.07, 0.15, 0.00, -0.05, -0.01
  };

  /** {@code [CUTS][FREQUENCIES][SIDE]}: cosines over the part that is left. */
  private final double[][][] cosines = new double[CUTS.length][FREQUENCIES][SIDE];

  PerceptualHash() {
    for (int cut = 0; cut < CUTS.length; cut++) {
      double left = CUTS[cut][0] * SIDE;
      double step = 1 - CUTS[cut][0] - CUTS[cut][1];
      for (int i = 0; i < SIDE; i++) {
        double place = Math.min(SIDE - 1, Math.max(0, left + (i + 0.5) * step - 0.5));
        int cell = Math.min(SIDE - 2, (int) place);
        for (int f = 0; f < FREQUENCIES; f++) {
          double cosine = Math.sqrt(2.0 / SIDE) * Math.cos(Math.PI * (2 * i + 1) * f / 2 / SIDE);
          cosines[cut][f][cell] += cosine * (cell + 1 - place);
          cosines[cut][f][cell + 1] += cosine * (place - cell);
        }
      }
    }
  }

  /** The part of the film that a crop leaves: left, top, right and bottom from 0 to 1. */
  static double[] part(int crop) {
    double[] down = CUTS[crop / CUTS.length];
    double[] across = CUTS[crop % CUTS.length];
    return new double[] {across[0], down[0], 1 - across[1], 1 - down[1]};
  }

  /** The hash of each crop of the upright film; the first is that of the whole film. */
  long[] cropped(float[] values) {
    long[] hashes = new long[CROPS];
    for (int across = 0; across < CUTS.length; across++) {
      double[] rows = rows(values, cosines[across]);
      for (int down = 0; down < CUTS.length; down++) {
        hashes[down * CUTS.length + across] = bits(columns(rows, cosines[down]));
      }
    }
    return hashes;
  }

  /** The hash of the whole film in each {@link Turn}. */
  Map<Turn, Long> turned(float[] values) {
    double[] coefficients = columns(rows(values, cosines[0]), cosines[0]);
    Map<Turn, Long> hashes = new EnumMap<>(Turn.class);
    for (Turn turn : Turn.values()) {
      hashes.put(turn, bits(turn.applyToCosines(coefficients, FREQUENCIES)));
    }
    return hashes;
  }

  /** {@code [SIDE][FREQUENCIES]}: every row of the film against the cosines. */
  private static double[] rows(float[] values, double[][] cosines) {
    double[] rows = new double[SIDE * FREQUENCIES];
    for (int y = 0; y < SIDE; y++) {
      for (int f = 0; f < FREQUENCIES; f++) {
        double sum = 0;
        for (int x = 0; x < SIDE; x++) {
          sum += values[y * SIDE + x] * cosines[f][x];
        }
        rows[y * FREQUENCIES + f] = sum;
      }
    }
    return rows;
  }

  private static double[] columns(double[] rows, double[][] cosines) {
    double[] coefficients = new double[FREQUENCIES * FREQUENCIES];
    for (int v = 0; v < FREQUENCIES; v++) {
      for (int y = 0; y < SIDE; y++) {
        double cosine = cosines[v][y];
        for (int u = 0; u < FREQUENCIES; u++) {
          coefficients[v * FREQUENCIES + u] += cosine * rows[y * FREQUENCIES + u];
        }
      }
    }
    return coefficients;
  }

  private static long bits(double[] coefficients) {
    long bits = 0;
    for (int i = 1; i < coefficients.length; i++) {
      if (coefficients[i] > USUAL[i]) {
        bits |= 1L << i;
      }
    }
    return bits;
  }
}
