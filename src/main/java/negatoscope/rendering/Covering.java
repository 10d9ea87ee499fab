package negatoscope.rendering;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import negatoscope.film.Film;
import negatoscope.film.Shutter;

/** Covers what the film's shutter hides, row by row. */
final class Covering {
  private final Optional<Shutter> shutter;
  private final int width;

  private Covering(Optional<Shutter> shutter, int width) {
    this.shutter = shutter;
    this.width = width;
  }

  static Covering of(Film film) {
    return new Covering(film.presentation().shutter(), film.width());
  }

  /** Whether nothing is hidden. */
  boolean isNone() {
    return shutter.isEmpty();
  }

  /**
   * Covers a row of a picture.
   *
   * @param row from 0
   * @param pixels holds the row
   * @param at index of the row's first pixel
   * @param channels bytes a pixel
   */
  void apply(int row, byte[] pixels, int at, int channels) {
    if (shutter.isEmpty()) {
      return;
    }
    BitSet seen = shutter.get().seen(row, width);
    byte grey = (byte) shutter.get().grey();
    int from = seen.nextClearBit(0);
    while (from < width) {
      int next = seen.nextSetBit(from);
      int to = next < 0 ? width : next;
      Arrays.fill(pixels, at + from * channels, at + to * channels, grey);
      from = seen.nextClearBit(to);
    }
  }
}
