package negatoscope.tensor;

/** Changes how frequent greys are. */
final class Greys {
  private static final int LEVELS = 256;

  /**
   * Greys of a usual chest film at equal steps of rank: the mean of the training films of six
   * collections, each collection counted alike.
   */
  private static final double[] USUAL = {
    6, 43, 66, 85, 98, 109, 120, 129, 138, 147, 156, 164, 173, 181, 190, 199, 229
  };

  private Greys() {}

  /**
   * Changes the greys of the cells that are kept, in place. Equal greys stay equal, and none
   * overtakes another.
   *
   * @param darkest the grey of padding
   * @return what padding becomes
   */
  static float change(float[] values, boolean[] kept, Preparation.Greys greys, float darkest) {
    if (greys == Preparation.Greys.AS_SHOWN) {
      return darkest;
    }
    double[] ranks = ranks(values, kept);
    for (int i = 0; i < values.length; i++) {
      if (kept[i]) {
        values[i] = (float) level(interpolated(ranks, values[i]), greys);
      }
    }
    return (float) level(0, greys);
  }

  /** The share of kept cells that are darker than each grey, those of the same grey by half. */
  private static double[] ranks(float[] values, boolean[] kept) {
    double[] counts = new double[LEVELS];
    double all = 0;
    for (int i = 0; i < values.length; i++) {
      if (kept[i]) {
        counts[Math.min(LEVELS - 1, Math.max(0, Math.round(values[i])))]++;
        all++;
      }
    }
    double[] ranks = new double[LEVELS];
    double darker = 0;
    for (int level = 0; level < LEVELS; level++) {
      ranks[level] = all == 0 ? 0 : (darker + counts[level] / 2) / all;
      darker += counts[level];
    }
    return ranks;
  }

  private static double level(double rank, Preparation.Greys greys) {
    return greys == Preparation.Greys.EQUALISED
        ? rank * (LEVELS - 1)
        : interpolated(USUAL, rank * (USUAL.length - 1));
  }

  private static double interpolated(double[] curve, double at) {
    int below = (int) Math.min(curve.length - 1, Math.max(0, Math.floor(at)));
    int above = Math.min(curve.length - 1, below + 1);
    double share = Math.min(1, Math.max(0, at - below));
    return curve[below] + share * (curve[above] - curve[below]);
  }
}
