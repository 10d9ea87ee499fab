package negatoscope.network.graph;

import java.util.Arrays;
import negatoscope.network.WeightTensor;
import negatoscope.network.backbone.Layers.Padding;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * relu(f · x + s), batch normalisation and ReLU as DenseNet has them before a 1 × 1 convolution, in
 * one pass over x. For f &gt; 0 it equals f · max(x, −s / f) + s, for f &lt; 0 it equals f · min(x,
 * −s / f) + s; f goes into the convolution's kernel and s into its bias.
 */
final class Rectified {
  /** Beyond this ratio of s to f a channel counts as never or always rectified. */
  private static final double FAR = 1e6;

  private final double[] factor;
  private final double[] shift;
  private final float[] lower;
  private final float[] upper;

  Rectified(Affine affine) {
    factor = affine.factor().clone();
    shift = affine.shift().clone();
    lower = new float[factor.length];
    upper = new float[factor.length];
    Arrays.fill(lower, -Float.MAX_VALUE);
    Arrays.fill(upper, Float.MAX_VALUE);
    for (int c = 0; c < factor.length; c++) {
      if (Math.abs(shift[c]) > FAR * Math.abs(factor[c])) {
        if (shift[c] < 0) {
          factor[c] = 0;
          shift[c] = 0;
        }
      } else if (factor[c] > 0) {
        lower[c] = (float) (-shift[c] / factor[c]);
      } else if (factor[c] < 0) {
        upper[c] = (float) (-shift[c] / factor[c]);
      }
    }
  }

  /** x between its bounds. */
  Operand<TFloat32> limited(Ops tf, Constants constants, Operand<TFloat32> x) {
    Operand<TFloat32> y = x;
    if (any(lower, -Float.MAX_VALUE)) {
      y = tf.math.maximum(y, constant(constants, lower));
    }
    return any(upper, Float.MAX_VALUE) ? tf.math.minimum(y, constant(constants, upper)) : y;
  }

  private static boolean any(float[] bounds, float none) {
    for (float bound : bounds) {
      if (bound != none) {
        return true;
      }
    }
    return false;
  }

  private static Operand<TFloat32> constant(Constants constants, float[] values) {
    return constants.of(new WeightTensor(new int[] {values.length}, values));
  }

  /**
   * The 1 × 1 convolution of relu(f · x + s), made to read what {@link #limited} gives.
   *
   * @param kernel [1, 1, c, filters]
   */
  Convolution convolution(Operand<TFloat32> limited, WeightTensor kernel) {
    int filters = kernel.shape()[3];
    float[] scaled = new float[kernel.values().length];
    double[] bias = new double[filters];
    for (int i = 0; i < scaled.length; i++) {
      int channel = i / filters;
      scaled[i] = (float) (kernel.values()[i] * factor[channel]);
      bias[i % filters] += kernel.values()[i] * shift[channel];
    }
    WeightTensor tensor = new WeightTensor(kernel.shape(), scaled);
    return new Convolution(limited, tensor, Floats.of(bias), 1, Padding.VALID, false);
  }
}
