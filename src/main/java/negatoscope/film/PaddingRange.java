package negatoscope.film;

/**
 * Stored values, from least to greatest, both included, that stand for "no picture here" (Pixel
 * Padding Value to Pixel Padding Range Limit, PS3.3 C.7.5.1.1.2).
 */
public record PaddingRange(int least, int greatest) {
  /** Whether a stored value is padding. */
  public boolean contains(int stored) {
    return stored >= least && stored <= greatest;
  }
}
