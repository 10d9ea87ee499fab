package negatoscope.film;

/** From stored values to modality values (Modality LUT, PS3.3 C.11.1). */
public sealed interface Modality permits ModalityRescale, ModalityTable {
  /** The modality value of a stored one. */
  double apply(double stored);
}
