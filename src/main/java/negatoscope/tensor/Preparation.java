package negatoscope.tensor;

/**
 * What of a film is kept from the network, so that it learns less of where the film comes from, and
 * how its greys are changed.
 *
 * @param crop the part of the film that is shown
 * @param border share of the film's width and height at each edge that is blacked out, 0 to below
 *     0.5
 * @param text whether burnt-in letters and marks outside the film's middle are painted over
 * @param greys how greys are changed
 */
public record Preparation(Crop crop, double border, boolean text, Greys greys) {
  /** The film as it is. */
  public static final Preparation NONE = new Preparation(Crop.WHOLE, 0, false, Greys.AS_SHOWN);

  /** Checks the range. */
  public Preparation {
    if (!(border >= 0 && border < 0.5)) {
      throw new IllegalArgumentException("the border blacked out must be from 0 to below 0.5");
    }
  }

  /**
   * A part of a film, in shares of its width and height.
   *
   * @param left 0 is the film's left edge
   * @param top 0 is the film's upper edge
   * @param right 1 is the film's right edge
   * @param bottom 1 is the film's lower edge
   */
  public record Crop(double left, double top, double right, double bottom) {
    /** All of the film. */
    public static final Crop WHOLE = new Crop(0, 0, 1, 1);

    private static final double LEAST = 0.1;

    /** Checks the range. */
    public Crop {
      if (!(left >= 0 && top >= 0 && right <= 1 && bottom <= 1)
          || !(right - left >= LEAST && bottom - top >= LEAST)) {
        throw new IllegalArgumentException(
            "a crop must lie on the film, from 0 to 1, and be a tenth of it wide and high at"
                + " least");
      }
    }
  }

  /** How greys are changed. */
  public enum Greys {
    /** As the film is shown. */
    AS_SHOWN,
    /** So that each grey is as frequent as another (histogram equalisation). */
    EQUALISED,
    /** So that greys are as frequent as on a usual chest film (histogram matching). */
    MATCHED,
    /** Against the mean and deviation of their surroundings, about a quarter of the side wide. */
    LOCAL
  }
}
