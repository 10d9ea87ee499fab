package negatoscope.tensor;

/** The eight ways in which a picture can lie on the light box: turned, mirrored, or both. */
public enum Turn {
  UPRIGHT(false, false, false, "upright"),
  MIRRORED(false, true, false, "mirrored"),
  UPSIDE_DOWN(false, false, true, "mirrored top to bottom"),
  HALF(false, true, true, "turned by 180°"),
  TRANSPOSED(true, false, false, "mirrored and turned by 270°"),
  RIGHT(true, true, false, "turned by 90°"),
  LEFT(true, false, true, "turned by 270°"),
  TRANSVERSE(true, true, true, "mirrored and turned by 90°");

  private final boolean transpose;
  private final boolean columnsReversed;
  private final boolean rowsReversed;
  private final String text;

  Turn(boolean transpose, boolean columnsReversed, boolean rowsReversed, String text) {
    this.transpose = transpose;
    this.columnsReversed = columnsReversed;
    this.rowsReversed = rowsReversed;
    this.text = text;
  }

  /** In words, angles clockwise. */
  public String text() {
    return text;
  }

  /** The turn that undoes this one. */
  public Turn inverse() {
    return this == RIGHT ? LEFT : this == LEFT ? RIGHT : this;
  }

  /** A square picture turned: rows and columns exchanged first, then either order reversed. */
  float[] apply(float[] picture, int side) {
    float[] turned = new float[picture.length];
    for (int y = 0; y < side; y++) {
      int row = rowsReversed ? side - 1 - y : y;
      for (int x = 0; x < side; x++) {
        int column = columnsReversed ? side - 1 - x : x;
        turned[y * side + x] = picture[transpose ? column * side + row : row * side + column];
      }
    }
    return turned;
  }

  /**
   * The cosine coefficients of the turned picture from those of the picture: reversing an order
   * changes the sign of the odd ones.
   *
   * @param coefficients side × side, vertical frequency by horizontal one
   */
  double[] applyToCosines(double[] coefficients, int side) {
    double[] turned = new double[coefficients.length];
    for (int v = 0; v < side; v++) {
      for (int u = 0; u < side; u++) {
        boolean negative = (columnsReversed && u % 2 == 1) != (rowsReversed && v % 2 == 1);
        double value = coefficients[transpose ? u * side + v : v * side + u];
        turned[v * side + u] = negative ? -value : value;
      }
    }
    return turned;
  }
}
