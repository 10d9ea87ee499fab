package negatoscope.network;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.backbone.Layer;
import negatoscope.network.graph.HeadWeights;
import negatoscope.task.ErrorCode;

/**
 * How large a network is, known before it is built.
 *
 * @param parameters numbers in all of its weights
 */
public record NetworkSize(long parameters) {
  /** Bytes of a protocol buffer, less what a model's file holds beside the weights. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - (128L << 20);

  /** The size of a network. */
  public static NetworkSize of(NetworkSpec spec) {
    Stream<Map<String, int[]>> backbone =
        Architecture.layers(spec.backbone(), spec.side()).stream().map(Layer::weights);
    return new NetworkSize(
        Stream.concat(backbone, Stream.of(HeadWeights.shapes(spec)))
            .flatMap(weights -> weights.values().stream())
            .mapToLong(NetworkSize::count)
            .sum());
  }

  private static long count(int[] shape) {
    long count = 1;
    for (int size : shape) {
      count *= size;
    }
    return count;
  }

  /** Bytes of the weights, as float32. */
  public long bytes() {
    return Float.BYTES * parameters;
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
