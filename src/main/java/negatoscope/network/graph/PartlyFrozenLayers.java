package negatoscope.network.graph;

import java.util.List;
import java.util.Set;
import negatoscope.network.Scaling;
import negatoscope.network.backbone.Layers;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A backbone of which the layers named are frozen: built as for serving, normalisation folded into
 * constants. All others learn.
 */
final class PartlyFrozenLayers implements Layers<Operand<TFloat32>> {
  private final Set<String> frozenNames;
  private final GraphLayers frozen;
  private final GraphLayers trained;

  /**
   * Both kinds in one backbone.
   *
   * @param frozenNames layers that come before all that learn; may be empty
   */
  PartlyFrozenLayers(Set<String> frozenNames, GraphLayers frozen, GraphLayers trained) {
    this.frozenNames = frozenNames;
    this.frozen = frozen;
    this.trained = trained;
  }

  private GraphLayers of(String name) {
    return frozenNames.contains(name) ? frozen : trained;
  }

  /**
   * The network's input, scaled, as the first convolution reads it.
   *
   * @param film [N, side, side, 1], 0 to 255
   * @param firstConvolution its name
   */
  Operand<TFloat32> scaled(Operand<TFloat32> film, Scaling scaling, String firstConvolution) {
    return of(firstConvolution).scaled(film, scaling);
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
    return of(name).conv(name, x, filters, rows, columns, stride, padding);
  }

  @Override
  public Operand<TFloat32> convWithBias(
      String name,
      Operand<TFloat32> x,
      int filters,
      int size,
      Padding padding,
      Activation activation) {
    return of(name).convWithBias(name, x, filters, size, padding, activation);
  }

  @Override
  public Operand<TFloat32> depthwiseConv(
      String name, Operand<TFloat32> x, int size, int stride, Padding padding) {
    return of(name).depthwiseConv(name, x, size, stride, padding);
  }

  @Override
  public Operand<TFloat32> batchNorm(String name, Operand<TFloat32> x, float epsilon) {
    return of(name).batchNorm(name, x, epsilon);
  }

  @Override
  public Operand<TFloat32> batchNormWithoutScale(String name, Operand<TFloat32> x, float epsilon) {
    return of(name).batchNormWithoutScale(name, x, epsilon);
  }

  @Override
  public Operand<TFloat32> relu(String name, Operand<TFloat32> x) {
    return of(name).relu(name, x);
  }

  @Override
  public Operand<TFloat32> relu6(String name, Operand<TFloat32> x) {
    return of(name).relu6(name, x);
  }

  @Override
  public Operand<TFloat32> zeroPad(
      String name, Operand<TFloat32> x, int top, int bottom, int left, int right) {
    return of(name).zeroPad(name, x, top, bottom, left, right);
  }

  @Override
  public Operand<TFloat32> maxPool(
      String name, Operand<TFloat32> x, int size, int stride, Padding padding) {
    return of(name).maxPool(name, x, size, stride, padding);
  }

  @Override
  public Operand<TFloat32> averagePool(
      String name, Operand<TFloat32> x, int size, int stride, Padding padding) {
    return of(name).averagePool(name, x, size, stride, padding);
  }

  @Override
  public Operand<TFloat32> add(String name, Operand<TFloat32> a, Operand<TFloat32> b) {
    return of(name).add(name, a, b);
  }

  @Override
  public Operand<TFloat32> addScaled(
      String name, Operand<TFloat32> x, Operand<TFloat32> residual, float scale) {
    return of(name).addScaled(name, x, residual, scale);
  }

  @Override
  public Operand<TFloat32> concat(String name, List<Operand<TFloat32>> parts) {
    return of(name).concat(name, parts);
  }

  @Override
  public int channels(Operand<TFloat32> x) {
    return trained.channels(x);
  }

  @Override
  public int size(Operand<TFloat32> x) {
    return trained.size(x);
  }
}
