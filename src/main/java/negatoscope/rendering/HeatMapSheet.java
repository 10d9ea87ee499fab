package negatoscope.rendering;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A picture to keep: the film alone, the film under its heat map, the colour bar, and what was
 * said. In the place of an empty heat map a sentence says that it is empty.
 *
 * @param rendering how the film is shown
 * @param overlay the heat map
 * @param opacity of the heat map over the film, 0 to 1
 * @param caption what was said
 */
public record HeatMapSheet(
    Rendering rendering, HeatOverlay overlay, double opacity, Caption caption) {
  /**
   * What was said about the film.
   *
   * @param film name of the film, or of its file
   * @param className the class whose heat map is shown
   * @param probability of that class, 0 to 1
   * @param method how the heat map was made, for people
   * @param model name of the model
   * @param warnings sentences, each on a line of its own
   */
  public record Caption(
      String film,
      String className,
      double probability,
      String method,
      String model,
      List<String> warnings) {}

  private static final int PANEL = 600;
  private static final int MARGIN = 32;
  private static final int GAP = 16;
  private static final int HEADER = 92;
  private static final int LINE = 22;
  private static final int BAR = 14;
  private static final int SCALE = 92;
  private static final Color GROUND = new Color(0x0E1116);
  private static final Color EDGE = new Color(0x2B313A);
  private static final Color TEXT = new Color(0xE6E9EE);
  private static final Color QUIET = new Color(0x98A1AE);
  private static final Color CAREFUL = new Color(0xF2B84B);

  /** Writes the sheet as a PNG beside its place, then moves it there. */
  public void writePng(Path file) throws IOException {
    PngWriter.write(file, png());
  }

  /** The bytes of the sheet as a PNG file. */
  public byte[] png() {
    return PngWriter.encode(colours());
  }

  /** The sheet as colours, for files of other kinds. */
  public ColourPicture colours() {
    BufferedImage sheet = draw();
    int width = sheet.getWidth();
    int[] row = new int[width];
    byte[] rgb = new byte[3 * width * sheet.getHeight()];
    int at = 0;
    for (int y = 0; y < sheet.getHeight(); y++) {
      sheet.getRGB(0, y, width, 1, row, 0, width);
      for (int colour : row) {
        rgb[at++] = (byte) (colour >> 16);
        rgb[at++] = (byte) (colour >> 8);
        rgb[at++] = (byte) colour;
      }
    }
    return new ColourPicture(width, sheet.getHeight(), rgb);
  }

  /** The sheet, about 1,400 × 800 pixels. */
  BufferedImage draw() {
    return draw(Lettering::on);
  }

  /** The sheet in letters of the given kind. */
  BufferedImage draw(Function<Graphics2D, Lettering> lettering) {
    double seenWidth = rendering.film().width();
    double seenHeight = rendering.film().height() * rendering.film().aspect();
    double scale = PANEL / Math.max(seenWidth, seenHeight);
    int width = (int) Math.max(1, Math.round(seenWidth * scale));
    int height = (int) Math.max(1, Math.round(seenHeight * scale));
    int panel = Math.max(width, 440);
    int notes = 2 + caption.warnings().size();
    int sheetWidth = 2 * MARGIN + 2 * panel + GAP + SCALE;
    int sheetHeight = HEADER + height + LINE + 14 + notes * LINE + MARGIN - 8;
    BufferedImage sheet = new BufferedImage(sheetWidth, sheetHeight, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    try {
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      Lettering letters = lettering.apply(g);
      g.setColor(GROUND);
      g.fillRect(0, 0, sheetWidth, sheetHeight);
      header(g, letters, sheetWidth);
      int second = MARGIN + panel + GAP;
      BufferedImage film = scaled(picture(rendering.preview(PANEL)), width, height);
      for (int left : new int[] {MARGIN, second}) {
        g.setColor(Color.BLACK);
        g.fillRect(left, HEADER, panel, height);
        g.drawImage(film, left + (panel - width) / 2, HEADER, null);
      }
      boolean empty = !(overlay.greatest() > 0);
      if (empty) {
        sayEmpty(g, letters, second, panel, HEADER + height / 2);
      } else {
        heat(g, second + (panel - width) / 2, width, height);
      }
      g.setColor(EDGE);
      g.drawRect(MARGIN - 1, HEADER - 1, panel + 1, height + 1);
      g.drawRect(second - 1, HEADER - 1, panel + 1, height + 1);
      if (!empty) {
        bar(g, letters, second + panel + GAP, height);
      }
      footer(g, letters, second, panel, HEADER + height + LINE);
    } finally {
      g.dispose();
    }
    return sheet;
  }

  private static BufferedImage scaled(BufferedImage picture, int width, int height) {
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = scaled.createGraphics();
    try {
      g.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      g.drawImage(picture, 0, 0, width, height, null);
    } finally {
      g.dispose();
    }
    return scaled;
  }

  private void header(Graphics2D g, Lettering letters, int sheetWidth) {
    g.setColor(TEXT);
    int end = letters.write(caption.className(), MARGIN, 50, 26, true);
    String percent = String.format(Locale.ROOT, "%.1f %%", 100 * caption.probability());
    letters.write(percent, end + 14, 50, 26, false);
    g.setColor(QUIET);
    String film = letters.shortened(caption.film(), sheetWidth - 2 * MARGIN, 14);
    letters.write(film, MARGIN, 74, 14, false);
    g.setColor(CAREFUL);
    String use = "RESEARCH USE ONLY";
    letters.write(use, sheetWidth - MARGIN - letters.width(use, 14, true), 46, 14, true);
  }

  private void heat(Graphics2D g, int left, int width, int height) {
    int filmWidth = rendering.film().width();
    int filmHeight = rendering.film().height();
    BufferedImage heat = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    int[] pixels = overlay.paint(0, 0, filmWidth, filmHeight, width, height);
    heat.getRaster().setDataElements(0, 0, width, height, pixels);
    g.setComposite(AlphaComposite.SrcOver.derive((float) Math.max(0, Math.min(1, opacity))));
    g.drawImage(heat, left, HEADER, null);
    g.setComposite(AlphaComposite.SrcOver);
  }

  private void sayEmpty(Graphics2D g, Lettering letters, int left, int panel, int middle) {
    g.setColor(new Color(GROUND.getRed(), GROUND.getGreen(), GROUND.getBlue(), 200));
    g.fillRect(left, middle - 2 * LINE, panel, 4 * LINE);
    g.setColor(CAREFUL);
    String[] lines = {
      "%s of %s is empty.".formatted(caption.method(), caption.className()),
      "No place of the film speaks for this class by this method."
    };
    for (int i = 0; i < lines.length; i++) {
      String line = letters.shortened(lines[i], panel - GAP, 16);
      int start = left + (panel - letters.width(line, 16, i == 0)) / 2;
      letters.write(line, start, middle - 4 + i * LINE, 16, i == 0);
    }
  }

  private void bar(Graphics2D g, Lettering letters, int left, int height) {
    for (int y = 0; y < height; y++) {
      double value = height > 1 ? 1 - y / (height - 1.0) : 1;
      g.setColor(new Color(value < overlay.threshold() ? 0 : overlay.colours().argb(value)));
      g.fillRect(left, HEADER + y, BAR, 1);
    }
    g.setColor(EDGE);
    g.drawRect(left - 1, HEADER - 1, BAR + 1, height + 1);
    g.setColor(QUIET);
    String[] ticks = {"1", "0.75", "0.5", "0.25", "0"};
    for (int i = 0; i < ticks.length; i++) {
      int y = HEADER + i * (height - 1) / (ticks.length - 1);
      g.drawLine(left + BAR + 1, y, left + BAR + 4, y);
      int baseline = y + (i == 0 ? 10 : i == ticks.length - 1 ? 0 : 5);
      letters.write(ticks[i], left + BAR + 9, baseline, 13, false);
    }
  }

  private void footer(Graphics2D g, Lettering letters, int second, int panel, int top) {
    g.setColor(QUIET);
    letters.write("Film", MARGIN, top, 14, false);
    String how =
        overlay.greatest() > 0
            ? String.format(
                Locale.ROOT,
                "%s of %s, %s, opacity %.0f %%",
                caption.method(),
                caption.className(),
                overlay.colours().label(),
                100 * opacity)
            : "No heat map";
    letters.write(letters.shortened(how, panel, 14), second, top, 14, false);
    int width = second + panel - MARGIN;
    int y = top + 14 + LINE;
    g.setColor(TEXT);
    letters.write(letters.shortened("Model " + caption.model(), width, 14), MARGIN, y, 14, false);
    g.setColor(CAREFUL);
    for (String warning : caption.warnings()) {
      y += LINE;
      letters.write(letters.shortened(warning, width, 14), MARGIN, y, 14, false);
    }
    g.setColor(QUIET);
    letters.write(
        "Colours show how much each place counted for this class, as a share of the strongest"
            + " place. They are not a finding.",
        MARGIN,
        y + LINE,
        14,
        false);
  }

  /** A grey picture for Java2D. */
  static BufferedImage picture(GreyPicture grey) {
    BufferedImage image =
        new BufferedImage(grey.width(), grey.height(), BufferedImage.TYPE_INT_RGB);
    int[] row = new int[grey.width()];
    for (int y = 0; y < grey.height(); y++) {
      for (int x = 0; x < row.length; x++) {
        row[x] = grey.at(x, y) * 0x010101;
      }
      image.getRaster().setDataElements(0, y, row.length, 1, row);
    }
    return image;
  }
}
