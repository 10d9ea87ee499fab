package negatoscope.film;

/**
 * The stored samples of one grey frame, row by row from the top left, as the file holds them after
 * masking and sign extension.
 *
 * <p>Kept as 8 or 16 bits a sample; the array handed to the constructor belongs to this object from
 * then on.
 */
public final class Samples {
  private final int width;
  private final int height;
  private final int bitsStored;
  private final boolean signed;
  private final byte[] bytes;
  private final short[] shorts;

  private Samples(
      int width, int height, int bitsStored, boolean signed, byte[] bytes, short[] shorts) {
    if (width < 1 || height < 1 || (long) width * height != bytes.length + (long) shorts.length) {
      throw new IllegalArgumentException(
          "%d x %d samples do not fit the array".formatted(width, height));
    }
    this.width = width;
    this.height = height;
    this.bitsStored = bitsStored;
    this.signed = signed;
    this.bytes = bytes;
    this.shorts = shorts;
  }

  /** Samples of at most 8 bits, one byte each. */
  public static Samples of8(int width, int height, int bitsStored, boolean signed, byte[] values) {
    return new Samples(width, height, bitsStored, signed, values, new short[0]);
  }

  /** Samples of at most 16 bits, one short each. */
  public static Samples of16(
      int width, int height, int bitsStored, boolean signed, short[] values) {
    return new Samples(width, height, bitsStored, signed, new byte[0], values);
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Bits that carry the value (DICOM Bits Stored), 1 to 16. */
  public int bitsStored() {
    return bitsStored;
  }

  /** Whether values may be negative (DICOM Pixel Representation 1). */
  public boolean signed() {
    return signed;
  }

  /** Bits that a sample takes here: 8 or 16. */
  public int bitsAllocated() {
    return shorts.length > 0 ? 16 : 8;
  }

  /** How many samples there are: width × height. */
  public int count() {
    return width * height;
  }

  /** The least value that could be stored: 0, or −2^(bitsStored − 1) where signed. */
  public int least() {
    return signed ? -(1 << (bitsStored - 1)) : 0;
  }

  /** The greatest value that could be stored. */
  public int greatest() {
    return signed ? (1 << (bitsStored - 1)) - 1 : (1 << bitsStored) - 1;
  }

  /** The value at an index, 0 to count − 1, row by row. */
  public int at(int index) {
    if (shorts.length > 0) {
      return signed ? shorts[index] : shorts[index] & 0xFFFF;
    }
    return signed ? bytes[index] : bytes[index] & 0xFF;
  }

  /** The value at a column and row, both from 0. */
  public int at(int column, int row) {
    return at(row * width + column);
  }

  /**
   * Copies the values of a run of samples.
   *
   * @param from index of the first sample
   * @param count how many samples
   * @param into takes the values, from index 0 on
   */
  public void copy(int from, int count, int[] into) {
    if (shorts.length > 0) {
      int mask = signed ? -1 : 0xFFFF;
      for (int i = 0; i < count; i++) {
        into[i] = shorts[from + i] & mask;
      }
    } else {
      int mask = signed ? -1 : 0xFF;
      for (int i = 0; i < count; i++) {
        into[i] = bytes[from + i] & mask;
      }
    }
  }

  /**
   * Writes table[value − least] for a run of samples; the one pass by which pictures are made.
   *
   * @param table one entry for each value from {@link #least} to {@link #greatest}
   * @param from index of the first sample
   * @param count how many samples
   * @param out takes the entries
   * @param at where the first entry goes
   */
  public void lookUp(byte[] table, int from, int count, byte[] out, int at) {
    int least = least();
    if (shorts.length > 0) {
      if (signed) {
        for (int i = 0; i < count; i++) {
          out[at + i] = table[shorts[from + i] - least];
        }
      } else {
        for (int i = 0; i < count; i++) {
          out[at + i] = table[shorts[from + i] & 0xFFFF];
        }
      }
    } else if (signed) {
      for (int i = 0; i < count; i++) {
        out[at + i] = table[bytes[from + i] - least];
      }
    } else {
      for (int i = 0; i < count; i++) {
        out[at + i] = table[bytes[from + i] & 0xFF];
      }
    }
  }

  /**
   * Adds table[value − least] of a run of samples to numbers.
   *
   * @param table one entry, 0 to 255, for each value from {@link #least} to {@link #greatest}
   * @param from index of the first sample
   * @param count how many samples
   * @param sums what is added to
   * @param at where the first entry is added
   * @return the least entry; 255 of no samples
   */
  public int addUp(byte[] table, int from, int count, int[] sums, int at) {
    int least = least();
    int darkest = 255;
    if (shorts.length > 0) {
      int mask = signed ? -1 : 0xFFFF;
      for (int i = 0; i < count; i++) {
        int grey = table[(shorts[from + i] & mask) - least] & 0xFF;
        darkest = Math.min(darkest, grey);
        sums[at + i] += grey;
      }
    } else {
      int mask = signed ? -1 : 0xFF;
      for (int i = 0; i < count; i++) {
        int grey = table[(bytes[from + i] & mask) - least] & 0xFF;
        darkest = Math.min(darkest, grey);
        sums[at + i] += grey;
      }
    }
    return darkest;
  }

  /** How often each value occurs, from {@link #least} to {@link #greatest}. */
  public int[] histogram() {
    int least = least();
    int[] counts = new int[greatest() - least + 1];
    if (shorts.length > 0) {
      int mask = signed ? -1 : 0xFFFF;
      for (short value : shorts) {
        counts[(value & mask) - least]++;
      }
    } else {
      int mask = signed ? -1 : 0xFF;
      for (byte value : bytes) {
        counts[(value & mask) - least]++;
      }
    }
    return counts;
  }
}
