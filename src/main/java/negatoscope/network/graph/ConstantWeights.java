package negatoscope.network.graph;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import negatoscope.network.NetworkException;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import negatoscope.task.ErrorCode;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Weights as constants of the graph. */
public record ConstantWeights(Constants constants, Weights weights) implements WeightSource {
  /** Weights as constants that the graph holds itself. */
  public ConstantWeights(Ops tf, Weights weights) {
    this(Constants.in(tf), weights);
  }

  @Override
  public Operand<TFloat32> get(String name, int... shape) {
    return constants.of(find(weights, name, shape));
  }

  @Override
  public UnaryOperator<Operand<TFloat32>> timesTransposed(
      Ops tf, String name, int rows, int columns) {
    float[] values = find(weights, name, rows, columns).values();
    float[] turned = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = values[row * columns + column];
      }
    }
    Operand<TFloat32> matrix = constants.of(new WeightTensor(new int[] {columns, rows}, turned));
    return x -> tf.linalg.matMul(x, matrix);
  }

  /** The weight of a name, its shape checked. */
  public static WeightTensor find(Weights weights, String name, int... shape) {
    WeightTensor tensor = weights.get(name);
    if (tensor == null) {
      throw new NetworkException(
          ErrorCode.BAD_WEIGHTS,
          "The weights lack %s %s.".formatted(name, Arrays.toString(shape)),
          "Use weights of the same backbone and head.");
    }
    if (!Arrays.equals(tensor.shape(), shape)) {
      throw new NetworkException(
          ErrorCode.BAD_WEIGHTS,
          "%s should be %s and is %s."
              .formatted(name, Arrays.toString(shape), Arrays.toString(tensor.shape())),
          "Use weights of the same backbone and head.");
    }
    return tensor;
  }

  public static Shape shape(int... sizes) {
    long[] dimensions = new long[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      dimensions[i] = sizes[i];
    }
    return Shape.of(dimensions);
  }
}
