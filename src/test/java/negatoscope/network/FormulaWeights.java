package negatoscope.network;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * The reference's weights, computed from their names; the formula is stated in {@code
 * ../shared/keras/README.md}.
 */
final class FormulaWeights {
  private FormulaWeights() {}

  static WeightTensor tensor(String name, int... shape) {
    return tensor(name, 1.0, shape);
  }

  static WeightTensor tensor(String name, double scale, int... shape) {
    SplittableRandom series = new SplittableRandom(seed(name));
    String variable = name.substring(name.lastIndexOf('/') + 1);
    float[] values = new float[WeightTensor.count(shape)];
    for (int i = 0; i < values.length; i++) {
      double u = (series.nextLong() >>> 40) / 0x1p24;
      values[i] = (float) value(name, variable, u, i, scale, shape);
    }
    return new WeightTensor(shape, values);
  }

  private static double value(
      String name, String variable, double u, int i, double scale, int[] shape) {
    return switch (variable) {
      case "kernel" -> {
        int fanIn = WeightTensor.count(shape) / shape[shape.length - 1];
        yield (2.0 * u - 1.0) * (Math.sqrt(6.0 / fanIn) * scale);
      }
      case "depthwise_kernel" -> (2.0 * u - 1.0) * (Math.sqrt(6.0 / (shape[0] * shape[1])) * scale);
      case "recurrent_kernel" -> (2.0 * u - 1.0) * (Math.sqrt(6.0 / shape[0]) * 0.5);
      case "bias" -> {
        int units = shape[0] / 4;
        boolean forget = name.contains("lstm") && i >= units && i < 2 * units;
        yield (2.0 * u - 1.0) * 0.05 + (forget ? 1.0 : 0.0);
      }
      case "gamma", "moving_variance" -> 0.8 + 0.4 * u;
      case "beta", "moving_mean" -> (2.0 * u - 1.0) * 0.1;
      case "features" -> 2.0 * u - 1.0;
      default -> throw new IllegalArgumentException(name);
    };
  }

  static long seed(String name) {
    long hash = 0xCBF29CE484222325L;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
    }
    return hash;
  }
}
