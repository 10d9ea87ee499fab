package negatoscope.rendering.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import negatoscope.rendering.Lettering;

/** Draws a picture in black on white, twice as fine as its coordinates. */
final class PictureCanvas implements Canvas {
  private static final int SCALE = 2;
  private static final float DASH = 4;

  private final BufferedImage picture;
  private final Graphics2D g;
  private final Lettering letters;

  PictureCanvas(int width, int height) {
    picture = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
    g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    g.scale(SCALE, SCALE);
    letters = Lettering.on(g);
  }

  byte[] png() throws IOException {
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }

  @Override
  public double width(String text, int size) {
    return letters.width(text, size, false);
  }

  @Override
  public void text(String text, double x, double y, int size, Anchor anchor, int colour) {
    g.setColor(colour(colour));
    double width = width(text, size);
    double left =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    letters.write(text, (int) Math.round(left), (int) Math.round(y), size, false);
  }

  @Override
  public void upright(String text, double x, double y, int size) {
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    g.rotate(-Math.PI / 2);
    text(text, 0, 0, size, Anchor.MIDDLE, INK);
    g.setTransform(before);
  }

  @Override
  public void line(double[] x, double[] y, double thickness, boolean broken, int colour) {
    if (x.length == 0) {
      return;
    }
    Path2D path = new Path2D.Double();
    path.moveTo(x[0], y[0]);
    for (int i = 1; i < x.length; i++) {
      path.lineTo(x[i], y[i]);
    }
    g.setColor(colour(colour));
    g.setStroke(
        new BasicStroke(
            (float) thickness,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            1,
            broken ? new float[] {DASH, DASH} : null,
            0));
    g.draw(path);
  }

  @Override
  public void dot(double x, double y, double radius, int colour) {
    g.setColor(colour(colour));
    g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  @Override
  public void box(double x, double y, double width, double height, int colour, double opacity) {
    Color plain = colour(colour);
    g.setColor(
        new Color(
            plain.getRed(), plain.getGreen(), plain.getBlue(), (int) Math.round(255 * opacity)));
    g.fill(new Rectangle2D.Double(x, y, width, height));
  }

  private static Color colour(int colour) {
    return switch (colour) {
      case INK -> new Color(0x1B1F24);
      case FAINT -> new Color(0xB4BAC2);
      default -> new Color(colour);
    };
  }
}
