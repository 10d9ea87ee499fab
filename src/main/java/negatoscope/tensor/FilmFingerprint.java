package negatoscope.tensor;

import java.util.Arrays;
import java.util.Base64;
import negatoscope.film.Film;
import negatoscope.rendering.AreaAverage;
import negatoscope.rendering.Rendering;

/**
 * A film by which its copies are known: {@link #SIDE} × {@link #SIDE} cells of its display values,
 * width and height scaled apart, each cell by its rank among all cells. Scaling, recompression and
 * any change of brightness or contrast leave it much as it was; {@link FingerprintIndex} finds
 * copies that were turned, mirrored or cropped too.
 *
 * @param ranks row by row, as 0 to 255 without sign; owned by this record, not to be changed
 */
public record FilmFingerprint(byte[] ranks) {
  /** Cells in a row and in a column. */
  public static final int SIDE = 64;

  /** Checks the number of cells. */
  public FilmFingerprint {
    if (ranks.length != SIDE * SIDE) {
      throw new IllegalArgumentException(ranks.length + " cells");
    }
  }

  /** The fingerprint of a film. */
  public static FilmFingerprint of(Film film) {
    return of(
        AreaAverage.of(Rendering.forReading(film), 0, 0, film.width(), film.height(), SIDE, SIDE)
            .values());
  }

  /** Of grey values, row by row; equal ones share the mean of their ranks. */
  static FilmFingerprint of(float[] greys) {
    long[] order = new long[greys.length];
    for (int i = 0; i < order.length; i++) {
      // Sorted as whole numbers: values above 0 keep their order, and cells need no boxes.
      order[i] = ((long) Float.floatToIntBits(Math.max(0, greys[i])) << 32) | i;
    }
    Arrays.sort(order);
    byte[] ranks = new byte[greys.length];
    int first = 0;
    while (first < order.length) {
      int end = first + 1;
      while (end < order.length && order[end] >> 32 == order[first] >> 32) {
        end++;
      }
      double rank = (first + end - 1) / 2.0 / (order.length - 1);
      for (int i = first; i < end; i++) {
        ranks[(int) order[i]] = (byte) Math.round(255 * rank);
      }
      first = end;
    }
    return new FilmFingerprint(ranks);
  }

  /** A fingerprint as {@link #text} wrote it. */
  public static FilmFingerprint ofText(String text) {
    return new FilmFingerprint(Base64.getDecoder().decode(text));
  }

  /** In letters and digits. */
  public String text() {
    return Base64.getEncoder().encodeToString(ranks);
  }

  /** The ranks from −0.5 to 0.5. */
  float[] values() {
    float[] values = new float[ranks.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (ranks[i] & 0xFF) / 255f - 0.5f;
    }
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FilmFingerprint print && Arrays.equals(ranks, print.ranks);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ranks);
  }
}
