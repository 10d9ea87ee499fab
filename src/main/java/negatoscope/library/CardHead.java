package negatoscope.library;

import java.util.Locale;
import negatoscope.network.HeadSpec;

/**
 * The recurrent head, as the card tells it.
 *
 * @param type {@code compact}
 * @param units of each LSTM layer and direction
 * @param layers how many LSTM layers
 * @param dropout before the last dense layer, in training
 * @param bidirectional whether the sequence is also read backwards
 * @param pooling {@code last} or {@code mean}
 */
public record CardHead(
    String type, int units, int layers, double dropout, boolean bidirectional, String pooling) {
  /** Checks what the head must hold. */
  public CardHead {
    if (units < 1 || layers < 1 || pooling == null) {
      throw new IllegalArgumentException("the head has no units, layers or pooling");
    }
    HeadSpec.Pooling.valueOf(pooling.toUpperCase(Locale.ROOT));
  }

  /** The card's words for a head. */
  public static CardHead of(HeadSpec head) {
    return new CardHead(
        "compact",
        head.units(),
        head.layers(),
        head.dropout(),
        head.bidirectional(),
        head.pooling().name().toLowerCase(Locale.ROOT));
  }

  /** The head that the words stand for. */
  public HeadSpec spec() {
    return new HeadSpec(
        units,
        layers,
        dropout,
        bidirectional,
        HeadSpec.Pooling.valueOf(pooling.toUpperCase(Locale.ROOT)));
  }
}
