package negatoscope.codec.jpeg;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** The best Huffman code for given frequencies (T.81 annex K.2), with codes of at most 16 bits. */
final class HuffmanCode {
  private record Node(long frequency, int[] symbols) {}

  private final int[] lengths = new int[256];
  private final int[] codes = new int[256];
  private final int[] order;

  /** A code for the symbols of a frequency above 0. */
  HuffmanCode(long[] frequencies) {
    long[] flattened = frequencies.clone();
    while (!fits(flattened)) {
      for (int i = 0; i < flattened.length; i++) {
        flattened[i] = flattened[i] > 0 ? flattened[i] / 2 + 1 : 0;
      }
    }
    order =
        IntStream.range(0, 256)
            .filter(symbol -> lengths[symbol] > 0)
            .boxed()
            .sorted(Comparator.comparingInt(symbol -> lengths[symbol]))
            .mapToInt(Integer::intValue)
            .toArray();
    int code = 0;
    int length = 0;
    for (int symbol : order) {
      code <<= lengths[symbol] - length;
      length = lengths[symbol];
      codes[symbol] = code++;
    }
  }

  private boolean fits(long[] frequencies) {
    Arrays.fill(lengths, 0);
    PriorityQueue<Node> nodes = new PriorityQueue<>(Comparator.comparingLong(Node::frequency));
    for (int i = 0; i < frequencies.length; i++) {
      if (frequencies[i] > 0) {
        nodes.add(new Node(frequencies[i], new int[] {i}));
      }
    }
    // A symbol that never comes takes the code of ones alone, which the standard keeps free.
    nodes.add(new Node(0, new int[0]));
    while (nodes.size() > 1) {
      Node one = nodes.remove();
      Node two = nodes.remove();
      int[] both =
          IntStream.concat(Arrays.stream(two.symbols), Arrays.stream(one.symbols)).toArray();
      for (int symbol : both) {
        lengths[symbol]++;
      }
      nodes.add(new Node(one.frequency + two.frequency, both));
    }
    return Arrays.stream(lengths).max().orElseThrow() <= 16;
  }

  /** Writes the DHT segment. */
  void define(JpegWriter writer, int where) {
    int[] body = new int[17 + order.length];
    body[0] = where;
    for (int i = 0; i < order.length; i++) {
      body[lengths[order[i]]]++;
      body[17 + i] = order[i];
    }
    writer.segment(Marker.DHT, body);
  }

  void write(JpegWriter writer, int symbol) {
    writer.bits(codes[symbol], lengths[symbol]);
  }
}
