package negatoscope.network.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import negatoscope.network.WeightTensor;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Constants of a graph that is written and not run: in the graph they are placeholders, and their
 * values stay where they are until the file takes them.
 */
public final class WrittenConstants implements Constants {
  private final Ops tf;
  private final Map<String, WeightTensor> values = new LinkedHashMap<>();

  /** None yet. */
  public WrittenConstants(Ops tf) {
    this.tf = tf;
  }

  @Override
  public Operand<TFloat32> of(WeightTensor tensor) {
    Placeholder<TFloat32> place =
        tf.withName("Const")
            .placeholder(TFloat32.class, Placeholder.shape(ConstantWeights.shape(tensor.shape())));
    values.put(place.op().name(), tensor);
    return place;
  }

  /** The values by the placeholder's name. */
  public Map<String, WeightTensor> values() {
    return Collections.unmodifiableMap(values);
  }
}
