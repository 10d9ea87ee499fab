package negatoscope.network.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.Relu6Grad;
import org.tensorflow.op.nn.ReluGrad;
import org.tensorflow.types.TFloat32;

/**
 * The layers of a backbone that learns. Batch normalisation in inference mode multiplies the kernel
 * of the convolution before it and adds a bias, within the graph: gradients of kernel, gamma and
 * beta are the same, but no pass over the maps is spent on it, forward or backward.
 *
 * <p>Every layer is recorded, so that gradients are taken back layer by layer: through a ReLU by
 * its output (TensorFlow's own gradient takes the input, which then cannot be fused away and is
 * held in memory), through convolutions as {@link ConvolutionBack} has it.
 */
final class TrainedLayers extends GraphLayers {
  private record Convolution(
      Operand<TFloat32> kernel,
      Operand<TFloat32> x,
      int stride,
      Padding padding,
      boolean depthwise) {}

  private final Map<String, Convolution> convolutions = new HashMap<>();
  private final Tape tape;

  /** Layers in a graph, with weights from a source. */
  TrainedLayers(Ops tf, WeightSource weights) {
    super(tf, weights);
    tape = new Tape(tf);
  }

  /** See {@link Tape#gradients}. */
  Map<String, Operand<TFloat32>> gradients(
      Graph graph,
      Operand<TFloat32> map,
      Operand<TFloat32> ofMap,
      Map<String, Operand<TFloat32>> variables) {
    return tape.gradients(graph, map, ofMap, variables);
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
    Operand<TFloat32> kernel =
        tape.parameter(weights.get(name + "/kernel", rows, columns, channels(x), filters));
    return remembered(name, new Convolution(kernel, x, stride, padding, false));
  }

  @Override
  public Operand<TFloat32> depthwiseConv(
      String name, Operand<TFloat32> x, int size, int stride, Padding padding) {
    Operand<TFloat32> kernel =
        tape.parameter(weights.get(name + "/depthwise_kernel", size, size, channels(x), 1));
    return remembered(name, new Convolution(kernel, x, stride, padding, true));
  }

  private Operand<TFloat32> remembered(String name, Convolution convolution) {
    Operand<TFloat32> y = build(tf.withName(name), convolution);
    convolutions.put(y.op().name(), convolution);
    return y;
  }

  private Operand<TFloat32> build(Ops named, Convolution convolution) {
    Operand<TFloat32> x = convolution.x();
    Operand<TFloat32> kernel = convolution.kernel();
    List<Long> strides = strides(convolution.stride());
    String padding = convolution.padding().name();
    if (convolution.depthwise()) {
      return tape.local(
          named.nn.depthwiseConv2dNative(x, kernel, strides, padding), List.of(x, kernel));
    }
    return tape.record(
        named.nn.conv2d(x, kernel, strides, padding),
        List.of(x, kernel),
        new ConvolutionBack(tf, x, kernel, convolution.stride(), convolution.padding()));
  }

  @Override
  public Operand<TFloat32> convWithBias(
      String name,
      Operand<TFloat32> x,
      int filters,
      int size,
      Padding padding,
      Activation activation) {
    Operand<TFloat32> kernel =
        tape.parameter(weights.get(name + "/kernel", size, size, channels(x), filters));
    Operand<TFloat32> y = build(tf, new Convolution(kernel, x, 1, padding, false));
    Operand<TFloat32> bias = tape.parameter(weights.get(name + "/bias", filters));
    return switch (activation) {
      case LINEAR -> biased(tf.withName(name), y, bias);
      case RELU -> relu(name, biased(tf, y, bias));
    };
  }

  private Operand<TFloat32> biased(Ops named, Operand<TFloat32> y, Operand<TFloat32> bias) {
    return tape.local(named.nn.biasAdd(y, bias), List.of(y, bias));
  }

  @Override
  Operand<TFloat32> normalised(String name, Operand<TFloat32> x, Operand<TFloat32> factor) {
    Operand<TFloat32> shift = tape.parameter(shift(name, channels(x), factor));
    Convolution before = convolutions.get(x.op().name());
    if (before == null) {
      // The shift is computed from the factor; as a parameter this one is not.
      Operand<TFloat32> own = tape.parameter(tf.identity(factor));
      return tape.local(
          tf.withName(name).math.add(tf.math.mul(x, own), shift), List.of(x, own, shift));
    }
    Operand<TFloat32> multiplied =
        tape.parameter(
            before.depthwise()
                ? tf.math.mul(before.kernel(), tf.expandDims(factor, tf.constant(1)))
                : tf.math.mul(before.kernel(), factor));
    Operand<TFloat32> y =
        build(
            tf,
            new Convolution(
                multiplied, before.x(), before.stride(), before.padding(), before.depthwise()));
    return biased(tf.withName(name), y, shift);
  }

  @Override
  public Operand<TFloat32> relu(String name, Operand<TFloat32> x) {
    Operand<TFloat32> y = super.relu(name, x);
    return tape.record(
        y,
        List.of(x),
        (graph, ofOutput, wanted) -> List.of(ReluGrad.create(tf.scope(), ofOutput, y)));
  }

  @Override
  public Operand<TFloat32> relu6(String name, Operand<TFloat32> x) {
    Operand<TFloat32> y = super.relu6(name, x);
    return tape.record(
        y,
        List.of(x),
        (graph, ofOutput, wanted) -> List.of(Relu6Grad.create(tf.scope(), ofOutput, y)));
  }

  @Override
  public Operand<TFloat32> zeroPad(
      String name, Operand<TFloat32> x, int top, int bottom, int left, int right) {
    return tape.local(super.zeroPad(name, x, top, bottom, left, right), List.of(x));
  }

  @Override
  public Operand<TFloat32> maxPool(
      String name, Operand<TFloat32> x, int size, int stride, Padding padding) {
    return tape.local(super.maxPool(name, x, size, stride, padding), List.of(x));
  }

  @Override
  public Operand<TFloat32> averagePool(
      String name, Operand<TFloat32> x, int size, int stride, Padding padding) {
    return tape.local(super.averagePool(name, x, size, stride, padding), List.of(x));
  }

  @Override
  public Operand<TFloat32> add(String name, Operand<TFloat32> a, Operand<TFloat32> b) {
    return tape.record(
        super.add(name, a, b),
        List.of(a, b),
        (graph, ofOutput, wanted) -> wanted.stream().map(input -> ofOutput).toList());
  }

  @Override
  public Operand<TFloat32> addScaled(
      String name, Operand<TFloat32> x, Operand<TFloat32> residual, float scale) {
    Operand<TFloat32> scaled =
        tape.local(tf.math.mul(residual, tf.constant(scale)), List.of(residual));
    return add(name, x, scaled);
  }

  @Override
  public Operand<TFloat32> concat(String name, List<Operand<TFloat32>> parts) {
    return tape.record(
        super.concat(name, parts),
        List.copyOf(parts),
        (graph, ofOutput, wanted) ->
            wanted.stream().map(part -> share(ofOutput, parts, part)).toList());
  }

  /** The channels of a joined map that are one part's. */
  private Operand<TFloat32> share(
      Operand<TFloat32> joined, List<Operand<TFloat32>> parts, Operand<TFloat32> part) {
    int before = parts.subList(0, parts.indexOf(part)).stream().mapToInt(this::channels).sum();
    return tf.slice(joined, tf.array(0, 0, 0, before), tf.array(-1, -1, -1, channels(part)));
  }
}
