package negatoscope.library.card;

/**
 * The temperature by which the graph divides its logits before the softmax. It is a constant in the
 * graph; nobody applies it a second time.
 *
 * @param temperature above 0
 */
public record CardCalibration(double temperature) {
  /** Checks the range. */
  public CardCalibration {
    if (!(temperature > 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException("the temperature is not above 0");
    }
  }
}
