package negatoscope.network.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import negatoscope.network.Scaling;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The layers for serving: batch normalisation goes into the kernel and a bias of the convolution
 * before it, and the first convolution reads one grey channel with its three kernels summed, since
 * the channels it was trained on are equal.
 *
 * <p>The convolution without its normalisation stays in the graph unread and is dropped by {@link
 * negatoscope.network.SavedModelWriter}.
 */
public final class ServingLayers extends GraphLayers {
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
  private final Set<String> onFilm = new HashSet<>();
  private Scaling scaling = Scaling.UNIT;

  /** Layers in a graph, with weights folded in. */
  public ServingLayers(Ops tf, Weights constants) {
    super(tf, new ConstantWeights(tf, constants));
    this.constants = constants;
  }

  /**
   * The film as the first convolution reads it: one channel, scaled, where all three would be
   * equal; else the film itself and a channel of ones that carries the offsets, so that padding
   * with zeros stays exact.
   */
  @Override
  public Operand<TFloat32> scaled(Operand<TFloat32> film, Scaling how) {
    scaling = how;
    Operand<TFloat32> x =
        how.grey()
            ? tf.withName("input_layer")
                .math
                .add(
                    tf.math.mul(film, tf.constant((float) how.channels().get(0).factor())),
                    tf.constant((float) how.channels().get(0).offset()))
            : tf.withName("input_layer").concat(List.of(film, tf.onesLike(film)), tf.constant(3));
    onFilm.add(x.op().name());
    return x;
  }

  @Override
  public Operand<TFloat32> conv(
      String name,
      Operand<TFloat32> x,
      int filters,
      int rows,
      int columns,
      int stride,
      Padding padding) {
    WeightTensor kernel = kernel(name, x, rows, columns, filters);
    return remembered(name, new Convolution(name, kernel, x, stride, padding, false));
  }

  @Override
  public Operand<TFloat32> convWithBias(
      String name,
      Operand<TFloat32> x,
      int filters,
      int size,
      Padding padding,
      Activation activation) {
    WeightTensor kernel = kernel(name, x, size, size, filters);
    Operand<TFloat32> y = convolve("", new Convolution(name, kernel, x, 1, padding, false));
    Operand<TFloat32> bias = weights.get(name + "/bias", filters);
    return switch (activation) {
      case LINEAR -> tf.withName(name).nn.biasAdd(y, bias);
      case RELU -> tf.withName(name).nn.relu(tf.nn.biasAdd(y, bias));
    };
  }

  private WeightTensor kernel(
      String name, Operand<TFloat32> x, int rows, int columns, int filters) {
    if (!onFilm.contains(x.op().name())) {
      return ConstantWeights.find(constants, name + "/kernel", rows, columns, channels(x), filters);
    }
    WeightTensor kernel =
        ConstantWeights.find(constants, name + "/kernel", rows, columns, 3, filters);
    return scaling.grey() ? onGrey(kernel) : onFilmAndOnes(kernel);
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
    if (onFilm.contains(x.op().name())) {
      onFilm.add(padded.op().name());
    }
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
    return folded(name, x, epsilon, values(name + "/gamma", channels(x)));
  }

  @Override
  public Operand<TFloat32> batchNormWithoutScale(String name, Operand<TFloat32> x, float epsilon) {
    float[] ones = new float[channels(x)];
    Arrays.fill(ones, 1f);
    return folded(name, x, epsilon, ones);
  }

  private Operand<TFloat32> folded(String name, Operand<TFloat32> x, float epsilon, float[] gamma) {
    int channels = channels(x);
    float[] beta = values(name + "/beta", channels);
    float[] mean = values(name + "/moving_mean", channels);
    float[] variance = values(name + "/moving_variance", channels);
    double[] factor = new double[channels];
    float[] shift = new float[channels];
    for (int c = 0; c < channels; c++) {
      factor[c] = gamma[c] / Math.sqrt((double) variance[c] + epsilon);
      shift[c] = (float) (beta[c] - mean[c] * factor[c]);
    }
    Operand<TFloat32> bias = constant(shift);
    Convolution before = convolutions.get(x.op().name());
    if (before == null) {
      return tf.withName(name).math.add(tf.math.mul(x, constant(Floats.of(factor))), bias);
    }
    float[] kernel = before.kernel().values().clone();
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = (float) (kernel[i] * factor[i % channels]);
    }
    Operand<TFloat32> y =
        convolve(
            before.kernelName() + "_folded",
            new Convolution(
                before.kernelName(),
                new WeightTensor(before.kernel().shape(), kernel),
                before.x(),
                before.stride(),
                before.padding(),
                before.depthwise()));
    return tf.withName(name).nn.biasAdd(y, bias);
  }

  private Operand<TFloat32> constant(float[] values) {
    return ConstantWeights.constant(tf, new WeightTensor(new int[] {values.length}, values));
  }

  private Operand<TFloat32> remembered(String name, Convolution convolution) {
    Operand<TFloat32> y = convolve(name, convolution);
    convolutions.put(y.op().name(), convolution);
    return y;
  }

  private Operand<TFloat32> convolve(String name, Convolution how) {
    Operand<TFloat32> kernel = ConstantWeights.constant(tf, how.kernel());
    Ops named = name.isEmpty() ? tf : tf.withName(name);
    return how.depthwise()
        ? named.nn.depthwiseConv2dNative(
            how.x(), kernel, strides(how.stride()), how.padding().name())
        : named.nn.conv2d(how.x(), kernel, strides(how.stride()), how.padding().name());
  }

  private float[] values(String name, int size) {
    return Objects.requireNonNull(ConstantWeights.find(constants, name, size)).values();
  }

  /** The three channels' kernels summed. */
  private static WeightTensor onGrey(WeightTensor kernel) {
    return overInputs(kernel, 1, (into, channel) -> 1);
  }

  /** The kernels of the film, summed with their factors, and of the ones, with their offsets. */
  private WeightTensor onFilmAndOnes(WeightTensor kernel) {
    return overInputs(
        kernel,
        2,
        (into, channel) ->
            into == 0
                ? scaling.channels().get(channel).factor()
                : scaling.channels().get(channel).offset());
  }

  private interface Share {
    double of(int into, int channel);
  }

  private static WeightTensor overInputs(WeightTensor kernel, int inputs, Share share) {
    int[] shape = kernel.shape();
    int filters = shape[3];
    int cells = shape[0] * shape[1];
    float[] sums = new float[cells * inputs * filters];
    for (int i = 0; i < sums.length; i++) {
      int filter = i % filters;
      int into = i / filters % inputs;
      int cell = i / filters / inputs;
      double total = 0;
      for (int c = 0; c < shape[2]; c++) {
        total += share.of(into, c) * kernel.values()[(cell * shape[2] + c) * filters + filter];
      }
      sums[i] = (float) total;
    }
    return new WeightTensor(new int[] {shape[0], shape[1], inputs, filters}, sums);
  }
}
