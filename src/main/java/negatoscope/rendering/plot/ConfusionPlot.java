package negatoscope.rendering.plot;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A confusion matrix as a picture: rows truth, columns answer, shaded by the share of the row.
 *
 * @param title above it
 * @param classes names
 * @param counts {@code [classes][classes]}; owned by this record, not to be changed
 */
public record ConfusionPlot(String title, List<String> classes, int[][] counts) {
  private static final int LEFT = 130;
  private static final int TOP = 76;
  private static final int CELL = 92;
  private static final int SMALL = 12;

  /** Copies the list. */
  public ConfusionPlot {
    classes = List.copyOf(classes);
  }

  /** The picture as an SVG element. */
  public String svg() {
    SvgCanvas canvas = new SvgCanvas(width(), height(), title);
    draw(canvas);
    return canvas.svg();
  }

  /** The picture as a PNG file on white. */
  public byte[] png() throws IOException {
    PictureCanvas canvas = new PictureCanvas(width(), height());
    draw(canvas);
    return canvas.png();
  }

  private int width() {
    return LEFT + classes.size() * CELL + 16;
  }

  private int height() {
    return TOP + classes.size() * CELL + 16;
  }

  private void draw(Canvas canvas) {
    canvas.text(title, 12, 22, 14, Canvas.Anchor.START, Canvas.INK);
    canvas.text("answered as", LEFT, 44, SMALL, Canvas.Anchor.START, Canvas.INK);
    for (int column = 0; column < classes.size(); column++) {
      double middle = LEFT + (column + 0.5) * CELL;
      canvas.text(name(column), middle, TOP - 8, SMALL, Canvas.Anchor.MIDDLE, Canvas.INK);
    }
    for (int row = 0; row < classes.size(); row++) {
      double middle = TOP + (row + 0.5) * CELL;
      canvas.text("truly " + name(row), LEFT - 8, middle + 4, SMALL, Canvas.Anchor.END, Canvas.INK);
      int films = 0;
      for (int count : counts[row]) {
        films += count;
      }
      for (int column = 0; column < classes.size(); column++) {
        cell(canvas, row, column, films);
      }
    }
  }

  private void cell(Canvas canvas, int row, int column, int films) {
    double left = LEFT + (double) column * CELL;
    double top = TOP + (double) row * CELL;
    double share = films == 0 ? 0 : (double) counts[row][column] / films;
    int colour = SeriesColours.of(row == column ? 0 : 1);
    canvas.box(left + 1, top + 1, CELL - 2, CELL - 2, colour, 0.06 + 0.6 * share);
    canvas.text(
        Integer.toString(counts[row][column]),
        left + CELL / 2.0,
        top + CELL / 2.0 + 2,
        18,
        Canvas.Anchor.MIDDLE,
        Canvas.INK);
    canvas.text(
        String.format(Locale.ROOT, "%.0f %%", 100 * share),
        left + CELL / 2.0,
        top + CELL / 2.0 + 20,
        SMALL,
        Canvas.Anchor.MIDDLE,
        Canvas.INK);
  }

  private String name(int k) {
    String name = classes.get(k);
    return name.length() > 14 ? name.substring(0, 13) + "…" : name;
  }
}
