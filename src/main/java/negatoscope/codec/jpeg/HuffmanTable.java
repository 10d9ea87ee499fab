package negatoscope.codec.jpeg;

import negatoscope.codec.CodecException;

/** A Huffman table (T.81 annex C, F.2.2.3). */
final class HuffmanTable {
  private static final int LOOK = 9;
  private static final int LOOK_DIFFERENCE = 12;

  private final byte[] symbols;

  /** For each length, the first 16 bits that are no longer a code of at most that length. */
  private final int[] limits = new int[18];

  /** For each length, what turns a code into its symbol's place. */
  private final int[] offsets = new int[17];

  /** Symbol and length of the code that these bits begin with; 0 where it is longer. */
  private short[] lookup = {};

  /** Difference and length of code and value together; 0 where they are longer. */
  private int[] differences = {};

  /**
   * Makes a table of a DHT segment's lists.
   *
   * @param counts how many codes have 1, 2, … 16 bits
   * @throws CodecException where no code has these lengths, or there is none at all
   */
  HuffmanTable(byte[] counts, byte[] symbols) {
    this.symbols = symbols;
    int code = 0;
    int before = 0;
    for (int length = 1; length <= 16; length++) {
      int count = counts[length - 1] & 0xFF;
      offsets[length] = before - code;
      code += count;
      before += count;
      if (code > 1 << length) {
        throw CodecException.corrupt("the JPEG stream has an impossible Huffman table.");
      }
      limits[length] = code << (16 - length);
      code <<= 1;
    }
    limits[17] = Integer.MAX_VALUE;
    if (before == 0) {
      throw CodecException.corrupt("the JPEG stream has an empty Huffman table.");
    }
  }

  /** The next symbol, 0…255. */
  int symbol(BitReader reader) {
    if (lookup.length == 0) {
      lookup = lookup();
    }
    int next = reader.peek16();
    int found = lookup[next >> (16 - LOOK)];
    if (found != 0) {
      reader.skip(found & 0xFF);
      return found >> 8 & 0xFF;
    }
    int length = length(next);
    if (length > 16) {
      throw reader.damage();
    }
    reader.skip(length);
    return symbolAt(next, length);
  }

  /**
   * The next difference (T.81 F.2.2.1, H.1.2.2): a symbol that says how many bits follow, and those
   * bits. 16 stands for 32768 and has none.
   */
  int difference(BitReader reader) {
    if (differences.length == 0) {
      differences = differences();
    }
    int next = reader.peek16();
    int found = differences[next >> (16 - LOOK_DIFFERENCE)];
    if (found != 0) {
      reader.skip(found & 0xFF);
      return found >> 8;
    }
    int length = length(next);
    int size = length > 16 ? 17 : symbolAt(next, length);
    if (size > 16) {
      throw reader.damage();
    }
    reader.skip(length);
    return size == 16 ? 1 << 15 : reader.signed(size);
  }

  /** The length of the code that begins 16 bits; 17 where none does. */
  private int length(int next) {
    int length = 1;
    while (next >= limits[length]) {
      length++;
    }
    return length;
  }

  private int symbolAt(int next, int length) {
    return symbols[offsets[length] + (next >> (16 - length))] & 0xFF;
  }

  private short[] lookup() {
    short[] table = new short[1 << LOOK];
    for (int i = 0; i < table.length; i++) {
      int next = i << (16 - LOOK);
      int length = length(next);
      if (length <= LOOK) {
        table[i] = (short) (symbolAt(next, length) << 8 | length);
      }
    }
    return table;
  }

  private int[] differences() {
    int[] table = new int[1 << LOOK_DIFFERENCE];
    for (int i = 0; i < table.length; i++) {
      int next = i << (16 - LOOK_DIFFERENCE);
      int length = length(next);
      int size = length > 16 ? 17 : symbolAt(next, length);
      if (size == 16 && length <= LOOK_DIFFERENCE) {
        table[i] = 1 << 15 << 8 | length;
      } else if (length + size <= LOOK_DIFFERENCE) {
        int value = i >> (LOOK_DIFFERENCE - length - size) & ((1 << size) - 1);
        boolean negative = size > 0 && value >> (size - 1) == 0;
        int difference = negative ? value - (1 << size) + 1 : value;
        table[i] = difference << 8 | (length + size);
      }
    }
    return table;
  }
}
