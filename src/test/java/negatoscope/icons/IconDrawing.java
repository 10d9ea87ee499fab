package negatoscope.icons;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Draws the icon in all sizes.
 *
 * <pre>
 * ./mvnw -q test-compile exec:java -Dexec.classpathScope=test \
 *     -Dmain.class=negatoscope.icons.IconDrawing -Dexec.args=icons
 * </pre>
 */
public final class IconDrawing {
  /** The sides of the pictures, in pixels. */
  static final int[] SIDES = {16, 24, 32, 48, 64, 128, 256};

  private static final int FINE = 4;
  private static final Color BONE = new Color(0xC9D8E6);

  private IconDrawing() {}

  /** Writes {@code negatoscope-SIDE.png} for every side into the folder that is named. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (int side : SIDES) {
      ImageIO.write(draw(side), "png", folder.resolve("negatoscope-" + side + ".png").toFile());
    }
  }

  /** The icon, drawn larger and shrunk by averaging. */
  static BufferedImage draw(int side) {
    int large = side * FINE;
    BufferedImage canvas = new BufferedImage(large, large, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g = canvas.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(large / 256.0, large / 256.0);
    box(g);
    film(g, side);
    g.dispose();
    return shrunk(canvas, side);
  }

  private static void box(Graphics2D g) {
    g.setPaint(new GradientPaint(0, 8, new Color(0x46505E), 0, 248, new Color(0x1B2027)));
    g.fill(new RoundRectangle2D.Double(8, 8, 240, 240, 58, 58));
    g.setPaint(new GradientPaint(0, 30, new Color(0xFFFFFF), 0, 226, new Color(0xBBD9F5)));
    g.fill(new RoundRectangle2D.Double(28, 28, 200, 200, 26, 26));
  }

  private static void film(Graphics2D g, int side) {
    Shape film = new RoundRectangle2D.Double(50, 40, 156, 176, 12, 12);
    g.setPaint(new GradientPaint(0, 40, new Color(0x10161D), 0, 216, new Color(0x1B2631)));
    g.fill(film);
    g.setClip(film);

    Path2D body = new Path2D.Double();
    body.moveTo(108, 40);
    body.curveTo(106, 66, 60, 58, 56, 100);
    body.lineTo(56, 216);
    body.lineTo(200, 216);
    body.lineTo(200, 100);
    body.curveTo(196, 58, 150, 66, 148, 40);
    body.closePath();
    g.setPaint(new GradientPaint(0, 40, new Color(0x6E8397), 0, 216, new Color(0x93A9BD)));
    g.fill(body);

    Area lungs = new Area(lung());
    Path2D other = new Path2D.Double(lung());
    other.transform(new AffineTransform(-1, 0, 0, 1, 256, 0));
    lungs.add(new Area(other));
    g.setColor(new Color(0x131B24));
    g.fill(lungs);

    if (side >= 32) {
      Shape before = g.getClip();
      g.clip(lungs);
      g.setColor(BONE);
      g.setComposite(AlphaComposite.SrcOver.derive(0.5f));
      g.setStroke(new BasicStroke(side >= 64 ? 4.5f : 6));
      int step = side >= 64 ? 19 : 28;
      for (int y = 70; y < 230; y += step) {
        Path2D rib = new Path2D.Double();
        rib.moveTo(128, y - 14);
        rib.curveTo(96, y - 24, 72, y - 8, 60, y + 16);
        rib.moveTo(128, y - 14);
        rib.curveTo(160, y - 24, 184, y - 8, 196, y + 16);
        g.draw(rib);
      }
      g.setComposite(AlphaComposite.SrcOver);
      g.setClip(before);
    }

    g.setColor(new Color(0xA9BED1));
    Path2D heart = new Path2D.Double();
    heart.moveTo(122, 118);
    heart.curveTo(150, 116, 178, 150, 168, 178);
    heart.curveTo(150, 190, 122, 188, 112, 178);
    heart.curveTo(104, 160, 108, 130, 122, 118);
    g.fill(heart);
    g.setColor(BONE);
    g.fill(new RoundRectangle2D.Double(120, 40, 16, 176, 6, 6));
    g.setClip(null);

    g.setColor(new Color(0x2A313B));
    for (int x : new int[] {78, 158}) {
      g.fill(new RoundRectangle2D.Double(x, 26, 20, 24, 8, 8));
    }
    if (side >= 48) {
      Color heat = new Color(0xF8A23A);
      Color cold = new Color(0x00F8A23A, true);
      g.setPaint(
          new RadialGradientPaint(172, 154, 34, new float[] {0.1f, 1}, new Color[] {heat, cold}));
      g.fill(new Ellipse2D.Double(138, 120, 68, 68));
    }
  }

  private static Path2D lung() {
    Path2D lung = new Path2D.Double();
    lung.moveTo(112, 66);
    lung.curveTo(92, 58, 66, 96, 64, 190);
    lung.curveTo(80, 172, 100, 172, 112, 186);
    lung.curveTo(108, 150, 118, 130, 116, 100);
    lung.curveTo(116, 84, 116, 74, 112, 66);
    lung.closePath();
    return lung;
  }

  private static BufferedImage shrunk(BufferedImage large, int side) {
    BufferedImage small = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    int[] block = new int[FINE * FINE];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        large.getRaster().getDataElements(x * FINE, y * FINE, FINE, FINE, block);
        int[] sums = new int[4];
        for (int pixel : block) {
          for (int i = 0; i < 4; i++) {
            sums[i] += pixel >> (8 * i) & 0xFF;
          }
        }
        int alpha = sums[3] / block.length;
        int out = alpha << 24;
        for (int i = 0; i < 3 && sums[3] > 0; i++) {
          out |= Math.min(255, (sums[i] * 255 + sums[3] / 2) / sums[3]) << (8 * i);
        }
        small.setRGB(x, y, out);
      }
    }
    return small;
  }
}
