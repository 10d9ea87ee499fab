package negatoscope.network.graph;

import java.util.function.UnaryOperator;
import negatoscope.network.NetworkException;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Where a graph under construction takes its weights from: constants for serving, variables for
 * training.
 */
public interface WeightSource {
  /**
   * The weight of a canonical name.
   *
   * @throws NetworkException {@code BAD_WEIGHTS} if it is missing or of another shape
   */
  Operand<TFloat32> get(String name, int... shape);

  /**
   * What multiplies by the transpose of a matrix: from [M, columns] to [M, rows], for the weight
   * [rows, columns]. For few rows M that is several times as fast as a product that is told to
   * transpose, because TensorFlow then rearranges the whole matrix each time.
   */
  UnaryOperator<Operand<TFloat32>> timesTransposed(Ops tf, String name, int rows, int columns);
}
