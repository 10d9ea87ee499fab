package negatoscope.network.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import negatoscope.network.WeightTensor;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;

/**
 * Constants of a graph that is run here, the large ones as variables that are filled once: of a
 * constant TensorFlow holds several copies for every way in which the graph is run, of a variable
 * one in all.
 */
public final class FilledConstants implements Constants {
  /** Numbers in a tensor that is not worth a variable. */
  private static final int SMALL = 1 << 10;

  private record Filling(Operand<TFloat32> read, Operand<TFloat32> value, Op assignment) {}

  private final Ops tf;
  private final Map<Filling, WeightTensor> waiting = new LinkedHashMap<>();

  /** None yet. */
  public FilledConstants(Ops tf) {
    this.tf = tf;
  }

  @Override
  public Operand<TFloat32> of(WeightTensor tensor) {
    if (tensor.values().length < SMALL) {
      return Constants.in(tf).of(tensor);
    }
    Shape shape = ConstantWeights.shape(tensor.shape());
    VarHandleOp handle =
        tf.varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName("constant_" + waiting.size()));
    Operand<TFloat32> value = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
    Operand<TFloat32> read = tf.readVariableOp(handle, TFloat32.class);
    waiting.put(new Filling(read, value, tf.assignVariableOp(handle, value)), tensor);
    return read;
  }

  /**
   * Gives those variables their values that an operation needs; the others are never read, because
   * folding has put others in their place. TensorFlow takes the tensors over; the weights are let
   * go.
   */
  public void fill(Session session, Graph graph, Operand<TFloat32> needing) {
    Set<GraphOperation> needed = graph.subgraphTo(Set.of(needing));
    waiting.keySet().removeIf(filling -> !needed.contains((GraphOperation) filling.read().op()));
    fill(session);
  }

  /**
   * Gives all variables their values, once the graph is built. TensorFlow takes the tensors over;
   * the weights are let go.
   */
  public void fill(Session session) {
    if (waiting.isEmpty()) {
      return;
    }
    Session.Runner runner = session.runner();
    List<TFloat32> tensors = new ArrayList<>();
    try {
      waiting.forEach(
          (filling, weights) -> {
            TFloat32 tensor = Floats.tensor(weights.values(), weights.shape());
            tensors.add(tensor);
            runner.feed(filling.value(), tensor).addTarget(filling.assignment());
          });
      runner.run().close();
    } finally {
      tensors.forEach(TFloat32::close);
    }
    waiting.clear();
  }
}
