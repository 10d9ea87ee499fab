package negatoscope.network;

import java.util.Arrays;

/**
 * One weight array, row-major.
 *
 * @param shape its dimensions
 * @param values its elements, as many as the shape says; owned by this record, not to be changed
 */
public record WeightTensor(int[] shape, float[] values) {
  /** Checks that shape and values agree. */
  public WeightTensor {
    if (count(shape) != values.length) {
      throw new IllegalArgumentException(
          "%d values do not fill %s".formatted(values.length, Arrays.toString(shape)));
    }
  }

  /** The product of the dimensions. */
  public static int count(int... shape) {
    int count = 1;
    for (int size : shape) {
      count = Math.multiplyExact(count, size);
    }
    return count;
  }
}
