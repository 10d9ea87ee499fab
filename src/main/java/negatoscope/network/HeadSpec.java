package negatoscope.network;

/**
 * The recurrent head that reads the feature map as a sequence.
 *
 * @param units units of each LSTM layer and direction
 * @param layers how many LSTM layers, 1 to 3
 * @param dropout share of the last dense layer's input dropped in training, 0 to below 1
 * @param bidirectional whether each layer also reads the sequence backwards
 * @param pooling what of the last layer's states goes on
 */
public record HeadSpec(
    int units, int layers, double dropout, boolean bidirectional, Pooling pooling) {
  /** What of the last LSTM layer's states the dense layer reads. */
  public enum Pooling {
    LAST,
    MEAN
  }

  /** Checks the ranges. */
  public HeadSpec {
    if (units < 1 || layers < 1 || layers > 3 || dropout < 0 || dropout >= 1) {
      throw new IllegalArgumentException("head out of range");
    }
  }

  /** One LSTM layer, its last state, dropout 0.5. */
  public static HeadSpec compact(int units) {
    return new HeadSpec(units, 1, 0.5, false, Pooling.LAST);
  }

  /** How many values the last dense layer reads. */
  public int embeddingSize() {
    return bidirectional ? 2 * units : units;
  }
}
