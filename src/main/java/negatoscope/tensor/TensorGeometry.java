package negatoscope.tensor;

/**
 * Which part of the film, in film pixels, the whole tensor covers; what lies outside the film is
 * padding.
 *
 * <p>Film coordinates are continuous: pixel (column, row) covers [column, column + 1) × [row, row +
 * 1). A grid of h × w cells laid over the tensor (a heat map) maps back through the same rectangle.
 *
 * @param filmWidth columns of the film
 * @param filmHeight rows of the film
 * @param left film column of the tensor's left edge; negative where the film was padded
 * @param top film row of the tensor's upper edge; negative where the film was padded
 * @param width film columns that the tensor spans
 * @param height film rows that the tensor spans
 */
public record TensorGeometry(
    int filmWidth, int filmHeight, double left, double top, double width, double height) {
  /** The geometry of a film of the given size under the given options. */
  public static TensorGeometry of(int filmWidth, int filmHeight, TensorOptions options) {
    return switch (options.fit()) {
      case LETTERBOX -> square(filmWidth, filmHeight, Math.max(filmWidth, filmHeight));
      case CROP -> square(filmWidth, filmHeight, Math.min(filmWidth, filmHeight));
      case STRETCH -> new TensorGeometry(filmWidth, filmHeight, 0, 0, filmWidth, filmHeight);
    };
  }

  private static TensorGeometry square(int filmWidth, int filmHeight, int side) {
    return new TensorGeometry(
        filmWidth, filmHeight, (filmWidth - side) / 2.0, (filmHeight - side) / 2.0, side, side);
  }
}
