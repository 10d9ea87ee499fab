package negatoscope.training.films;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeSet;
import negatoscope.network.Backbone;
import negatoscope.network.NetworkSpec;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import negatoscope.network.backbone.Architecture;
import negatoscope.tensor.TensorOptions;
import negatoscope.training.cache.EntryKey;

/** The key of what all feature maps of a frozen backbone have in common. */
public final class BackboneKey {
  /** Goes up whenever maps of the same key would be others than before. */
  private static final String FORMAT = "features 1";

  private static final int FLOATS_AT_ONCE = 1 << 14;

  private BackboneKey() {}

  /**
   * The key.
   *
   * @param weights of the backbone, and perhaps of a head, which does not matter
   * @param input how films become the network's input
   * @param engine version of what computes
   */
  public static EntryKey of(NetworkSpec spec, Weights weights, TensorOptions input, String engine) {
    return EntryKey.of(
        FORMAT,
        spec.backbone().id(),
        hash(spec.backbone(), spec.side(), weights),
        String.valueOf(spec.scaling()),
        String.valueOf(input),
        engine);
  }

  private static String hash(Backbone backbone, int side, Weights weights) {
    TreeSet<String> names = new TreeSet<>();
    Architecture.layers(backbone, side).forEach(layer -> names.addAll(layer.weights().keySet()));
    MessageDigest digest = EntryKey.sha256();
    ByteBuffer bytes = ByteBuffer.allocate(FLOATS_AT_ONCE * Float.BYTES);
    for (String name : names) {
      WeightTensor tensor = weights.get(name);
      if (tensor != null) {
        digest.update((name + Arrays.toString(tensor.shape())).getBytes(StandardCharsets.UTF_8));
        float[] values = tensor.values();
        for (int from = 0; from < values.length; from += FLOATS_AT_ONCE) {
          int count = Math.min(FLOATS_AT_ONCE, values.length - from);
          bytes.clear().asFloatBuffer().put(values, from, count);
          digest.update(bytes.limit(count * Float.BYTES));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
