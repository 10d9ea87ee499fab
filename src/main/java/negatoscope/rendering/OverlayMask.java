package negatoscope.rendering;

import java.util.Arrays;
import java.util.BitSet;
import negatoscope.film.Film;
import negatoscope.film.Overlay;

/**
 * All overlay planes of a film together, cut to its size, ready to be drawn over it (PS3.3 C.9.2).
 */
public final class OverlayMask {
  private static final byte WHITE = (byte) 0xFF;

  private final int width;
  private final int height;
  private final BitSet[] rows;

  private OverlayMask(int width, int height, BitSet[] rows) {
    this.width = width;
    this.height = height;
    this.rows = rows;
  }

  /** The overlays of a film; empty where it has none. */
  public static OverlayMask of(Film film) {
    BitSet[] rows = new BitSet[film.height()];
    Arrays.setAll(rows, row -> new BitSet());
    for (Overlay overlay : film.presentation().overlays()) {
      int first = Math.max(0, -overlay.top());
      int last = (int) Math.min(overlay.height(), (long) film.height() - overlay.top());
      for (int y = first; y < last; y++) {
        int begin = y * overlay.width();
        int end = begin + overlay.width();
        BitSet row = rows[overlay.top() + y];
        for (int bit = overlay.bits().nextSetBit(begin);
            bit >= 0 && bit < end;
            bit = overlay.bits().nextSetBit(bit + 1)) {
          long column = (long) overlay.left() + bit - begin;
          if (column >= 0 && column < film.width()) {
            row.set((int) column);
          }
        }
      }
    }
    return new OverlayMask(film.width(), film.height(), rows);
  }

  /** Whether nothing is marked. */
  public boolean isEmpty() {
    return Arrays.stream(rows).allMatch(BitSet::isEmpty);
  }

  /** Whether a pixel of the film is marked; column and row count from 0. */
  public boolean marks(int column, int row) {
    return rows[row].get(column);
  }

  /** A copy of a picture of the whole film with what is marked in white. */
  public GreyPicture over(GreyPicture picture) {
    return new GreyPicture(width, height, burnt(picture.pixels(), 1));
  }

  /** A copy of a picture of the whole film with what is marked in white. */
  public ColourPicture over(ColourPicture picture) {
    return new ColourPicture(width, height, burnt(picture.rgb(), 3));
  }

  private byte[] burnt(byte[] pixels, int channels) {
    if (pixels.length != channels * width * height) {
      throw new IllegalArgumentException("the picture is not of %d x %d".formatted(width, height));
    }
    byte[] copy = pixels.clone();
    for (int y = 0; y < height; y++) {
      int at = channels * y * width;
      rows[y].stream()
          .forEach(x -> Arrays.fill(copy, at + channels * x, at + channels * (x + 1), WHITE));
    }
    return copy;
  }

  /**
   * Paints the part of the overlays over a part of the film. A pixel is painted where any film
   * pixel under it is marked, so that fine lines stay whole from afar.
   *
   * @param filmLeft left edge of that part, in film columns
   * @param filmTop its upper edge, in film rows
   * @param filmWidth film columns that it spans
   * @param filmHeight film rows that it spans
   * @param outWidth pixels to paint from left to right
   * @param outHeight pixels to paint from top to bottom
   * @param argb the colour
   * @return row by row, the colour or 0
   */
  public int[] paint(
      double filmLeft,
      double filmTop,
      double filmWidth,
      double filmHeight,
      int outWidth,
      int outHeight,
      int argb) {
    int[] pixels = new int[outWidth * outHeight];
    int[] columns = edges(filmLeft, filmWidth, outWidth, width);
    int[] lines = edges(filmTop, filmHeight, outHeight, height);
    for (int y = 0; y < outHeight; y++) {
      BitSet marked = new BitSet(width);
      for (int row = lines[2 * y]; row < lines[2 * y + 1]; row++) {
        marked.or(rows[row]);
      }
      for (int x = 0; x < outWidth && !marked.isEmpty(); x++) {
        int bit = marked.nextSetBit(columns[2 * x]);
        if (bit >= 0 && bit < columns[2 * x + 1]) {
          pixels[y * outWidth + x] = argb;
        }
      }
    }
    return pixels;
  }

  /** The film pixels under each place: the first one, and the one after the last; clipped. */
  private static int[] edges(double start, double length, int places, int most) {
    int[] edges = new int[2 * places];
    for (int i = 0; i < places; i++) {
      int first = (int) Math.floor(start + length * i / places);
      int end = (int) Math.floor(start + length * (i + 1) / places);
      edges[2 * i] = Math.max(0, Math.min(most, first));
      edges[2 * i + 1] = Math.max(0, Math.min(most, Math.max(first + 1, end)));
    }
    return edges;
  }
}
