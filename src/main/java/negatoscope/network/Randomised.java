package negatoscope.network;

/**
 * Which weights of a network are randomised, from its end to its beginning: the cascade of Adebayo
 * et al. 2018, <i>Sanity Checks for Saliency Maps</i>. Each entry includes those before it.
 */
public enum Randomised {
  /** The head: every LSTM and dense kernel. */
  HEAD(0),
  /** The head and the last third of the backbone's kernels. */
  LAST_THIRD(1 / 3.0),
  /** The head and the last two thirds of the backbone's kernels. */
  LAST_TWO_THIRDS(2 / 3.0),
  /** Every kernel. */
  ALL(1);

  private final double ofBackbone;

  Randomised(double ofBackbone) {
    this.ofBackbone = ofBackbone;
  }

  /** Share of the backbone's kernels that are randomised, counted from its end, 0 to 1. */
  public double ofBackbone() {
    return ofBackbone;
  }
}
