package negatoscope.network.graph;

import negatoscope.network.NetworkException;
import org.tensorflow.Operand;
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

  /** The transpose of a matrix: [columns, rows] of the weight [rows, columns]. */
  Operand<TFloat32> transposed(String name, int rows, int columns);
}
