package negatoscope.network.graph;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import negatoscope.network.NetworkSpec;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;

/**
 * Draws the head's weights as Keras does: Glorot uniform for kernels, orthogonal for recurrent
 * kernels, zeros for biases but ones for the forget gate, batch norm that changes nothing. Every
 * variable has its own seed, derived from the run's and its name.
 */
public final class Initialisers {
  private Initialisers() {}

  /** The head's weights that are not among those given. */
  public static Weights missing(NetworkSpec spec, Weights given, long seed) {
    Map<String, WeightTensor> drawn = new LinkedHashMap<>();
    HeadWeights.shapes(spec)
        .forEach(
            (name, shape) -> {
              if (given.get(name) == null) {
                drawn.put(name, draw(name, shape, new SplittableRandom(seed ^ fnv(name))));
              }
            });
    return new Weights(drawn);
  }

  private static WeightTensor draw(String name, int[] shape, SplittableRandom random) {
    if (name.endsWith("/recurrent_kernel")) {
      return new WeightTensor(shape, orthogonal(shape[0], shape[1], random));
    }
    if (name.endsWith("/kernel")) {
      return new WeightTensor(shape, glorotUniform(shape[0], shape[1], random));
    }
    float[] values = new float[shape[0]];
    if (name.endsWith("/gamma") || name.endsWith("/moving_variance")) {
      Arrays.fill(values, 1f);
    } else if (name.endsWith("/bias") && name.contains("lstm")) {
      Arrays.fill(values, shape[0] / 4, shape[0] / 2, 1f);
    }
    return new WeightTensor(shape, values);
  }

  /** Uniform within ± sqrt(6 / (in + out)) (Glorot and Bengio 2010). */
  public static float[] glorotUniform(int in, int out, SplittableRandom random) {
    double limit = Math.sqrt(6.0 / (in + out));
    float[] values = new float[in * out];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
    }
    return values;
  }

  /** Rows of unit length, at right angles to each other (Saxe et al. 2013); rows ≤ columns. */
  public static float[] orthogonal(int rows, int columns, SplittableRandom random) {
    double[][] basis = new double[rows][columns];
    for (int row = 0; row < rows; row++) {
      double[] vector = basis[row];
      for (int column = 0; column < columns; column++) {
        vector[column] = gaussian(random);
      }
      for (int pass = 0; pass < 2; pass++) {
        for (int before = 0; before < row; before++) {
          double share = dot(vector, basis[before]);
          for (int column = 0; column < columns; column++) {
            vector[column] -= share * basis[before][column];
          }
        }
      }
      double length = Math.sqrt(dot(vector, vector));
      for (int column = 0; column < columns; column++) {
        vector[column] /= length;
      }
    }
    float[] values = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        values[row * columns + column] = (float) basis[row][column];
      }
    }
    return values;
  }

  private static double gaussian(SplittableRandom random) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static long fnv(String name) {
    long hash = 0xCBF29CE484222325L;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
    }
    return hash;
  }
}
