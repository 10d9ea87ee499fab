package negatoscope.rendering.plot;

import java.io.IOException;
import java.util.List;

/**
 * Curves over two axes, drawn as SVG or PNG.
 *
 * @param title above it
 * @param horizontal the axis from left to right
 * @param vertical the axis from bottom to top
 * @param series drawn in this order
 */
public record Plot(String title, Axis horizontal, Axis vertical, List<Series> series) {
  /** Copies the list. */
  public Plot {
    series = List.copyOf(series);
  }

  /**
   * An axis.
   *
   * @param label beside it
   * @param low value at its start
   * @param high value at its end
   */
  public record Axis(String label, double low, double high) {
    /** Checks that it has a length. */
    public Axis {
      if (!(high > low)) {
        throw new IllegalArgumentException("an axis from " + low + " to " + high);
      }
    }

    /** From 0 to 1. */
    public static Axis share(String label) {
      return new Axis(label, 0, 1);
    }

    /**
     * From a little below to a little above some values; those that are no numbers do not count.
     */
    public static Axis around(String label, double[] values) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double value : values) {
        if (Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
      if (!(high >= low)) {
        return share(label);
      }
      double room = high > low ? (high - low) * 0.05 : Math.max(Math.abs(high) * 0.1, 0.1);
      return new Axis(label, low >= 0 ? Math.max(0, low - room) : low - room, high + room);
    }
  }

  /** How a series is drawn. */
  public enum Style {
    /** Straight lines from point to point. */
    LINE,
    /** The value holds until the next point. */
    STEP,
    /** Points joined by lines. */
    MARKED,
    /** A thin broken line, to compare with; it has no colour of its own. */
    GUIDE
  }

  /**
   * Points that belong together; those that are no numbers are left out.
   *
   * @param name in the legend; empty for none
   * @param x from left to right
   * @param y as many
   */
  public record Series(String name, Style style, double[] x, double[] y) {
    /** Checks the lengths. */
    public Series {
      if (x.length != y.length) {
        throw new IllegalArgumentException("a series of %d and %d".formatted(x.length, y.length));
      }
    }
  }

  /** The plot as an SVG element whose text and axes take the colour of the page around it. */
  public String svg() {
    SvgCanvas canvas = new SvgCanvas(PlotDrawing.WIDTH, PlotDrawing.HEIGHT, title);
    new PlotDrawing(this, canvas).draw();
    return canvas.svg();
  }

  /** The plot as a PNG file on white. */
  public byte[] png() throws IOException {
    PictureCanvas canvas = new PictureCanvas(PlotDrawing.WIDTH, PlotDrawing.HEIGHT);
    new PlotDrawing(this, canvas).draw();
    return canvas.png();
  }
}
