package negatoscope.film;

/**
 * Rescale Slope and Rescale Intercept (PS3.3 C.11.1): modality value = slope × stored value +
 * intercept.
 */
public record ModalityRescale(double slope, double intercept) implements Modality {
  /** Modality values are the stored ones. */
  public static final ModalityRescale IDENTITY = new ModalityRescale(1, 0);

  @Override
  public double apply(double stored) {
    return slope * stored + intercept;
  }
}
