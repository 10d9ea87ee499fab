package negatoscope.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.backbone.Layer;

/** Drawn weights of a backbone, for tests that need a network but no reference. */
final class RandomBackbone {
  private RandomBackbone() {}

  static Weights mobileNetV2(long seed) {
    return of(Backbone.MOBILENET_V2, seed);
  }

  static Weights of(Backbone backbone, long seed) {
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (Layer layer : Architecture.layers(backbone, 224)) {
      layer
          .weights()
          .forEach(
              (name, shape) ->
                  tensors.put(name, new WeightTensor(shape, draw(name, shape, random))));
    }
    return new Weights(tensors);
  }

  private static float[] draw(String name, int[] shape, SplittableRandom random) {
    float[] values = new float[WeightTensor.count(shape)];
    int fanIn = Math.max(1, values.length / shape[shape.length - 1]);
    for (int i = 0; i < values.length; i++) {
      double u = random.nextDouble();
      values[i] =
          (float)
              switch (name.substring(name.lastIndexOf('/') + 1)) {
                case "kernel" -> (2 * u - 1) * Math.sqrt(6.0 / fanIn);
                case "depthwise_kernel" -> (2 * u - 1) * Math.sqrt(6.0 / 9);
                case "gamma", "moving_variance" -> 0.8 + 0.4 * u;
                default -> 0.2 * u - 0.1;
              };
    }
    return values;
  }
}
