package negatoscope.library.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import negatoscope.tensor.Preparation;
import negatoscope.tensor.TensorOptions;
import org.jspecify.annotations.Nullable;

/**
 * How a film becomes the network's input.
 *
 * @param side columns and rows
 * @param fit {@code letterbox}, {@code crop} or {@code stretch}
 * @param interpolation {@code area}
 * @param crop the part of the film that is shown, as left, top, right, bottom in shares of its
 *     width and height; null for all of it
 * @param border share of the film at each edge that is blacked out; null for none
 * @param textMasked whether burnt-in text is painted over; null for no
 * @param greys {@code equalised}, {@code matched} or {@code local}; null for greys as they are
 *     shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CardInput(
    int side,
    String fit,
    String interpolation,
    @Nullable List<Double> crop,
    @Nullable Double border,
    @Nullable Boolean textMasked,
    @Nullable String greys) {
  /** Copies the list and checks what the input must hold. */
  public CardInput {
    crop = crop == null ? null : List.copyOf(crop);
    if (side < 1 || side > 4096 || fit == null) {
      throw new IllegalArgumentException("the input has no side or fit");
    }
    TensorOptions.Fit.valueOf(fit.toUpperCase(Locale.ROOT));
    preparation(crop, border, textMasked, greys);
  }

  /** The card's words for tensor options. */
  public static CardInput of(TensorOptions options) {
    Preparation prepared = options.preparation();
    Preparation.Crop crop = prepared.crop();
    return new CardInput(
        options.side(),
        options.fit().name().toLowerCase(Locale.ROOT),
        "area",
        crop.equals(Preparation.Crop.WHOLE)
            ? null
            : List.of(crop.left(), crop.top(), crop.right(), crop.bottom()),
        prepared.border() == 0 ? null : prepared.border(),
        prepared.text() ? true : null,
        prepared.greys() == Preparation.Greys.AS_SHOWN
            ? null
            : prepared.greys().name().toLowerCase(Locale.ROOT));
  }

  /** The tensor options that the words stand for. */
  public TensorOptions options() {
    return new TensorOptions(
        side,
        TensorOptions.Fit.valueOf(fit.toUpperCase(Locale.ROOT)),
        preparation(crop, border, textMasked, greys));
  }

  private static Preparation preparation(
      @Nullable List<Double> crop,
      @Nullable Double border,
      @Nullable Boolean textMasked,
      @Nullable String greys) {
    if (crop != null && crop.size() != 4) {
      throw new IllegalArgumentException("the input's crop has not four edges");
    }
    return new Preparation(
        crop == null
            ? Preparation.Crop.WHOLE
            : new Preparation.Crop(crop.get(0), crop.get(1), crop.get(2), crop.get(3)),
        border == null ? 0 : border,
        textMasked != null && textMasked,
        greys == null
            ? Preparation.Greys.AS_SHOWN
            : Preparation.Greys.valueOf(greys.toUpperCase(Locale.ROOT)));
  }
}
