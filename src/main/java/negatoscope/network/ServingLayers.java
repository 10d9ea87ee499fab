package negatoscope.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The layers for serving: batch normalisation goes into the kernel and a bias of the convolution
 * before it, and the first convolution reads one grey channel with its three kernels summed, since
 * the channels it was trained on are equal.
 *
 * <p>The convolution without its normalisation stays in the graph unread and is dropped by {@link
 * SavedModelWriter}.
 */
final class ServingLayers extends GraphLayers {
  private record Convolution(
      String kernelName,
      WeightTensor kernel,
      Operand<TFloat32> x,
      int stride,
      Padding padding,
      boolean depthwise) {}

  private record ZeroPad(Operand<TFloat32> x, int top, int bottom, int left, int right) {}

  private final Weights constants;
  private final Map<String, ZeroPad> pads = new HashMap<>();
  private final Map<String, Convolution> convolutions = new HashMap<>();
  private String grey = "";

  ServingLayers(Ops tf, Weights constants) {
    super(tf, new ConstantWeights(tf, constants));
    this.constants = constants;
  }

  @Override
  Operand<TFloat32> scaled(Operand<TFloat32> film) {
    Operand<TFloat32> x =
        tf.withName("input_layer")
            .math
            .sub(tf.math.mul(film, tf.constant(1 / 127.5f)), tf.constant(1f));
    grey = x.op().name();
    return x;
  }

  @Override
  public Operand<TFloat32> conv(
      String name, Operand<TFloat32> x, int filters, int size, int stride, Padding padding) {
    boolean onGrey = x.op().name().equals(grey);
    WeightTensor kernel =
        ConstantWeights.find(
            constants, name + "/kernel", size, size, onGrey ? 3 : channels(x), filters);
    return remembered(
        name,
        new Convolution(name, onGrey ? sumOverInputs(kernel) : kernel, x, stride, padding, false));
  }

  @Override
  public Operand<TFloat32> depthwiseConv(
      String name, Operand<TFloat32> x, int size, int stride, Padding padding) {
    WeightTensor kernel =
        ConstantWeights.find(constants, name + "/depthwise_kernel", size, size, channels(x), 1);
    ZeroPad pad = pads.get(x.op().name());
    Convolution convolution =
        pad != null && padding == Padding.VALID && equalsSame(pad, size, stride)
            ? new Convolution(name, kernel, pad.x(), stride, Padding.SAME, true)
            : new Convolution(name, kernel, x, stride, padding, true);
    return remembered(name, convolution);
  }

  @Override
  public Operand<TFloat32> zeroPad(
      String name, Operand<TFloat32> x, int top, int bottom, int left, int right) {
    Operand<TFloat32> padded = super.zeroPad(name, x, top, bottom, left, right);
    pads.put(padded.op().name(), new ZeroPad(x, top, bottom, left, right));
    return padded;
  }

  /** Whether padding SAME, which costs no copy, adds just these rows and columns. */
  private static boolean equalsSame(ZeroPad pad, int size, int stride) {
    var shape = pad.x().asOutput().shape();
    int rows = same((int) shape.get(1), size, stride);
    int columns = same((int) shape.get(2), size, stride);
    return pad.top() == rows / 2
        && pad.bottom() == rows - rows / 2
        && pad.left() == columns / 2
        && pad.right() == columns - columns / 2;
  }

  /** Rows or columns that padding SAME adds in all; the greater half comes last. */
  private static int same(int length, int size, int stride) {
    return Math.max(0, ((length + stride - 1) / stride - 1) * stride + size - length);
  }

  @Override
  public Operand<TFloat32> batchNorm(String name, Operand<TFloat32> x, float epsilon) {
    Convolution before = convolutions.get(x.op().name());
    if (before == null) {
      return super.batchNorm(name, x, epsilon);
    }
    int channels = channels(x);
    float[] gamma = values(name + "/gamma", channels);
    float[] beta = values(name + "/beta", channels);
    float[] mean = values(name + "/moving_mean", channels);
    float[] variance = values(name + "/moving_variance", channels);
    float[] kernel = before.kernel().values().clone();
    float[] bias = new float[channels];
    for (int c = 0; c < channels; c++) {
      double factor = gamma[c] / Math.sqrt((double) variance[c] + epsilon);
      bias[c] = (float) (beta[c] - mean[c] * factor);
      for (int i = c; i < kernel.length; i += channels) {
        kernel[i] = (float) (kernel[i] * factor);
      }
    }
    WeightTensor folded = new WeightTensor(before.kernel().shape(), kernel);
    Operand<TFloat32> y =
        convolve(
            before.kernelName() + "_folded",
            new Convolution(
                before.kernelName(),
                folded,
                before.x(),
                before.stride(),
                before.padding(),
                before.depthwise()));
    return tf.withName(name)
        .nn
        .biasAdd(y, ConstantWeights.constant(tf, new WeightTensor(new int[] {channels}, bias)));
  }

  private Operand<TFloat32> remembered(String name, Convolution convolution) {
    Operand<TFloat32> y = convolve(name, convolution);
    convolutions.put(y.op().name(), convolution);
    return y;
  }

  private Operand<TFloat32> convolve(String name, Convolution how) {
    Operand<TFloat32> kernel = ConstantWeights.constant(tf, how.kernel());
    return how.depthwise()
        ? tf.withName(name)
            .nn
            .depthwiseConv2dNative(how.x(), kernel, strides(how.stride()), how.padding().name())
        : tf.withName(name).nn.conv2d(how.x(), kernel, strides(how.stride()), how.padding().name());
  }

  private float[] values(String name, int size) {
    return Objects.requireNonNull(ConstantWeights.find(constants, name, size)).values();
  }

  private static WeightTensor sumOverInputs(WeightTensor kernel) {
    int[] shape = kernel.shape();
    int filters = shape[3];
    float[] sum = new float[shape[0] * shape[1] * filters];
    for (int cell = 0; cell < shape[0] * shape[1]; cell++) {
      for (int f = 0; f < filters; f++) {
        double total = 0;
        for (int c = 0; c < shape[2]; c++) {
          total += kernel.values()[(cell * shape[2] + c) * filters + f];
        }
        sum[cell * filters + f] = (float) total;
      }
    }
    return new WeightTensor(new int[] {shape[0], shape[1], 1, filters}, sum);
  }
}
