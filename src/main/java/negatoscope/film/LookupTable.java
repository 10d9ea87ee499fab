package negatoscope.film;

/**
 * A table of a Modality LUT Sequence or a VOI LUT Sequence (PS3.3 C.11.1.1, C.11.2.1.1).
 *
 * <p>The array handed to the constructor belongs to this object from then on.
 */
public final class LookupTable {
  private final int firstMapped;
  private final int bits;
  private final String explanation;
  private final short[] entries;

  /**
   * A table.
   *
   * @param firstMapped the value that the first entry is for
   * @param bits of an entry, 1 to 16; 2^bits − 1 is shown as the greatest grey
   * @param explanation what the file calls it; may be empty
   * @param entries at least one, each an unsigned number
   */
  public LookupTable(int firstMapped, int bits, String explanation, short[] entries) {
    if (entries.length == 0 || bits < 1 || bits > 16) {
      throw new IllegalArgumentException(
          "no table: %d entries of %d bits".formatted(entries.length, bits));
    }
    this.firstMapped = firstMapped;
    this.bits = bits;
    this.explanation = explanation;
    this.entries = entries;
  }

  /** The value that the first entry is for. */
  public int firstMapped() {
    return firstMapped;
  }

  /** The value that the last entry is for. */
  public int lastMapped() {
    return firstMapped + entries.length - 1;
  }

  /** Bits of an entry. */
  public int bits() {
    return bits;
  }

  /** What the file calls the table; may be empty. */
  public String explanation() {
    return explanation;
  }

  /** Whether the last entry is less than the first one: high values come out dark. */
  public boolean falling() {
    return entry(size() - 1) < entry(0);
  }

  /** The entry for a value, 0 to 2^bits − 1; values outside take the first or the last. */
  public int at(double value) {
    double index = Math.floor(value) - firstMapped;
    return entries[(int) Math.max(0, Math.min(entries.length - 1, index))] & 0xFFFF;
  }

  /** The entry at an index from 0. */
  public int entry(int index) {
    return entries[index] & 0xFFFF;
  }

  /** How many entries there are. */
  public int size() {
    return entries.length;
  }
}
