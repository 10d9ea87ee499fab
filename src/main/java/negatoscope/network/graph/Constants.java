package negatoscope.network.graph;

import negatoscope.network.WeightTensor;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Makes the constants of a graph under construction. */
@FunctionalInterface
public interface Constants {
  /** A constant with the values and the shape given. */
  Operand<TFloat32> of(WeightTensor tensor);

  /** Constants that the graph holds itself. */
  static Constants in(Ops tf) {
    return tensor ->
        tf.constant(
            ConstantWeights.shape(tensor.shape()), DataBuffers.of(tensor.values(), false, false));
  }
}
