package negatoscope.film;

/** From where the film was taken, as far as the file or its table says. */
public enum ViewPosition {
  PA,
  AP,
  LATERAL,
  OTHER,
  UNKNOWN;

  /** Whether the chest is seen from the front or the back. */
  public boolean frontal() {
    return this == PA || this == AP;
  }
}
