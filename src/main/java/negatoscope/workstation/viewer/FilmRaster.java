package negatoscope.workstation.viewer;

import java.util.Arrays;
import java.util.List;
import negatoscope.film.Samples;
import negatoscope.rendering.Rendering;
import org.jspecify.annotations.Nullable;

/**
 * Samples the visible part of a film into screen pixels.
 *
 * <p>Stored values are brought to the screen's grid first and looked up second. The sampled values
 * are kept, so that a change of the window alone costs one look-up a pixel. A film with padding is
 * looked up first, because its values near the padding mean nothing between.
 */
public final class FilmRaster {
  private final List<Plane> planes = List.of(new Plane(), new Plane(), new Plane());

  /**
   * A rectangle of screen pixels, from the pane's upper left corner.
   *
   * @param width 0 where nothing of the film is visible
   */
  public record Area(int x, int y, int width, int height) {
    /** Whether it holds no pixel. */
    public boolean isEmpty() {
      return width <= 0 || height <= 0;
    }
  }

  /**
   * The screen pixels that the film covers inside the pane.
   *
   * @param scale screen pixels a pane unit
   */
  public static Area visible(FilmPlacement placement, double scale) {
    long left = Math.round(placement.left() * scale);
    long top = Math.round(placement.top() * scale);
    long right = left + Math.max(1, Math.round(placement.shownWidth() * scale));
    long bottom = top + Math.max(1, Math.round(placement.shownHeight() * scale));
    int x = (int) Math.max(0, left);
    int y = (int) Math.max(0, top);
    long width = Math.min((long) Math.ceil(placement.paneWidth() * scale), right) - x;
    long height = Math.min((long) Math.ceil(placement.paneHeight() * scale), bottom) - y;
    return new Area(x, y, (int) Math.max(0, width), (int) Math.max(0, height));
  }

  /**
   * Draws the visible part.
   *
   * @param rendering how the film is shown
   * @param pyramid the same film
   * @param scale screen pixels a pane unit
   * @param target takes opaque ARGB pixels, the area's first one at index 0
   * @param stride from one row to the next in the target, at least the area's width
   * @return what was drawn
   */
  public Area draw(
      Rendering rendering,
      FilmPyramid pyramid,
      FilmPlacement placement,
      double scale,
      int[] target,
      int stride) {
    Area area = visible(placement, scale);
    if (area.isEmpty()) {
      return area;
    }
    byte[] table = rendering.lookupTable();
    if (!pyramid.colours().isEmpty()) {
      drawColours(table, pyramid.colours(), placement, scale, target, stride);
      return area;
    }
    boolean padded = rendering.film().padding().isPresent();
    char[] values = planes.get(0).sampled(pyramid, placement, scale, padded ? table : null);
    int[] colours = padded ? greys() : greys(table);
    for (int y = 0; y < area.height; y++) {
      int from = y * area.width;
      int to = y * stride;
      for (int x = 0; x < area.width; x++) {
        target[to + x] = colours[values[from + x]];
      }
    }
    return area;
  }

  /** The window of a colour film is applied to each of its colours. */
  private void drawColours(
      byte[] table,
      List<FilmPyramid> colours,
      FilmPlacement placement,
      double scale,
      int[] target,
      int stride) {
    Area area = visible(placement, scale);
    char[] reds = planes.get(0).sampled(colours.get(0), placement, scale, null);
    char[] greens = planes.get(1).sampled(colours.get(1), placement, scale, null);
    char[] blues = planes.get(2).sampled(colours.get(2), placement, scale, null);
    for (int y = 0; y < area.height; y++) {
      int from = y * area.width;
      int to = y * stride;
      for (int x = 0; x < area.width; x++) {
        int red = table[reds[from + x]] & 0xFF;
        int green = table[greens[from + x]] & 0xFF;
        int blue = table[blues[from + x]] & 0xFF;
        target[to + x] = 0xFF000000 | red << 16 | green << 8 | blue;
      }
    }
  }

