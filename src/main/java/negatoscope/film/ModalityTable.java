package negatoscope.film;

/** Modality LUT Sequence (PS3.3 C.11.1.1): modality values are the entries of a table. */
public record ModalityTable(LookupTable table) implements Modality {
  @Override
  public double apply(double stored) {
    return table.at(stored);
  }
}
