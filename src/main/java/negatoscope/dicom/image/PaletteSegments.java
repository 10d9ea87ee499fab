package negatoscope.dicom.image;

import java.util.Arrays;

/**
 * Unfolds segmented palettes (PS3.3 C.7.9.2): single values, straight lines, and copies of earlier
 * segments. What is wrong ends the palette there; whoever reads it sees that entries are missing.
 */
final class PaletteSegments {
  private static final int DISCRETE = 0;
  private static final int LINEAR = 1;
  private static final int INDIRECT = 2;

  private final byte[] data;
  private final int size;
  private final boolean wide;
  private final byte[] entries;
  private int count;

  private PaletteSegments(byte[] data, int size, boolean wide) {
    this.data = data;
    this.size = size;
    this.wide = wide;
    this.entries = new byte[wide ? 2 * size : size];
  }

  /**
   * The entries of a palette, one after the other, little endian.
   *
   * @param data the segments
   * @param size how many entries there should be
   * @param wide whether numbers have 16 bits rather than 8
   * @return fewer entries where the segments end early
   */
  static byte[] expanded(byte[] data, int size, boolean wide) {
    PaletteSegments segments = new PaletteSegments(data, size, wide);
    segments.run();
    return segments.count == size
        ? segments.entries
        : Arrays.copyOf(segments.entries, wide ? 2 * segments.count : segments.count);
  }

  private void run() {
    int at = 0;
    while (at >= 0 && at + 2 <= units() && count < size) {
      at = unit(at) == INDIRECT ? copied(at) : segment(at);
    }
  }

  /** A segment that names its values; returns where the next one is, or −1. */
  private int segment(int at) {
    if (at + 2 > units()) {
      return -1;
    }
    int length = unit(at + 1);
    if (unit(at) == DISCRETE && length > 0 && at + 2 + length <= units()) {
      for (int i = 0; i < length; i++) {
        add(unit(at + 2 + i));
      }
      return at + 2 + length;
    }
    if (unit(at) == LINEAR && length > 0 && count > 0 && at + 2 < units()) {
      int from = entry(count - 1);
      int to = unit(at + 2);
      for (int i = 1; i <= length; i++) {
        add((int) (from + Math.floorDiv((long) (to - from) * i, length)));
      }
      return at + 3;
    }
    return -1;
  }

  /** A copy of segments that stand at a byte offset; such a copy may not lead to another one. */
  private int copied(int at) {
    int next = at + (wide ? 4 : 6);
    if (next > units()) {
      return -1;
    }
    long offset = 0;
    for (int i = next - 1; i >= at + 2; i--) {
      offset = offset << (wide ? 16 : 8) | unit(i);
    }
    long first = wide ? offset / 2 : offset;
    int from = first < units() ? (int) first : -1;
    for (int i = 0; i < unit(at + 1) && from >= 0 && count < size; i++) {
      from = segment(from);
    }
    return from < 0 || unit(at + 1) == 0 ? -1 : next;
  }

  private int units() {
    return wide ? data.length / 2 : data.length;
  }

  private int unit(int index) {
    return wide ? (data[2 * index] & 0xFF) | (data[2 * index + 1] & 0xFF) << 8 : data[index] & 0xFF;
  }

  private int entry(int index) {
    return wide
        ? (entries[2 * index] & 0xFF) | (entries[2 * index + 1] & 0xFF) << 8
        : entries[index] & 0xFF;
  }

  private void add(int value) {
    if (count < size) {
      if (wide) {
        entries[2 * count] = (byte) value;
        entries[2 * count + 1] = (byte) (value >> 8);
      } else {
        entries[count] = (byte) value;
      }
      count++;
    }
  }
}
