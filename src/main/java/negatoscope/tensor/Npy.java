package negatoscope.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Arrays of floats in NumPy's own format, version 1.0 (numpy.lib.format): a header in text, then
 * the values, little-endian, in row-major order.
 */
public final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  /** Values begin at a multiple of this. */
  private static final int ALIGNMENT = 64;

  private Npy() {}

  /**
   * The bytes of a {@code .npy} file.
   *
   * @param values as many as the shape holds
   */
  public static byte[] encode(float[] values, int... shape) {
    if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != values.length) {
      throw new IllegalArgumentException("the shape holds another number of values");
    }
    byte[] header = header(shape);
    ByteBuffer bytes =
        ByteBuffer.allocate(
                MAGIC.length + Short.BYTES + header.length + Float.BYTES * values.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(MAGIC).putShort((short) header.length).put(header);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static byte[] header(int[] shape) {
    String sizes = Arrays.stream(shape).mapToObj(size -> size + ",").collect(Collectors.joining());
    String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + sizes + "), }";
    int before = MAGIC.length + Short.BYTES;
    int padding = Math.floorMod(-(before + text.length() + 1), ALIGNMENT);
    return (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
  }
}
