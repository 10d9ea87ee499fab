package negatoscope.tensor;

/**
 * Finds bright burnt-in letters, markers and dates, which tell where a film was taken, and paints
 * them over with what lies around them.
 *
 * <p>Letters are thin and stand out: what a morphological opening by a square takes away (the white
 * top-hat) is large there. Ribs and vessels are thin too, but mostly stand out less; and the middle
 * of the film, where the lungs are, is left alone: of ribs at the film's edge some are painted over
 * as well. Dark letters on a bright plate stay.
 */
final class TextMask {
  /** Half the side of the opening's square, as a share of the tensor's side. */
  private static final double REACH = 1.0 / 40;

  /** Greys by which a letter stands out at least. */
  private static final float CONTRAST = 55;

  /** Cells around a letter that are painted over too: its blurred edge. */
  private static final int RIM = 2;

  /** The middle of the film, which is left alone. */
  private static final Preparation.Crop MIDDLE = new Preparation.Crop(0.16, 0.12, 0.84, 0.88);

  private final float[] values;
  private final int side;

  /**
   * A mask of a tensor's letters.
   *
   * @param values side × side greys, to be changed
   */
  TextMask(float[] values, int side) {
    this.values = values;
    this.side = side;
  }

  /** Paints letters over. */
  void paintOver(TensorGeometry geometry) {
    int reach = Math.max(2, (int) Math.round(side * REACH));
    float[] opened = greatest(least(values, reach), reach);
    float[] ofLetters = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      ofLetters[i] = values[i] - opened[i] > CONTRAST && outside(geometry, i) ? 1 : 0;
    }
    float[] painted = greatest(ofLetters, RIM);
    for (int i = 0; i < values.length; i++) {
      if (painted[i] > 0 && outside(geometry, i)) {
        values[i] = opened[i];
      }
    }
  }

  private boolean outside(TensorGeometry geometry, int cell) {
    double x = geometry.filmX(cell % side + 0.5, side) / geometry.filmWidth();
    double y = geometry.filmY(Math.floorDiv(cell, side) + 0.5, side) / geometry.filmHeight();
    return x < MIDDLE.left() || x > MIDDLE.right() || y < MIDDLE.top() || y > MIDDLE.bottom();
  }

  private float[] greatest(float[] from, int reach) {
    return run(run(from, reach, 1, side, true), reach, side, 1, true);
  }

  private float[] least(float[] from, int reach) {
    return run(run(from, reach, 1, side, false), reach, side, 1, false);
  }

  /** The greatest or least of the cells within reach along one axis. */
  private float[] run(float[] from, int reach, int step, int lineStep, boolean greatest) {
    float[] to = new float[from.length];
    for (int line = 0; line < side; line++) {
      for (int i = 0; i < side; i++) {
        int first = Math.max(0, i - reach);
        int last = Math.min(side - 1, i + reach);
        float found = from[line * lineStep + first * step];
        for (int j = first + 1; j <= last; j++) {
          float value = from[line * lineStep + j * step];
          found = greatest ? Math.max(found, value) : Math.min(found, value);
        }
        to[line * lineStep + i * step] = found;
      }
    }
    return to;
  }
}
