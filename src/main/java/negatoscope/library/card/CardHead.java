package negatoscope.library.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import negatoscope.network.HeadSpec;
import org.jspecify.annotations.Nullable;

/**
 * The recurrent head, as the card tells it.
 *
 * @param type {@code compact} or {@code published}
 * @param units of each LSTM layer and direction
 * @param layers how many LSTM layers
 * @param dropout before the last dense layer, in training
 * @param bidirectional whether the sequence is also read backwards
 * @param pooling {@code last} or {@code mean}; null for {@code published}, which reads all states
 * @param dense units of the two dense layers of {@code published}; null for {@code compact}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CardHead(
    String type,
    int units,
    int layers,
    double dropout,
    boolean bidirectional,
    @Nullable String pooling,
    @Nullable Integer dense) {
  private static final String PUBLISHED = "published";

  /** Checks what the head must hold. */
  public CardHead {
    if (units < 1 || layers < 1) {
      throw new IllegalArgumentException("the head has no units or layers");
    }
    if (PUBLISHED.equals(type) ? dense == null : pooling == null) {
      throw new IllegalArgumentException("the head has no pooling or dense layers");
    }
    if (pooling != null) {
      HeadSpec.Pooling.valueOf(pooling.toUpperCase(Locale.ROOT));
    }
  }

  /** The card's words for a head. */
  public static CardHead of(HeadSpec head) {
    if (head instanceof HeadSpec.Compact compact) {
      return new CardHead(
          "compact",
          compact.units(),
          compact.layers(),
          compact.dropout(),
          compact.bidirectional(),
          compact.pooling().name().toLowerCase(Locale.ROOT),
          null);
    }
    if (head instanceof HeadSpec.Published published) {
      return new CardHead(
          PUBLISHED, published.units(), 1, published.dropout(), false, null, published.dense());
    }
    throw new IllegalStateException("a head of another kind");
  }

  /** The head that the words stand for. */
  public HeadSpec spec() {
    if (dense != null) {
      return new HeadSpec.Published(units, dense, dropout);
    }
    if (pooling == null) {
      throw new IllegalStateException("checked when it was made");
    }
    return new HeadSpec.Compact(
        units,
        layers,
        dropout,
        bidirectional,
        HeadSpec.Pooling.valueOf(pooling.toUpperCase(Locale.ROOT)));
  }
}
