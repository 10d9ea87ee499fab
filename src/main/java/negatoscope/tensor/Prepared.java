package negatoscope.tensor;

/** Makes a tensor's greys what {@link Preparation} says. */
final class Prepared {
  private Prepared() {}

  /**
   * Changes the greys in place.
   *
   * @param values side × side greys
   * @param darkest the grey that padding has
   */
  static void prepare(
      float[] values, float darkest, TensorGeometry geometry, TensorOptions options) {
    Preparation preparation = options.preparation();
    if (preparation.equals(Preparation.NONE)) {
      return;
    }
    boolean[] kept = kept(geometry, options);
    if (preparation.text()) {
      new TextMask(values, options.side()).paintOver(geometry);
    }
    float least = change(values, kept, options, darkest);
    for (int i = 0; i < values.length; i++) {
      if (!kept[i]) {
        values[i] = least;
      }
    }
  }

  /** Changes the greys that are kept, and says what padding becomes. */
  private static float change(
      float[] values, boolean[] kept, TensorOptions options, float darkest) {
    Preparation.Greys greys = options.preparation().greys();
    if (greys == Preparation.Greys.LOCAL) {
      LocalContrast.apply(values, kept, options.side());
      return LocalContrast.MEAN;
    }
    return Greys.change(values, kept, greys, darkest);
  }

  /** Which cells show a part of the film that is to be seen. */
  private static boolean[] kept(TensorGeometry geometry, TensorOptions options) {
    Preparation preparation = options.preparation();
    int width = geometry.filmWidth();
    int height = geometry.filmHeight();
    TensorGeometry.Area shown = TensorGeometry.shown(width, height, preparation.crop());
    double border = preparation.border();
    TensorGeometry.Area inner =
        new TensorGeometry.Area(
            width * border, height * border, width * (1 - 2 * border), height * (1 - 2 * border));
    int side = options.side();
    boolean[] kept = new boolean[side * side];
    for (int row = 0; row < side; row++) {
      double y = geometry.filmY(row + 0.5, side);
      for (int column = 0; column < side; column++) {
        double x = geometry.filmX(column + 0.5, side);
        kept[row * side + column] = shown.contains(x, y) && inner.contains(x, y);
      }
    }
    return kept;
  }
}
