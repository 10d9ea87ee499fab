package negatoscope.classification;

import java.util.Arrays;
import java.util.Random;
import negatoscope.rendering.Bilinear;

/**
 * The pixels of a tensor from a map's hottest to its coldest. The map is laid over the tensor as it
 * is laid over the film; equally hot pixels, such as those of an empty part, come in drawn order.
 */
final class PixelOrder {
  private final int[] rank;

  private PixelOrder(int[] rank) {
    this.rank = rank;
  }

  /**
   * The order by a map.
   *
   * @param grid rows · columns values, each at least 0
   * @param seed of the order of equal pixels
   */
  static PixelOrder by(float[] grid, int rows, int columns, int side, long seed) {
    float[] values = Bilinear.resized(grid, rows, columns, side, side);
    int[] drawn = drawn(values.length, new Random(seed));
    long[] keys = new long[values.length];
    for (int i = 0; i < keys.length; i++) {
      // The bits of floats from 0 on rise with their values.
      long falling = (long) Integer.MAX_VALUE - Float.floatToIntBits(values[drawn[i]]);
      keys[i] = falling << 32 | i;
    }
    Arrays.sort(keys);
    int[] rank = new int[keys.length];
    for (int place = 0; place < keys.length; place++) {
      rank[drawn[(int) keys[place]]] = place;
    }
    return new PixelOrder(rank);
  }

  /** The order by a map of the given size whose cells are drawn evenly. */
  static PixelOrder drawn(int rows, int columns, int side, long seed) {
    Random random = new Random(seed);
    float[] grid = new float[rows * columns];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = random.nextFloat();
    }
    return by(grid, rows, columns, side, seed);
  }

  private static int[] drawn(int count, Random random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  /**
   * A picture that is one thing in its hottest pixels and another in the rest.
   *
   * @param share of the pixels that count as hottest, 0 to 1
   * @param at where the picture's pixels begin in {@code into}
   */
  void mix(float[] hottest, float[] rest, double share, float[] into, int at) {
    long hot = Math.round(share * rank.length);
    for (int i = 0; i < rank.length; i++) {
      into[at + i] = rank[i] < hot ? hottest[i] : rest[i];
    }
  }
}