  /** One colour, or the grey, of what was drawn last. */
  private static final class Plane {
    private char[] values = new char[0];
    private @Nullable Sampled sampled;

    /** What the values hold. */
    private record Sampled(FilmPyramid pyramid, FilmPlacement placement, double scale) {}

    /**
     * The visible part on the screen's grid, without gaps between its rows.
     *
     * @param table looks values up before they are sampled; null for look-up indices
     */
    char[] sampled(
        FilmPyramid pyramid, FilmPlacement placement, double scale, byte @Nullable [] table) {
      Sampled wanted = new Sampled(pyramid, placement, scale);
      if (table != null || !wanted.equals(sampled)) {
        sample(wanted, table);
        sampled = table != null ? null : wanted;
      }
      return values;
    }

    private void sample(Sampled wanted, byte @Nullable [] table) {
      FilmPlacement placement = wanted.placement;
      Area area = visible(placement, wanted.scale);
      if (values.length < area.width * area.height) {
        values = new char[area.width * area.height];
      }
      double ratioX = 1 / (placement.zoomX() * wanted.scale);
      double ratioY = 1 / (placement.zoomY() * wanted.scale);
      int level = 0;
      while (Math.min(ratioX, ratioY) >= 2 && level + 1 < wanted.pyramid.levels().size()) {
        ratioX /= 2;
        ratioY /= 2;
        level++;
      }
      Samples source = wanted.pyramid.levels().get(level);
      long left = Math.round(placement.left() * wanted.scale);
      long top = Math.round(placement.top() * wanted.scale);
      Taps across = Taps.of(area.width, (area.x - left) * ratioX, ratioX, source.width());
      Taps down = Taps.of(area.height, (area.y - top) * ratioY, ratioY, source.height());
      sample(source, across, down, area, table);
    }

    private void sample(
        Samples source, Taps across, Taps down, Area area, byte @Nullable [] table) {
      int least = source.least();
      int begin = across.begin();
      int[] row = new int[across.end() - begin];
      float[][] rows = new float[down.count()][area.width];
      float[] sums = new float[area.width];
      int next = down.begin();
      for (int y = 0; y < area.height; y++) {
        int first = down.start()[y];
        next = Math.max(next, first);
        while (next < first + down.count()) {
          source.copy(next * source.width() + begin, row.length, row);
          shift(row, least, table);
          across.apply(row, rows[next % rows.length]);
          next++;
        }
        combine(rows, down, y, sums);
        int at = y * area.width;
        for (int x = 0; x < area.width; x++) {
          values[at + x] = (char) (int) (sums[x] + 0.5f);
        }
      }
    }

    /** To look-up indices, or through the look-up table at once. */
    private static void shift(int[] row, int least, byte @Nullable [] table) {
      for (int i = 0; i < row.length; i++) {
        int index = row[i] - least;
        row[i] = table == null ? index : table[index] & 0xFF;
      }
    }

    private static void combine(float[][] rows, Taps down, int y, float[] sums) {
      Arrays.fill(sums, 0);
      int first = down.start()[y];
      for (int k = 0; k < rows.length; k++) {
        float weight = down.weights()[y * rows.length + k];
        float[] row = rows[(first + k) % rows.length];
        for (int x = 0; x < sums.length; x++) {
          sums[x] += weight * row[x];
        }
      }
    }
  }

  private static int[] greys(byte[] table) {
    int[] colours = new int[table.length];
    for (int i = 0; i < table.length; i++) {
      colours[i] = 0xFF000000 | (table[i] & 0xFF) * 0x010101;
    }
    return colours;
  }

  private static int[] greys() {
    int[] colours = new int[256];
    for (int i = 0; i < 256; i++) {
      colours[i] = 0xFF000000 | i * 0x010101;
    }
    return colours;
  }
}
