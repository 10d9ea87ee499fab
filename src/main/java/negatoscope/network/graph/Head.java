package negatoscope.network.graph;

import java.util.Map;
import org.tensorflow.Graph;
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

  /**
   * Builds the gradients of a loss. Through the LSTM they go back by hand: TensorFlow's own make a
   * product of the recurrent kernel's size for every step, and sum those.
   *
   * @param loss a scalar made of what {@link #training} gives
   */
  Back gradients(Graph graph, Operand<TFloat32> loss);

  /**
   * Gradients of a loss.
   *
   * @param ofWeights by the names of all weights but moving statistics
   * @param ofMap of the map's shape
   */
  record Back(Map<String, Operand<TFloat32>> ofWeights, Operand<TFloat32> ofMap) {}

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
