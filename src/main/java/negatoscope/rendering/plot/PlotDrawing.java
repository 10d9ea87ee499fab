package negatoscope.rendering.plot;

import java.util.ArrayList;
import java.util.List;

/** Lays a plot out and draws it. */
final class PlotDrawing {
  static final int WIDTH = 460;
  static final int HEIGHT = 400;

  private static final int LEFT = 62;
  private static final int RIGHT = 18;
  private static final int TOP = 40;
  private static final int BOTTOM = 56;
  private static final int SMALL = 12;
  private static final int LARGE = 14;
  private static final int LEGEND_LINE = 17;
  private static final int MOST_TICKS = 5;

  private final Plot plot;
  private final Canvas canvas;

  PlotDrawing(Plot plot, Canvas canvas) {
    this.plot = plot;
    this.canvas = canvas;
  }

  void draw() {
    canvas.text(plot.title(), LEFT, 22, LARGE, Canvas.Anchor.START, Canvas.INK);
    grid();
    List<Plot.Series> named = new ArrayList<>();
    for (Plot.Series series : plot.series()) {
      int colour =
          series.style() == Plot.Style.GUIDE ? Canvas.FAINT : SeriesColours.of(named.size());
      curve(series, colour);
      if (!series.name().isEmpty()) {
        named.add(series);
      }
    }
    legend(named);
  }

  private void grid() {
    double right = WIDTH - RIGHT;
    double bottom = HEIGHT - BOTTOM;
    for (double tick : Ticks.of(plot.horizontal().low(), plot.horizontal().high(), MOST_TICKS)) {
      double x = x(tick);
      canvas.line(new double[] {x, x}, new double[] {bottom, bottom + 4}, 1, false, Canvas.INK);
      canvas.text(Ticks.text(tick), x, bottom + 18, SMALL, Canvas.Anchor.MIDDLE, Canvas.INK);
    }
    for (double tick : Ticks.of(plot.vertical().low(), plot.vertical().high(), MOST_TICKS)) {
      double y = y(tick);
      canvas.line(new double[] {LEFT, right}, new double[] {y, y}, 0.5, false, Canvas.FAINT);
      canvas.text(Ticks.text(tick), LEFT - 8, y + 4, SMALL, Canvas.Anchor.END, Canvas.INK);
    }
    canvas.line(
        new double[] {LEFT, LEFT, right}, new double[] {TOP, bottom, bottom}, 1, false, Canvas.INK);
    double middle = (LEFT + right) / 2;
    String across = plot.horizontal().label();
    canvas.text(across, middle, HEIGHT - 14, SMALL, Canvas.Anchor.MIDDLE, Canvas.INK);
    canvas.upright(plot.vertical().label(), 16, (TOP + bottom) / 2, SMALL);
  }

  private void curve(Plot.Series series, int colour) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < series.x().length; i++) {
      if (!Double.isFinite(series.x()[i]) || !Double.isFinite(series.y()[i])) {
        continue;
      }
      if (series.style() == Plot.Style.STEP && !points.isEmpty()) {
        points.add(new double[] {x(series.x()[i]), points.get(points.size() - 1)[1]});
      }
      points.add(new double[] {x(series.x()[i]), y(series.y()[i])});
    }
    boolean guide = series.style() == Plot.Style.GUIDE;
    canvas.line(
        points.stream().mapToDouble(point -> point[0]).toArray(),
        points.stream().mapToDouble(point -> point[1]).toArray(),
        guide ? 1 : 1.8,
        guide,
        colour);
    if (series.style() == Plot.Style.MARKED) {
      points.forEach(point -> canvas.dot(point[0], point[1], 3, colour));
    }
  }

  /** In the corner where the fewest points are. */
  private void legend(List<Plot.Series> named) {
    double widest = named.stream().mapToDouble(s -> canvas.width(s.name(), SMALL)).max().orElse(0);
    double width = widest + 30;
    double height = named.size() * LEGEND_LINE + 4.0;
    double best = Double.POSITIVE_INFINITY;
    double left = 0;
    double top = 0;
    for (double x : new double[] {WIDTH - RIGHT - width - 8, LEFT + 8}) {
      for (double y : new double[] {HEIGHT - BOTTOM - height - 8, TOP + 4}) {
        double covered = covered(x, y, width, height);
        if (covered < best) {
          best = covered;
          left = x;
          top = y;
        }
      }
    }
    for (int i = 0; i < named.size(); i++) {
      double y = top + i * LEGEND_LINE + 10;
      boolean guide = named.get(i).style() == Plot.Style.GUIDE;
      int colour = guide ? Canvas.FAINT : SeriesColours.of(i);
      canvas.line(
          new double[] {left, left + 18}, new double[] {y, y}, guide ? 1 : 2, guide, colour);
      canvas.text(named.get(i).name(), left + 24, y + 4, SMALL, Canvas.Anchor.START, Canvas.INK);
    }
  }

  private double covered(double left, double top, double width, double height) {
    double covered = 0;
    for (Plot.Series series : plot.series()) {
      for (int i = 0; i + 1 < series.x().length; i++) {
        for (double share = 0; share < 1; share += 0.1) {
          double x = x(series.x()[i] + share * (series.x()[i + 1] - series.x()[i]));
          double y = y(series.y()[i] + share * (series.y()[i + 1] - series.y()[i]));
          boolean in = x >= left && x <= left + width && y >= top && y <= top + height;
          double length =
              Math.hypot(
                  x(series.x()[i + 1]) - x(series.x()[i]), y(series.y()[i + 1]) - y(series.y()[i]));
          covered += in && Double.isFinite(length) ? length / 10 : 0;
        }
      }
    }
    return covered;
  }

  private double x(double value) {
    Plot.Axis axis = plot.horizontal();
    return LEFT + (value - axis.low()) / (axis.high() - axis.low()) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    Plot.Axis axis = plot.vertical();
    double share = (value - axis.low()) / (axis.high() - axis.low());
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  }
}
