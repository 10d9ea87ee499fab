package negatoscope.testing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import negatoscope.film.Film;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.rendering.Lettering;

/**
 * Draws what is no chest film, as it may lie in a folder of films; the dice draw each otherwise.
 */
public enum NonFilms {
  /** Nothing at all. */
  BLANK {
    @Override
    void draw(Graphics2D g, Random random) {
      grey(g, random.nextInt(256));
      g.fillRect(0, 0, WIDTH, HEIGHT);
    }
  },
  /** Grain of some size. */
  NOISE {
    @Override
    void draw(Graphics2D g, Random random) {
      int grain = 1 + random.nextInt(50);
      for (int y = 0; y < HEIGHT; y += grain) {
        for (int x = 0; x < WIDTH; x += grain) {
          grey(g, random.nextInt(256));
          g.fillRect(x, y, grain, grain);
        }
      }
    }
  },
  /** Sky, hills, and things before them. */
  PHOTO {
    @Override
    void draw(Graphics2D g, Random random) {
      g.setPaint(new GradientPaint(0, 0, tone(random), 0, HEIGHT, tone(random)));
      g.fillRect(0, 0, WIDTH, HEIGHT);
      for (int hills = 0; hills < 3; hills++) {
        double base = HEIGHT * (0.4 + 0.2 * hills);
        Path2D line = new Path2D.Double();
        line.moveTo(0, HEIGHT);
        for (int x = 0; x <= WIDTH; x += 20) {
          line.lineTo(x, base + 40 * Math.sin(x / (40.0 + 30 * hills)) + random.nextInt(12));
        }
        line.lineTo(WIDTH, HEIGHT);
        g.setPaint(tone(random));
        g.fill(line);
      }
      for (int i = 0; i < 12; i++) {
        g.setPaint(tone(random));
        int size = 20 + random.nextInt(90);
        int x = random.nextInt(WIDTH);
        int y = random.nextInt(HEIGHT);
        if (random.nextBoolean()) {
          g.fillOval(x, y, size, size);
        } else {
          g.fillRect(x, y, size, 2 * size);
        }
      }
    }
  },
  /** Five fingers and a wrist. */
  HAND {
    @Override
    void draw(Graphics2D g, Random random) {
      grey(g, random.nextInt(20));
      g.fillRect(0, 0, WIDTH, HEIGHT);
      double middle = WIDTH * (0.45 + 0.1 * random.nextDouble());
      double palm = HEIGHT * 0.62;
      for (int layer = 0; layer < 2; layer++) {
        boolean bone = layer == 1;
        grey(g, bone ? 190 + random.nextInt(50) : 80 + random.nextInt(40));
        g.setStroke(new BasicStroke(bone ? 14 : 46, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.drawLine((int) middle, HEIGHT, (int) middle, (int) palm);
        for (int finger = 0; finger < 5; finger++) {
          double angle = Math.toRadians(-42 + 21 * finger + random.nextInt(5));
          double length = HEIGHT * (finger == 0 ? 0.35 : 0.5);
          g.drawLine(
              (int) middle,
              (int) palm,
              (int) (middle + length * Math.sin(angle)),
              (int) (palm - length * Math.cos(angle)));
        }
      }
    }
  },
  /** A slice through a chest, with air around it. */
  CT_SLICE {
    @Override
    void draw(Graphics2D g, Random random) {
      grey(g, 0);
      g.fillRect(0, 0, WIDTH, HEIGHT);
      double wide = WIDTH * (0.8 + 0.15 * random.nextDouble());
      double high = wide * (0.6 + 0.15 * random.nextDouble());
      oval(g, 110 + random.nextInt(40), 0, 0, wide, high);
      double lung = wide * 0.3;
      oval(g, 15, -wide * 0.22, -high * 0.05, lung, high * 0.65);
      oval(g, 15, wide * 0.22, -high * 0.05, lung, high * 0.65);
      oval(g, 150, wide * 0.05, -high * 0.1, wide * 0.3, high * 0.35);
      oval(g, 240, 0, high * 0.28, wide * 0.12, high * 0.16);
      for (int i = 0; i < 14; i++) {
        double angle = Math.PI * 2 * i / 14;
        oval(g, 230, wide * 0.44 * Math.cos(angle), high * 0.43 * Math.sin(angle), 16, 9);
      }
    }
  },
  /** A page of a report. */
  PAGE {
    @Override
    void draw(Graphics2D g, Random random) {
      grey(g, 235 + random.nextInt(20));
      g.fillRect(0, 0, WIDTH, HEIGHT);
      grey(g, random.nextInt(40));
      Lettering letters = Lettering.on(g);
      int size = 11 + random.nextInt(8);
      for (int y = 3 * size; y < HEIGHT - size; y += size * 2) {
        int x = 20;
        while (x < WIDTH - 80) {
          x = letters.write("phantom".substring(random.nextInt(5)), x, y, size, false) + size;
        }
      }
    }
  };

  private static final int WIDTH = 480;
  private static final int HEIGHT = 500;

  abstract void draw(Graphics2D g, Random random);

  /** So many of this kind. */
  public List<Film> some(int count, Random random) {
    List<Film> films = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D g = picture.createGraphics();
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      draw(g, random);
      g.dispose();
      byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData().clone();
      films.add(
          Film.ofPicture(
              Samples.of8(WIDTH, HEIGHT, 8, false, pixels),
              Provenance.ofPicture(
                  Path.of(name().toLowerCase(Locale.ROOT) + ".png"), "PNG", "8 bit grey")));
    }
    return films;
  }

  private static void grey(Graphics2D g, int level) {
    g.setPaint(new Color(level, level, level));
  }

  private static Color tone(Random random) {
    int level = random.nextInt(256);
    return new Color(level, level, level);
  }

  /** An oval by its middle, which is given from the picture's. */
  private static void oval(
      Graphics2D g, int level, double x, double y, double width, double height) {
    grey(g, level);
    g.fill(
        new Ellipse2D.Double(
            WIDTH / 2.0 + x - width / 2, HEIGHT / 2.0 + y - height / 2, width, height));
  }
}
