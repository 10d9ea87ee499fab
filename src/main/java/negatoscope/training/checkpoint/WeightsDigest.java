package negatoscope.training.checkpoint;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import negatoscope.network.Weights;

/** Tells sets of weights apart: SHA-256 of their names, shapes and values, in their order. */
final class WeightsDigest {
  private static final int FLOATS_AT_ONCE = 1 << 16;

  private WeightsDigest() {}

  static String of(Weights weights) {
    MessageDigest digest = sha256();
    weights
        .asMap()
        .forEach(
            (name, tensor) -> {
              String head = name + Arrays.toString(tensor.shape());
              digest.update(head.getBytes(StandardCharsets.UTF_8));
              add(digest, FloatBuffer.wrap(tensor.values()));
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, FloatBuffer values) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * Math.min(FLOATS_AT_ONCE, values.limit()));
    while (values.hasRemaining()) {
      int count = Math.min(FLOATS_AT_ONCE, values.remaining());
      bytes.asFloatBuffer().put(values.slice(values.position(), count));
      digest.update(bytes.array(), 0, Float.BYTES * count);
      values.position(values.position() + count);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
