package negatoscope.tensor;

/**
 * What a film's outermost strip looks like: margins, frames and burnt-in marks tell where a film
 * comes from.
 *
 * @param mean grey value, 0 to 255
 * @param spread standard deviation of the grey values
 */
public record FilmBorder(double mean, double spread) {
  /** Points along each edge. */
  private static final int POINTS = 64;

  /** How deep the strip is, as shares of width and height. */
  private static final double[] DEPTHS = {0.005, 0.015, 0.025};

  /** The border of the film in a tensor; the tensor's padding is no part of it. */
  public static FilmBorder of(FilmTensor tensor) {
    Thumbnail.Picture film = Thumbnail.film(tensor);
    double sum = 0;
    double square = 0;
    int count = 0;
    for (double depth : DEPTHS) {
      for (int i = 0; i < POINTS; i++) {
        double along = (i + 0.5) / POINTS;
        double[] greys = {
          film.at(along, depth),
          film.at(along, 1 - depth),
          film.at(depth, along),
          film.at(1 - depth, along)
        };
        for (double grey : greys) {
          sum += grey;
          square += grey * grey;
          count++;
        }
      }
    }
    double mean = sum / count;
    return new FilmBorder(mean, Math.sqrt(Math.max(0, square / count - mean * mean)));
  }
}
