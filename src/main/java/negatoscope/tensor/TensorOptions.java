package negatoscope.tensor;

/**
 * How a film becomes a tensor; kept in the model's card, so that classifying does what training
 * did.
 *
 * @param side columns and rows of the tensor
 * @param fit how a film that is not square is made so
 * @param preparation what is kept of the film, and how its greys are changed
 */
public record TensorOptions(int side, Fit fit, Preparation preparation) {
  /** How a film that is not square is made so. */
  public enum Fit {
    /** The film is kept whole and padded with its darkest value to a square, centred. */
    LETTERBOX,
    /** The largest centred square is kept. */
    CROP,
    /** Width and height are scaled apart. */
    STRETCH
  }

  /** 224 × 224, letterboxed. */
  public static final TensorOptions DEFAULT = new TensorOptions(224, Fit.LETTERBOX);

  /** Options without any preparation. */
  public TensorOptions(int side, Fit fit) {
    this(side, fit, Preparation.NONE);
  }

  /** The same with another side. */
  public TensorOptions withSide(int other) {
    return new TensorOptions(other, fit, preparation);
  }

  /** The same without preparation: what checks of the whole film look at. */
  public TensorOptions unprepared() {
    return new TensorOptions(side, fit);
  }
}
