package negatoscope.codec.jpeg;

import negatoscope.codec.CodecException;
import org.jspecify.annotations.Nullable;

/** The tables that the segments before a scan define (T.81 B.2.4), and the restart interval. */
final class Tables {
  /** Where each coefficient of the zig-zag order lies in a block (T.81 figure A.6). */
  static final int[] ZIGZAG = zigzag();

  private final @Nullable HuffmanTable[] dc = new HuffmanTable[4];
  private final @Nullable HuffmanTable[] ac = new HuffmanTable[4];
  private final int[][] quantisation = new int[4][0];
  private int restartInterval;

  /** Takes a DHT segment. */
  void huffman(Segments segment) {
    for (int at = 0; at < segment.length(); ) {
      int where = segment.u8(at);
      byte[] counts = segment.bytes(at + 1, 16);
      int symbols = 0;
      for (byte count : counts) {
        symbols += count & 0xFF;
      }
      if (where > 0x1F || (where & 15) > 3) {
        throw CodecException.corrupt("the JPEG stream has an impossible Huffman table.");
      }
      (where < 0x10 ? dc : ac)[where & 15] =
          new HuffmanTable(counts, segment.bytes(at + 17, symbols));
      at += 17 + symbols;
    }
  }

  /** Takes a DQT segment. */
  void quantisation(Segments segment) {
    for (int at = 0; at < segment.length(); ) {
      int where = segment.u8(at++);
      if (where > 0x1F || (where & 15) > 3) {
        throw CodecException.corrupt("the JPEG stream has an impossible quantisation table.");
      }
      int[] steps = new int[64];
      for (int k = 0; k < 64; k++) {
        steps[k] = where < 0x10 ? segment.u8(at) : segment.u16(at);
        at += where < 0x10 ? 1 : 2;
      }
      quantisation[where & 15] = steps;
    }
  }

  /** Takes a DRI segment. */
  void restartInterval(Segments segment) {
    restartInterval = segment.u16(0);
  }

  /** Units between two restart markers; 0 where there are none. */
  int restartInterval() {
    return restartInterval;
  }

  HuffmanTable dc(int number) {
    return there(dc[number]);
  }

  HuffmanTable ac(int number) {
    return there(ac[number]);
  }

  /** The steps of a table in zig-zag order. */
  int[] quantisation(int number) {
    int[] steps = quantisation[number];
    if (steps.length == 0) {
      throw CodecException.corrupt("the JPEG stream lacks a quantisation table.");
    }
    return steps;
  }

  private static HuffmanTable there(@Nullable HuffmanTable table) {
    if (table == null) {
      throw CodecException.corrupt("the JPEG stream lacks a Huffman table.");
    }
    return table;
  }

  private static int[] zigzag() {
    int[] order = new int[64];
    int k = 0;
    for (int diagonal = 0; diagonal < 15; diagonal++) {
      for (int i = Math.max(0, diagonal - 7); i <= Math.min(7, diagonal); i++) {
        int row = (diagonal & 1) == 0 ? diagonal - i : i;
        order[k++] = 8 * row + diagonal - row;
      }
    }
    return order;
  }
}
