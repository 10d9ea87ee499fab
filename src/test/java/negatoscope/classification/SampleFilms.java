package negatoscope.classification;

import java.nio.file.Path;
import java.util.Arrays;
import negatoscope.film.Film;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.film.ViewPosition;

/** Small films made of numbers. */
final class SampleFilms {
  private SampleFilms() {}

  /** A film of one grey value. */
  static Film grey(int value) {
    byte[] pixels = new byte[40 * 30];
    Arrays.fill(pixels, (byte) value);
    return picture(40, 30, pixels);
  }

  static Film picture(int width, int height, byte[] pixels) {
    return Film.ofPicture(
        Samples.of8(width, height, 8, false, pixels),
        Provenance.ofPicture(Path.of("film.png"), "PNG", "8 bits grey"));
  }

  /** The same film, said to be taken from the side. */
  static Film lateral(Film film) {
    return film.withView(ViewPosition.LATERAL);
  }
}
