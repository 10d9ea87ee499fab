package negatoscope.tensor;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.Random;
import negatoscope.film.Film;
import negatoscope.film.Samples;
import negatoscope.rendering.Lettering;

/**
 * Burns words into films of 8 bits.
 *
 * @param lines what is written
 * @param height of a line, as a share of the film's
 * @param look in which colours
 */
record MadeText(List<String> lines, double height, Look look) {
  static final List<String> NAME = List.of("PHANTOM ONE 1970-01-01");
  static final List<String> STAMP =
      List.of("PHANTOM HOSPITAL", "PHANTOM ONE 01.01.1970", "AP SUPINE 12:30");

  /** In which colours words are written. */
  enum Look {
    WHITE,
    BLACK_ON_PLATE,
    WHITE_IN_BOX
  }

  /** The film with the words in a corner that the dice choose. */
  Film on(Film film, Random random) {
    int width = film.width();
    int rows = film.height();
    BufferedImage picture = new BufferedImage(width, rows, BufferedImage.TYPE_BYTE_GRAY);
    byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) film.samples().at(i);
    }
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    int size = Math.max(6, (int) Math.round(height * rows));
    Lettering letters = Lettering.on(g);
    int across = lines.stream().mapToInt(line -> letters.width(line, size, false)).max().orElse(0);
    int down = lines.size() * size * 5 / 4;
    int edge = size / 2;
    int x = random.nextBoolean() ? edge : Math.max(edge, width - across - edge);
    int y = random.nextBoolean() ? edge : rows - down - edge;
    if (look != Look.WHITE) {
      g.setColor(look == Look.BLACK_ON_PLATE ? Color.WHITE : Color.BLACK);
      g.fillRect(x - size / 4, y - size / 4, across + size / 2, down + size / 2);
    }
    g.setColor(look == Look.BLACK_ON_PLATE ? Color.BLACK : Color.WHITE);
    for (int i = 0; i < lines.size(); i++) {
      letters.write(lines.get(i), x, y + size + i * size * 5 / 4, size, false);
    }
    g.dispose();
    return film.withSamples(Samples.of8(width, rows, 8, false, pixels.clone()));
  }
}
