package negatoscope.network.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The maps of a backbone in the order in which they were built, so that gradients can be taken back
 * through them one by one: most as TensorFlow derives them, some in a quicker way of their own.
 */
final class Tape {
  /** How a gradient goes back through one operation. */
  @FunctionalInterface
  interface Back {
    /** From the gradient of the output to those of the inputs wanted, in their order. */
    List<Operand<TFloat32>> apply(
        Graph graph, Operand<TFloat32> ofOutput, List<Operand<TFloat32>> wanted);
  }

  private record Entry(Operand<TFloat32> output, List<Operand<TFloat32>> inputs, Back back) {}

  private final Ops tf;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, Operand<TFloat32>> parameters = new LinkedHashMap<>();

  /** Nothing recorded yet. */
  Tape(Ops tf) {
    this.tf = tf;
  }

  /**
   * A parameter: a variable, or what is computed from variables alone. None may be computed from
   * another.
   */
  Operand<TFloat32> parameter(Operand<TFloat32> parameter) {
    known.add(key(parameter));
    parameters.put(key(parameter), parameter);
    return parameter;
  }

  /**
   * Records an operation, or some that belong together, with gradients as TensorFlow derives them.
   *
   * @param inputs maps and parameters, none computed from another; what comes from none of them has
   *     no gradient
   */
  Operand<TFloat32> local(Operand<TFloat32> output, List<Operand<TFloat32>> inputs) {
    return record(
        output,
        inputs,
        (graph, ofOutput, wanted) -> {
          Map<String, Operand<TFloat32>> by = new LinkedHashMap<>();
          wanted.forEach(input -> by.put(key(input), input));
          return List.copyOf(Gradients.of(graph, output, ofOutput, by).values());
        });
  }

  /** Records an operation with a way back of its own. */
  Operand<TFloat32> record(Operand<TFloat32> output, List<Operand<TFloat32>> inputs, Back back) {
    entries.add(new Entry(output, inputs, back));
    known.add(key(output));
    return output;
  }

  private static String key(Operand<TFloat32> operand) {
    return operand.op().name();
  }

  /**
   * Gradients with respect to variables, by name.
   *
   * @param map the last map
   * @param ofMap the gradient of something with respect to it
   */
  Map<String, Operand<TFloat32>> gradients(
      Graph graph,
      Operand<TFloat32> map,
      Operand<TFloat32> ofMap,
      Map<String, Operand<TFloat32>> variables) {
    Map<String, List<Operand<TFloat32>>> found = new HashMap<>();
    found.put(key(map), List.of(ofMap));
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      List<Operand<TFloat32>> ofOutput = found.remove(key(entry.output()));
      List<Operand<TFloat32>> wanted =
          entry.inputs().stream().filter(input -> known.contains(key(input))).toList();
      if (ofOutput == null || wanted.isEmpty()) {
        continue;
      }
      List<Operand<TFloat32>> ofInputs = entry.back().apply(graph, sum(ofOutput), wanted);
      for (int j = 0; j < wanted.size(); j++) {
        found.computeIfAbsent(key(wanted.get(j)), key -> new ArrayList<>()).add(ofInputs.get(j));
      }
    }
    return ofVariables(graph, found, variables);
  }

  private Operand<TFloat32> sum(List<Operand<TFloat32>> parts) {
    return parts.size() == 1 ? parts.get(0) : tf.math.addN(parts);
  }

  private Map<String, Operand<TFloat32>> ofVariables(
      Graph graph,
      Map<String, List<Operand<TFloat32>>> found,
      Map<String, Operand<TFloat32>> variables) {
    Map<String, Operand<TFloat32>> named = new LinkedHashMap<>();
    Map<String, Operand<TFloat32>> computed = new LinkedHashMap<>();
    variables.forEach(
        (name, variable) -> {
          List<Operand<TFloat32>> own = found.remove(key(variable));
          named.put(name, own == null ? variable : sum(own));
          if (own == null) {
            computed.put(name, variable);
          }
        });
    List<Operand<TFloat32>> of = new ArrayList<>();
    List<Operand<TFloat32>> outer = new ArrayList<>();
    parameters.forEach(
        (key, parameter) -> {
          List<Operand<TFloat32>> own = found.get(key);
          if (own != null) {
            of.add(parameter);
            outer.add(sum(own));
          }
        });
    if (!computed.isEmpty()) {
      named.putAll(Gradients.of(graph, of, outer, computed));
    }
    return named;
  }
}
