package negatoscope.rendering.plot;

import java.util.Locale;

/** Draws an SVG element; ink is the colour of the text around it, so that it suits any page. */
final class SvgCanvas implements Canvas {
  private static final double LETTER = 0.55;

  private final int width;
  private final int height;
  private final String title;
  private final StringBuilder body = new StringBuilder();

  SvgCanvas(int width, int height, String title) {
    this.width = width;
    this.height = height;
    this.title = title;
  }

  String svg() {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            .formatted(width, height)
        + " font-family=\"system-ui, sans-serif\"><title>"
        + escaped(title)
        + "</title>"
        + body
        + "</svg>";
  }

  @Override
  public double width(String text, int size) {
    return text.length() * size * LETTER;
  }

  @Override
  public void text(String text, double x, double y, int size, Anchor anchor, int colour) {
    body.append(
        "<text x=\"%s\" y=\"%s\" font-size=\"%d\" text-anchor=\"%s\" %s>%s</text>"
            .formatted(
                number(x),
                number(y),
                size,
                anchor.name().toLowerCase(Locale.ROOT),
                fill(colour),
                escaped(text)));
  }

  @Override
  public void upright(String text, double x, double y, int size) {
    body.append(
        "<text transform=\"translate(%s %s) rotate(-90)\" font-size=\"%d\" text-anchor=\"middle\" %s>%s</text>"
            .formatted(number(x), number(y), size, fill(INK), escaped(text)));
  }

  @Override
  public void line(double[] x, double[] y, double thickness, boolean broken, int colour) {
    if (x.length == 0) {
      return;
    }
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < x.length; i++) {
      points.append(i == 0 ? "" : " ").append(number(x[i])).append(',').append(number(y[i]));
    }
    body.append("<polyline points=\"")
        .append(points)
        .append("\" fill=\"none\" stroke=\"")
        .append(name(colour))
        .append("\" stroke-width=\"")
        .append(number(thickness))
        .append('"')
        .append(colour == FAINT ? " opacity=\"0.4\"" : "")
        .append(broken ? " stroke-dasharray=\"4 4\"" : "")
        .append(" stroke-linejoin=\"round\"/>");
  }

  @Override
  public void dot(double x, double y, double radius, int colour) {
    body.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>"
            .formatted(number(x), number(y), number(radius), fill(colour)));
  }

  @Override
  public void box(double x, double y, double width, double height, int colour, double opacity) {
    body.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" fill-opacity=\"%s\"/>"
            .formatted(
                number(x),
                number(y),
                number(width),
                number(height),
                name(colour),
                number(opacity)));
  }

  private static String fill(int colour) {
    return "fill=\"" + name(colour) + "\"" + (colour == FAINT ? " opacity=\"0.7\"" : "");
  }

  private static String name(int colour) {
    return colour < 0 ? "currentColor" : String.format(Locale.ROOT, "#%06x", colour);
  }

  private static String number(double value) {
    return Ticks.text(Math.round(value * 100) / 100.0);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
