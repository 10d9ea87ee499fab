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
 * The layers for serving. What is linear goes into the kernels and biases of convolutions: batch
 * normalisation after one, batch normalisation and ReLU before one of 1 × 1 ({@link Rectified}),
 * the scale of a residual. An average after a 1 × 1 convolution is taken before it, on fewer
 * pixels' products. The first convolution reads one grey channel with its three kernels summed,
 * since the channels it was trained on are equal.
 *
 * <p>Every layer is built under its own name with its own values; those that are not read once
 * others have taken them in are dropped by {@link negatoscope.network.savedmodel.SavedModelWriter}.
 */
public final class ServingLayers extends GraphLayers {
  private record ZeroPad(Operand<TFloat32> x, int top, int bottom, int left, int right) {}

  private record Normalised(Operand<TFloat32> x, Affine affine) {}

  private final Weights values;
  private final Constants constants;
  private final Map<String, ZeroPad> pads = new HashMap<>();
  private final Map<String, Convolution> convolutions = new HashMap<>();
  private final Map<String, Normalised> normalised = new HashMap<>();
  private final Map<String, Normalised> rectified = new HashMap<>();
  private final Set<String> onFilm = new HashSet<>();
  private Scaling scaling = Scaling.UNIT;

  /** Layers in a graph, with weights folded in. */
  public ServingLayers(Ops tf, ConstantWeights weights) {
    super(tf, weights);
    values = weights.weights();
    constants = weights.constants();
  }

  /**
   * The film as the first convolution reads it: as it is where scaling it is one factor, which the
   * kernel takes in; one channel, scaled, where all three would be equal; else the film and a
   * channel of ones that carries the offsets, so that padding with zeros stays exact.
   */
  @Override
  public Operand<TFloat32> scaled(Operand<TFloat32> film, Scaling how) {
    scaling = how;
    Operand<TFloat32> x = input(film, how);
    onFilm.add(x.op().name());
    return x;
  }

  private Operand<TFloat32> input(Operand<TFloat32> film, Scaling how) {
    Ops named = tf.withName("input_layer");
    if (how.factorOnly()) {
      // A product here would be moved into the kernel by TensorFlow's rewriter where a client runs
      // it, and the client's last bits would be others.
      return named.identity(film);
    }
    if (!how.grey()) {
      return named.concat(List.of(film, tf.onesLike(film)), tf.constant(3));
    }
    Scaling.Channel channel = how.channels().get(0);
    return named.math.add(
        tf.math.mul(film, tf.constant((float) channel.factor())),
        tf.constant((float) channel.offset()));
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
    Normalised before = rectified.get(x.op().name());
    Convolution plain = new Convolution(x, kernel, null, stride, padding, false);
    if (before == null || !plain.pointwise()) {
      return remembered(name, plain);
    }
    Rectified limits = new Rectified(before.affine());
    return remembered(name, limits.convolution(limits.limited(tf, constants, before.x()), kernel));
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
    Convolution convolution =
        new Convolution(x, kernel, values(name + "/bias", filters), 1, padding, false);
    return switch (activation) {
      case LINEAR -> remembered(name, convolution);
      case RELU -> tf.withName(name).nn.relu(convolution.build(tf, constants, name + "_linear"));
    };
  }

  private WeightTensor kernel(
      String name, Operand<TFloat32> x, int rows, int columns, int filters) {
    boolean film = onFilm.contains(x.op().name());
    int channels = film ? 3 : channels(x);
    WeightTensor kernel =
        ConstantWeights.find(values, name + "/kernel", rows, columns, channels, filters);
    return film ? FilmKernel.of(kernel, scaling) : kernel;
  }

  @Override
  public Operand<TFloat32> depthwiseConv(
      String name, Operand<TFloat32> x, int size, int stride, Padding padding) {
    WeightTensor kernel =
        ConstantWeights.find(values, name + "/depthwise_kernel", size, size, channels(x), 1);
    ZeroPad pad = pads.get(x.op().name());
    return remembered(
        name,
        pad != null && padding == Padding.VALID && equalsSame(pad, size, stride)
            ? new Convolution(pad.x(), kernel, null, stride, Padding.SAME, true)
            : new Convolution(x, kernel, null, stride, padding, true));
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
    int channels = gamma.length;
    Affine affine =
        Affine.normalisation(
            gamma,
            values(name + "/beta", channels),
            values(name + "/moving_mean", channels),
            values(name + "/moving_variance", channels),
            epsilon);
    Convolution before = convolutions.get(x.op().name());
    if (before != null) {
      return before.then(affine).build(tf, constants, name);
    }
    Operand<TFloat32> scaled = tf.math.mul(x, constant(affine.factor()));
    Operand<TFloat32> y = tf.withName(name).math.add(scaled, constant(affine.shift()));
    normalised.put(y.op().name(), new Normalised(x, affine));
    return y;
  }

  @Override
  public Operand<TFloat32> relu(String name, Operand<TFloat32> x) {
    Operand<TFloat32> y = super.relu(name, x);
    Normalised before = normalised.get(x.op().name());
    if (before != null) {
      rectified.put(y.op().name(), before);
    }
    return y;
  }

  @Override
  public Operand<TFloat32> averagePool(
      String name, Operand<TFloat32> x, int size, int stride, Padding padding) {
    Convolution before = convolutions.get(x.op().name());
    if (before == null || !before.pointwise() || stride == 1) {
      return super.averagePool(name, x, size, stride, padding);
    }
    Operand<TFloat32> pooled =
        super.averagePool(name + "_before", before.x(), size, stride, padding);
    return before.on(pooled).build(tf, constants, name);
  }

  @Override
  public Operand<TFloat32> addScaled(
      String name, Operand<TFloat32> x, Operand<TFloat32> residual, float scale) {
    Convolution before = convolutions.get(residual.op().name());
    if (before == null) {
      return super.addScaled(name, x, residual, scale);
    }
    Operand<TFloat32> scaled =
        before
            .then(Affine.scale(channels(residual), scale))
            .build(tf, constants, name + "_residual");
    return add(name, x, scaled);
  }

  private Operand<TFloat32> constant(double[] values) {
    return constants.of(new WeightTensor(new int[] {values.length}, Floats.of(values)));
  }

  private Operand<TFloat32> remembered(String name, Convolution convolution) {
    Operand<TFloat32> y = convolution.build(tf, constants, name);
    convolutions.put(y.op().name(), convolution);
    return y;
  }

  private float[] values(String name, int size) {
    return Objects.requireNonNull(ConstantWeights.find(values, name, size)).values();
  }
}
