package negatoscope.dicom.builtin;

import java.util.Arrays;

/**
 * The items of an encapsulated value (PS3.5 annex A.4): the first is the Basic Offset Table, each
 * of the others holds a piece of the stream.
 */
final class Fragments {
  /** The length field before the value of an item. */
  private static final int TAG_AND_LENGTH = 8;

  private byte[] table = {};
  private long origin;
  private long[] starts = {};
  private int[] lengths = {};
  private int count;

  /** The Basic Offset Table, maybe empty, and the place behind it, from which offsets count. */
  void table(byte[] bytes, long behind) {
    table = bytes;
    origin = behind;
  }

  /** A piece at a place; empty ones are not counted. */
  void add(long at, long length) {
    if (length == 0) {
      return;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, Math.max(4, 2 * count));
      lengths = Arrays.copyOf(lengths, starts.length);
    }
    starts[count] = at;
    lengths[count] = (int) length;
    count++;
  }

  /** How many pieces there are. */
  int count() {
    return count;
  }

  /** Offsets in the Basic Offset Table. */
  int tableSize() {
    return table.length / 4;
  }

  /** An offset of the Basic Offset Table. */
  long tableOffset(int index) {
    int at = 4 * index;
    return (table[at] & 0xFFL)
        | (table[at + 1] & 0xFFL) << 8
        | (table[at + 2] & 0xFFL) << 16
        | (table[at + 3] & 0xFFL) << 24;
  }

  /** The piece whose item begins at an offset as tables count them, or −1. */
  int at(long offset) {
    int found = Arrays.binarySearch(starts, 0, count, origin + offset + TAG_AND_LENGTH);
    return Math.max(-1, found);
  }

  /** Where the bytes of a piece begin in the file. */
  long start(int index) {
    return starts[index];
  }

  /** Bytes of the pieces from one to before another. */
  long length(int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += length(i);
    }
    return sum;
  }

  /** Bytes of a piece. */
  long length(int index) {
    return Integer.toUnsignedLong(lengths[index]);
  }
}
