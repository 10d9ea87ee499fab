package negatoscope.rendering.plot;

/**
 * What a drawing is made on: SVG or a picture. Coordinates in pixels from the upper left corner.
 */
interface Canvas {
  /** Where a text stands beside its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** The colour of text and axes. */
  int INK = -1;

  /** A fainter one, for ticks and guides. */
  int FAINT = -2;

  /** How wide a text is, about. */
  double width(String text, int size);

  /** A text whose baseline is at y. */
  void text(String text, double x, double y, int size, Anchor anchor, int colour);

  /** A text that is read from bottom to top, its middle at (x, y). */
  void upright(String text, double x, double y, int size);

  /** A line through points; {@code broken} for dashes. */
  void line(double[] x, double[] y, double thickness, boolean broken, int colour);

  /** A filled circle. */
  void dot(double x, double y, double radius, int colour);

  /** A filled rectangle, as opaque as said. */
  void box(double x, double y, double width, double height, int colour, double opacity);
}
