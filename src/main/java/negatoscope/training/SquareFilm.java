package negatoscope.training;

/**
 * A film's tensor in 8 bits, kept while a network is trained; what lies outside is the film's
 * darkest value, as the padding is.
 */
final class SquareFilm {
  private final int side;
  private final byte[] values;
  private final float darkest;

  private SquareFilm(int side, byte[] values, float darkest) {
    this.side = side;
    this.values = values;
    this.darkest = darkest;
  }

  /** Rounds grey values 0 to 255. */
  static SquareFilm of(int side, float[] greys) {
    byte[] values = new byte[greys.length];
    int least = 255;
    for (int i = 0; i < values.length; i++) {
      int grey = Math.round(greys[i]);
      least = Math.min(least, grey);
      values[i] = (byte) grey;
    }
    return new SquareFilm(side, values, least);
  }

  int side() {
    return side;
  }

  /** The value between pixel centres, interpolated bilinearly. */
  float at(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float a = (float) (x - left);
    float b = (float) (y - top);
    float upper = (1 - a) * pixel(left, top) + a * pixel(left + 1, top);
    float lower = (1 - a) * pixel(left, top + 1) + a * pixel(left + 1, top + 1);
    return (1 - b) * upper + b * lower;
  }

  private float pixel(int column, int row) {
    boolean inside = column >= 0 && row >= 0 && column < side && row < side;
    return inside ? values[row * side + column] & 0xFF : darkest;
  }
}
