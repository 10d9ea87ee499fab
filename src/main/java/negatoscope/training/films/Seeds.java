package negatoscope.training.films;

import java.util.SplittableRandom;

/** Series of random numbers that depend on the run's seed and on what they are for, only. */
public final class Seeds {
  private Seeds() {}

  /** A seed of its own for each combination of parts (SplitMix64's mixing of one after another). */
  public static long mix(long seed, long... parts) {
    long mixed = seed;
    for (long part : parts) {
      mixed = new SplittableRandom(mixed ^ (part * 0x9E3779B97F4A7C15L + 1)).nextLong();
    }
    return mixed;
  }

  /** A series of its own for each combination of parts. */
  public static SplittableRandom random(long seed, long... parts) {
    return new SplittableRandom(mix(seed, parts));
  }

  /** A number from the normal distribution (Box and Muller 1958). */
  public static double gaussian(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /** A number from the symmetric Beta distribution (Jöhnk 1964), for 0 &lt; alpha ≤ 1. */
  public static double beta(SplittableRandom random, double alpha) {
    while (true) {
      double a = Math.pow(random.nextDouble(), 1 / alpha);
      double b = Math.pow(random.nextDouble(), 1 / alpha);
      if (a + b > 0 && a + b <= 1) {
        return a / (a + b);
      }
    }
  }

  /** The numbers 0 to count − 1 in a drawn order. */
  public static int[] order(int count, SplittableRandom random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
