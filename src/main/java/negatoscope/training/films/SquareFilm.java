package negatoscope.training.films;

/**
 * A film's tensor in 8 bits, kept while a network is trained. Outside, its edge goes on: padding
 * stays padding, and a film that fills the square gets no black wedge that no real film has.
 */
public final class SquareFilm {
  private final int side;
  private final byte[] values;

  private SquareFilm(int side, byte[] values) {
    this.side = side;
    this.values = values;
  }

  /** Rounds grey values 0 to 255. */
  public static SquareFilm of(int side, float[] greys) {
    byte[] values = new byte[greys.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) Math.round(greys[i]);
    }
    return new SquareFilm(side, values);
  }

  /** Takes grey values; they must not be changed afterwards. */
  static SquareFilm of(int side, byte[] greys) {
    return new SquareFilm(side, greys);
  }

  /** The grey values, not to be changed. */
  byte[] values() {
    return values;
  }

  /** Columns and rows. */
  public int side() {
    return side;
  }

  /** The value between pixel centres, interpolated bilinearly. */
  public float at(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float a = (float) (x - left);
    float b = (float) (y - top);
    float upper = (1 - a) * pixel(left, top) + a * pixel(left + 1, top);
    float lower = (1 - a) * pixel(left, top + 1) + a * pixel(left + 1, top + 1);
    return (1 - b) * upper + b * lower;
  }

  private float pixel(int column, int row) {
    int inColumn = Math.min(Math.max(column, 0), side - 1);
    int inRow = Math.min(Math.max(row, 0), side - 1);
    return values[inRow * side + inColumn] & 0xFF;
  }
}
