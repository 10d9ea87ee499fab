package negatoscope.network.backbone;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import negatoscope.network.Backbone;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;

/**
 * First weights of a backbone that was never trained. Kernels are drawn uniformly within ± sqrt(6 /
 * inputs of a unit) (He et al. 2015), which keeps the signal's size through layers with ReLU: batch
 * normalisation, which does not normalise in inference mode, cannot. Biases and means are 0, scales
 * and variances 1.
 */
public final class DrawnWeights {
  private DrawnWeights() {}

  /** All weights of a backbone; the same for the same seed. */
  public static Weights of(Backbone backbone, long seed) {
    Map<String, WeightTensor> drawn = new LinkedHashMap<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (Layer layer : Architecture.layers(backbone, backbone.leastSide())) {
      layer.weights().forEach((name, shape) -> drawn.put(name, draw(name, shape, random.split())));
    }
    return new Weights(drawn);
  }

  private static WeightTensor draw(String name, int[] shape, SplittableRandom random) {
    float[] values = new float[WeightTensor.count(shape)];
    switch (name.substring(name.lastIndexOf('/') + 1)) {
      case "kernel" -> uniform(values, shape[0] * shape[1] * shape[2], random);
      case "depthwise_kernel" -> uniform(values, shape[0] * shape[1], random);
      case "gamma", "moving_variance" -> java.util.Arrays.fill(values, 1f);
      default -> {}
    }
    return new WeightTensor(shape, values);
  }

  private static void uniform(float[] values, int inputs, SplittableRandom random) {
    double limit = Math.sqrt(6.0 / inputs);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
    }
  }
}
