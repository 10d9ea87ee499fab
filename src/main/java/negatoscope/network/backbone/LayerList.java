package negatoscope.network.backbone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes down the layers of a backbone in the order of their creation; needs no TensorFlow. */
final class LayerList implements Layers<Layer> {
  private static final String INPUT = "input_layer";

  private final List<Layer> layers = new ArrayList<>();
  private String block = INPUT;

  LayerList() {}

  /** The picture, three channels. */
  Layer input(int side) {
    return add(new Layer(INPUT, "InputLayer", block, List.of(), side, 3, Map.of()));
  }

  /** In the order of creation. */
  List<Layer> layers() {
    return List.copyOf(layers);
  }

  @Override
  public void block(String name) {
    block = name;
  }

  private Layer add(Layer layer) {
    layers.add(layer);
    return layer;
  }

  private Layer add(String name, String type, Layer x, int size, int channels) {
    return add(name, type, x, size, channels, Map.of());
  }

  private Layer add(
      String name, String type, Layer x, int size, int channels, Map<String, int[]> weights) {
    return add(new Layer(name, type, block, List.of(x.name()), size, channels, weights));
  }

  @Override
  public Layer conv(
      String name, Layer x, int filters, int rows, int columns, int stride, Padding padding) {
    // Kernels that are not square are only used where neither rows nor columns are lost.
    int size = output(x.size(), Math.max(rows, columns), stride, padding);
    int[] shape = {rows, columns, x.channels(), filters};
    return add(name, "Conv2D", x, size, filters, Map.of(name + "/kernel", shape));
  }

  @Override
  public Layer convWithBias(
      String name, Layer x, int filters, int size, Padding padding, Activation activation) {
    Map<String, int[]> weights = new LinkedHashMap<>();
    weights.put(name + "/kernel", new int[] {size, size, x.channels(), filters});
    weights.put(name + "/bias", new int[] {filters});
    return add(name, "Conv2D", x, output(x.size(), size, 1, padding), filters, weights);
  }

  @Override
  public Layer depthwiseConv(String name, Layer x, int size, int stride, Padding padding) {
    return add(
        name,
        "DepthwiseConv2D",
        x,
        output(x.size(), size, stride, padding),
        x.channels(),
        Map.of(name + "/depthwise_kernel", new int[] {size, size, x.channels(), 1}));
  }

  @Override
  public Layer batchNorm(String name, Layer x, float epsilon) {
    return batchNorm(name, x, List.of("gamma", "beta", "moving_mean", "moving_variance"));
  }

  @Override
  public Layer batchNormWithoutScale(String name, Layer x, float epsilon) {
    return batchNorm(name, x, List.of("beta", "moving_mean", "moving_variance"));
  }

  private Layer batchNorm(String name, Layer x, List<String> variables) {
    Map<String, int[]> weights = new LinkedHashMap<>();
    for (String variable : variables) {
      weights.put(name + "/" + variable, new int[] {x.channels()});
    }
    return add(name, "BatchNormalization", x, x.size(), x.channels(), weights);
  }

  @Override
  public Layer relu(String name, Layer x) {
    return add(name, "Activation", x, x.size(), x.channels());
  }

  @Override
  public Layer relu6(String name, Layer x) {
    return add(name, "ReLU", x, x.size(), x.channels());
  }

  @Override
  public Layer zeroPad(String name, Layer x, int top, int bottom, int left, int right) {
    return add(name, "ZeroPadding2D", x, x.size() + top + bottom, x.channels());
  }

  @Override
  public Layer maxPool(String name, Layer x, int size, int stride, Padding padding) {
    int out = output(x.size(), size, stride, padding);
    return add(name, "MaxPooling2D", x, out, x.channels());
  }

  @Override
  public Layer averagePool(String name, Layer x, int size, int stride, Padding padding) {
    int out = output(x.size(), size, stride, padding);
    return add(name, "AveragePooling2D", x, out, x.channels());
  }

  @Override
  public Layer add(String name, Layer a, Layer b) {
    List<String> inbound = List.of(a.name(), b.name());
    return add(new Layer(name, "Add", block, inbound, a.size(), a.channels(), Map.of()));
  }

  @Override
  public Layer addScaled(String name, Layer x, Layer residual, float scale) {
    List<String> inbound = List.of(x.name(), residual.name());
    return add(
        new Layer(name, "CustomScaleLayer", block, inbound, x.size(), x.channels(), Map.of()));
  }

  @Override
  public Layer concat(String name, List<Layer> parts) {
    List<String> inbound = parts.stream().map(Layer::name).toList();
    int channels = parts.stream().mapToInt(Layer::channels).sum();
    int size = parts.get(0).size();
    return add(new Layer(name, "Concatenate", block, inbound, size, channels, Map.of()));
  }

  @Override
  public int channels(Layer x) {
    return x.channels();
  }

  @Override
  public int size(Layer x) {
    return x.size();
  }

  private static int output(int size, int kernel, int stride, Padding padding) {
    return padding == Padding.SAME ? (size + stride - 1) / stride : (size - kernel) / stride + 1;
  }
}
