package negatoscope.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import negatoscope.network.backbone.Layers;
import negatoscope.network.backbone.MobileNetV2;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Drawn weights of a backbone, for tests that need a network but no reference. */
final class RandomBackbone {
  private RandomBackbone() {}

  static Weights mobileNetV2(long seed) {
    Engines.start();
    Map<String, WeightTensor> tensors = Collections.synchronizedMap(new LinkedHashMap<>());
    SplittableRandom random = new SplittableRandom(seed);
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      WeightSource recorder =
          new WeightSource() {
            @Override
            public Operand<TFloat32> get(String name, int... shape) {
              WeightTensor tensor = new WeightTensor(shape, draw(name, shape, random));
              tensors.put(name, tensor);
              return ConstantWeights.constant(tf, tensor);
            }

            @Override
            public Operand<TFloat32> transposed(String name, int rows, int columns) {
              throw new IllegalStateException(name);
            }
          };
      Layers layers = new GraphLayers(tf, recorder);
      MobileNetV2.build(layers, tf.zeros(tf.array(1, 96, 96, 3), TFloat32.class), 96);
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
