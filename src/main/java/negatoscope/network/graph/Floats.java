package negatoscope.network.graph;

import java.util.Arrays;
import negatoscope.network.WeightTensor;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;

/** Between Java's arrays and TensorFlow's tensors. */
public final class Floats {
  private Floats() {}

  /** A tensor of the given shape, filled with the first values of an array. */
  public static TFloat32 tensor(float[] values, int... shape) {
    int count = WeightTensor.count(shape);
    if (values.length < count) {
      throw new IllegalArgumentException(
          "%d values for %s".formatted(values.length, Arrays.toString(shape)));
    }
    TFloat32 tensor = TFloat32.tensorOf(ConstantWeights.shape(shape));
    tensor.asRawTensor().data().asFloats().write(values, 0, count);
    return tensor;
  }

  /** All values of a tensor, row-major. */
  public static float[] array(Tensor tensor) {
    float[] values = new float[(int) tensor.shape().size()];
    ((TFloat32) tensor).asRawTensor().data().asFloats().read(values);
    return values;
  }

  /** Doubles as floats. */
  static float[] of(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** Values in rows of equal length. */
  public static float[][] rows(float[] values, int rows) {
    int length = values.length / rows;
    float[][] result = new float[rows][];
    for (int row = 0; row < rows; row++) {
      result[row] = Arrays.copyOfRange(values, row * length, (row + 1) * length);
    }
    return result;
  }
}
