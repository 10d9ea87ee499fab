package negatoscope.network.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;

/** Gradients as TensorFlow derives them from the graph. */
final class Gradients {
  private Gradients() {}

  /**
   * Gradients of a scalar, by name.
   *
   * @param by what it is derived by; all of it must have a part in it
   */
  static Map<String, Operand<TFloat32>> of(
      Graph graph, Operand<TFloat32> scalar, Map<String, Operand<TFloat32>> by) {
    return named(by, graph.addGradients(scalar.asOutput(), outputs(List.copyOf(by.values()))));
  }

  /** The same of a tensor with whose gradient the chain begins. */
  static Map<String, Operand<TFloat32>> of(
      Graph graph,
      Operand<TFloat32> of,
      Operand<TFloat32> outer,
      Map<String, Operand<TFloat32>> by) {
    return of(graph, List.of(of), List.of(outer), by);
  }

  /**
   * The same of some tensors.
   *
   * @param outer the gradient of something with respect to each, of its shape
   */
  static Map<String, Operand<TFloat32>> of(
      Graph graph,
      List<Operand<TFloat32>> of,
      List<Operand<TFloat32>> outer,
      Map<String, Operand<TFloat32>> by) {
    return named(
        by,
        graph.addGradients(null, outputs(of), outputs(List.copyOf(by.values())), outputs(outer)));
  }

  private static Output<?>[] outputs(List<Operand<TFloat32>> operands) {
    return operands.stream().map(Operand::asOutput).toArray(Output<?>[]::new);
  }

  private static Map<String, Operand<TFloat32>> named(
      Map<String, Operand<TFloat32>> by, Output<?>[] found) {
    Map<String, Operand<TFloat32>> named = new LinkedHashMap<>();
    by.keySet().forEach(name -> named.put(name, found[named.size()].expect(TFloat32.class)));
    return named;
  }
}
