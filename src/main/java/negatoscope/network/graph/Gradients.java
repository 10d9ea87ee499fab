package negatoscope.network.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;

/** Gradients as TensorFlow derives them from the graph. */
final class Gradients {
  private Gradients() {}

  /**
   * Gradients by name.
   *
   * @param of what is derived
   * @param outer the gradient of something with respect to {@code of}, of its shape; null where
   *     {@code of} is a scalar, derived itself
   * @param by what it is derived by; all of it must have a part in {@code of}
   */
  static Map<String, Operand<TFloat32>> of(
      Graph graph,
      Operand<TFloat32> of,
      @Nullable Operand<TFloat32> outer,
      Map<String, Operand<TFloat32>> by) {
    Output<?>[] inputs = by.values().stream().map(Operand::asOutput).toArray(Output<?>[]::new);
    Output<?>[] found =
        outer == null
            ? graph.addGradients(of.asOutput(), inputs)
            : graph.addGradients(
                null, new Output<?>[] {of.asOutput()}, inputs, new Output<?>[] {outer.asOutput()});
    Map<String, Operand<TFloat32>> named = new LinkedHashMap<>();
    by.keySet().forEach(name -> named.put(name, found[named.size()].expect(TFloat32.class)));
    return named;
  }
}
