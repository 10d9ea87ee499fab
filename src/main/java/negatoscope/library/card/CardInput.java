package negatoscope.library.card;

import java.util.Locale;
import negatoscope.tensor.TensorOptions;

/**
 * How a film becomes the network's input.
 *
 * @param side columns and rows
 * @param fit {@code letterbox}, {@code crop} or {@code stretch}
 * @param interpolation {@code area}
 */
public record CardInput(int side, String fit, String interpolation) {
  /** Checks what the input must hold. */
  public CardInput {
    if (side < 1 || side > 4096 || fit == null) {
      throw new IllegalArgumentException("the input has no side or fit");
    }
    TensorOptions.Fit.valueOf(fit.toUpperCase(Locale.ROOT));
  }

  /** The card's words for tensor options. */
  public static CardInput of(TensorOptions options) {
    return new CardInput(options.side(), options.fit().name().toLowerCase(Locale.ROOT), "area");
  }

  /** The tensor options that the words stand for. */
  public TensorOptions options() {
    return new TensorOptions(side, TensorOptions.Fit.valueOf(fit.toUpperCase(Locale.ROOT)));
  }
}
