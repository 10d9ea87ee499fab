package negatoscope.network.graph;

import negatoscope.network.HeadSpec;
import negatoscope.network.NetworkSpec;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The head that a network's specification asks for. */
public final class Heads {
  private Heads() {}

  /**
   * Builds the head on a feature map.
   *
   * @param map [N, h, w, channels]
   */
  public static Head on(Operand<TFloat32> map, NetworkSpec spec, Ops tf, WeightSource weights) {
    var shape = map.asOutput().shape();
    int steps = (int) (shape.get(1) * shape.get(2));
    int channels = (int) shape.get(3);
    if (spec.head() instanceof HeadSpec.Published published) {
      return new PublishedHead(tf, weights, published, spec.classes(), map, steps, channels);
    }
    HeadSpec.Compact compact = (HeadSpec.Compact) spec.head();
    return new CompactHead(tf, weights, compact, spec.classes(), map, steps, channels);
  }
}
