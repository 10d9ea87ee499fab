package negatoscope.network.graph;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** A head as it stands in a graph. */
public interface Head {
  /** What the last dense layer reads, before dropout: [N, embedding size]. */
  Operand<TFloat32> embedding();

  /** [N, classes]. */
  Operand<TFloat32> logits();

  /** Builds the heat maps of every class. */
  Cams cams();

  /**
   * Grad-CAM and HiResCAM of every class, before rectifying.
   *
   * @param gradcam [N, classes, steps]
   * @param hirescam [N, classes, steps]
   */
  record Cams(Operand<TFloat32> gradcam, Operand<TFloat32> hirescam) {}
}
