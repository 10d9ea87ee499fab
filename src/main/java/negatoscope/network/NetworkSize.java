package negatoscope.network;

import java.util.Locale;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.graph.HeadWeights;
import negatoscope.task.ErrorCode;

/**
 * How large a network is, known before it is built.
 *
 * @param ofBackbone numbers in the backbone's weights
 * @param ofHead numbers in the head's weights
 */
public record NetworkSize(long ofBackbone, long ofHead) {
  /** Bytes of a protocol buffer, less what a model's file holds beside the weights. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - (128L << 20);

  /** The size of a network. */
  public static NetworkSize of(NetworkSpec spec) {
    return new NetworkSize(
        Architecture.layers(spec.backbone(), spec.side()).stream()
            .flatMap(layer -> layer.weights().values().stream())
            .mapToLong(NetworkSize::count)
            .sum(),
        HeadWeights.shapes(spec).values().stream().mapToLong(NetworkSize::count).sum());
  }

  private static long count(int[] shape) {
    long count = 1;
    for (int size : shape) {
      count *= size;
    }
    return count;
  }

  /** Numbers in all weights. */
  public long parameters() {
    return ofBackbone + ofHead;
  }

  /** Bytes of all weights, as float32. */
  public long bytes() {
    return Float.BYTES * parameters();
  }

  /** Bytes of the head's weights, as float32. */
  public long bytesOfHead() {
    return Float.BYTES * ofHead;
  }

  /**
   * Sees to it that the network fits into a model's file.
   *
   * @throws NetworkException {@code TOO_LARGE}
   */
  void requireStorable() {
    if (bytes() > MOST_BYTES) {
      throw new NetworkException(
          ErrorCode.TOO_LARGE,
          String.format(
              Locale.ROOT,
              "The network's weights take %.1f GB, and a model's file holds %.1f GB.",
              bytes() / 1e9,
              MOST_BYTES / 1e9),
          "Choose a smaller side, fewer units, or the compact head.");
    }
  }
}
