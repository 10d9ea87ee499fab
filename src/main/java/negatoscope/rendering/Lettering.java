package negatoscope.rendering;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;

/**
 * Writes on a picture: with the system's font, or with plain strokes of our own where the machine
 * has none, as servers often have not.
 */
public final class Lettering {
  private final Graphics2D g;
  private final boolean systemFont;

  private Lettering(Graphics2D g, boolean systemFont) {
    this.g = g;
    this.systemFont = systemFont;
  }

  /** Letters of the best kind that the machine has. */
  public static Lettering on(Graphics2D g) {
    return new Lettering(g, hasFonts(g));
  }

  /** Letters of our own strokes. */
  static Lettering ofStrokes(Graphics2D g) {
    return new Lettering(g, false);
  }

  private static boolean hasFonts(Graphics2D g) {
    try {
      return g.getFontMetrics(font(14, false)).stringWidth("x") > 0;
    } catch (RuntimeException | InternalError | LinkageError e) {
      return false; // Java has no better way to say that no font is installed.
    }
  }

  private static Font font(int size, boolean bold) {
    return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, size);
  }

  /** How wide a text is, in pixels. */
  public int width(String text, int size, boolean bold) {
    if (systemFont) {
      return g.getFontMetrics(font(size, bold)).stringWidth(text);
    }
    return (int) Math.ceil(StrokeLetters.width(text) * StrokeLetters.scale(size));
  }

  /** Writes a text in the present colour from x on, standing on y; returns where it ends. */
  public int write(String text, int x, int y, int size, boolean bold) {
    if (systemFont) {
      g.setFont(font(size, bold));
      g.drawString(text, x, y);
    } else {
      Stroke before = g.getStroke();
      g.setStroke(
          new BasicStroke(
              size * (bold ? 0.125f : 0.08f), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      Path2D path = StrokeLetters.path(text, x, y, StrokeLetters.scale(size));
      g.draw(path);
      g.setStroke(before);
    }
    return x + width(text, size, bold);
  }

  /** A text cut to a width, with an ellipsis. */
  String shortened(String text, int width, int size) {
    if (width(text, size, false) <= width) {
      return text;
    }
    int length = text.length();
    while (length > 1 && width(text.substring(0, length) + "…", size, false) > width) {
      length--;
    }
    return text.substring(0, length) + "…";
  }
}
