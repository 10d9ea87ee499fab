package negatoscope.classification;

import negatoscope.network.CamMethod;
import negatoscope.tensor.TensorGeometry;

/**
 * Where the network looked for one class: h × w cells over the tensor, rectified, not normalised.
 *
 * @param className of which class
 * @param method how it was made
 * @param rows cells from top to bottom
 * @param columns cells from left to right
 * @param values row by row, each ≥ 0; owned by this record, not to be changed
 * @param geometry where the cells lie on the film
 */
public record HeatMap(
    String className,
    CamMethod method,
    int rows,
    int columns,
    float[] values,
    TensorGeometry geometry) {
  /** The greatest value; 0 for an empty map. */
  public float greatest() {
    float greatest = 0;
    for (float value : values) {
      greatest = Math.max(greatest, value);
    }
    return greatest;
  }

  /** Whether it shows nothing: there is no place that speaks for the class. */
  public boolean empty() {
    return !(greatest() > 0);
  }
}
