package negatoscope.network.graph;

import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** A head as it stands in a graph. */
public interface Head {
  /** What the last dense layer reads: [N, embedding size]. */
  Operand<TFloat32> embedding();

  /** [N, classes], batch norm in inference mode, nothing dropped. */
  Operand<TFloat32> logits();

  /**
   * Builds what an update sees.
   *
   * @param dropoutMask [N, embedding size] by which the last dense layer's input is multiplied
   */
  Training training(Operand<TFloat32> dropoutMask);

  /**
   * The head during an update.
   *
   * @param logits [N, classes]
   * @param statistics what the moving statistics become with the update, by weight name
   */
  record Training(Operand<TFloat32> logits, Map<String, Operand<TFloat32>> statistics) {}

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
