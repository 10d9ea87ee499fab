package negatoscope.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.backbone.DrawnWeights;
import negatoscope.network.graph.ConstantWeights;
import negatoscope.network.graph.FilledConstants;
import negatoscope.network.graph.GraphLayers;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Drawn weights whose moving statistics are those of films, as a trained network's are: each batch
 * norm then gives values of mean 0 and variance 1. Without that activations of drawn weights grow
 * from layer to layer, or die.
 */
final class CalibratedBackbone {
  private CalibratedBackbone() {}

  /**
   * Draws kernels, and lets films go through the network once.
   *
   * @param films [count, side, side, 1], 0 to 255
   */
  static Weights of(NetworkSpec spec, long seed, float[] films) {
    int side = spec.side();
    Weights drawn = DrawnWeights.of(spec.backbone(), seed);
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      FilledConstants constants = new FilledConstants(tf);
      Observed layers = new Observed(tf, new ConstantWeights(constants, drawn));
      try (TFloat32 batch =
          TFloat32.tensorOf(
              Shape.of(films.length / (side * side), side, side, 1), DataBuffers.of(films))) {
        Architecture.features(
            spec.backbone(), layers, layers.scaled(tf.constant(batch), spec.scaling()));
      }
      return drawn.with(layers.statistics(graph, constants));
    }
  }

  /** Layers whose batch norms normalise by what they see, and remember it. */
  private static final class Observed extends GraphLayers {
    private final Ops tf;
    private final ConstantWeights weights;
    private final Map<String, Operand<TFloat32>> seen = new LinkedHashMap<>();

    Observed(Ops tf, ConstantWeights weights) {
      super(tf, weights);
      this.tf = tf;
      this.weights = weights;
    }

    @Override
    public Operand<TFloat32> batchNorm(String name, Operand<TFloat32> x, float epsilon) {
      Operand<TFloat32> y = batchNormWithoutScale(name, x, epsilon);
      return tf.math.mul(y, weights.get(name + "/gamma", channels(x)));
    }

    @Override
    public Operand<TFloat32> batchNormWithoutScale(
        String name, Operand<TFloat32> x, float epsilon) {
      Operand<TFloat32> mean = tf.math.mean(x, tf.array(0, 1, 2));
      Operand<TFloat32> centred = tf.math.sub(x, mean);
      Operand<TFloat32> variance = tf.math.mean(tf.math.square(centred), tf.array(0, 1, 2));
      seen.put(name + "/moving_mean", mean);
      seen.put(name + "/moving_variance", variance);
      return tf.math.mul(centred, tf.math.rsqrt(tf.math.add(variance, tf.constant(epsilon))));
    }

    Weights statistics(Graph graph, FilledConstants constants) {
      Map<String, WeightTensor> tensors = new LinkedHashMap<>();
      if (seen.isEmpty()) {
        return new Weights(tensors);
      }
      List<String> names = new ArrayList<>(seen.keySet());
      try (Session session = new Session(graph)) {
        constants.fill(session);
        Session.Runner runner = session.runner();
        seen.values().forEach(runner::fetch);
        try (Result result = runner.run()) {
          for (int i = 0; i < names.size(); i++) {
            float[] values = StdArrays.array1dCopyOf((TFloat32) result.get(i));
            tensors.put(names.get(i), new WeightTensor(new int[] {values.length}, values));
          }
        }
      }
      return new Weights(tensors);
    }
  }
}
