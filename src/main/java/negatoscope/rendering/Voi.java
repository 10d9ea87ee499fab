package negatoscope.rendering;

import negatoscope.film.LookupTable;
import negatoscope.film.Window;

/** From modality values to grey, 0 to 255, before rounding and polarity (PS3.3 C.11.2). */
sealed interface Voi {
  /** The grey of a modality value, 0 to 255. */
  double grey(double value);

  /** The same as a window, or the one that comes nearest to it. */
  Window window();

  /** Whether high values come out dark, as by a table of the file that falls. */
  boolean falling();

  /** Whether the values from the first to the last, which differ, all get the same grey. */
  default boolean flattens(double first, double last) {
    Window window = window();
    double reach =
        window.function() == Window.Function.SIGMOID ? window.width() : window.width() / 2;
    return window.center() - reach >= last || window.center() + reach <= first;
  }

  /** A window of the file or of the user. */
  record Windowed(Window window, boolean falling) implements Voi {
    @Override
    public double grey(double x) {
      return falling ? 255 - rising(x) : rising(x);
    }

    private double rising(double x) {
      double center = window.center();
      double width = window.width();
      return switch (window.function()) {
        case LINEAR -> {
          double half = (width - 1) / 2;
          if (x <= center - 0.5 - half) {
            yield 0;
          }
          yield x > center - 0.5 + half ? 255 : ((x - (center - 0.5)) / (width - 1) + 0.5) * 255;
        }
        case LINEAR_EXACT -> {
          if (x <= center - width / 2) {
            yield 0;
          }
          yield x > center + width / 2 ? 255 : ((x - center) / width + 0.5) * 255;
        }
        case SIGMOID -> 255 / (1 + Math.exp(-4 * (x - center) / width));
      };
    }
  }

  /** An item of a VOI LUT Sequence. */
  record Tabled(LookupTable table) implements Voi {
    @Override
    public double grey(double x) {
      return Math.min(255, table.at(x) * 255.0 / ((1 << table.bits()) - 1));
    }

    /** Over the values from which on, and up to which, the table's entries change. */
    @Override
    public Window window() {
      int first = 0;
      int last = table.size() - 1;
      while (first < last && table.entry(first + 1) == table.entry(0)) {
        first++;
      }
      while (last > first && table.entry(last - 1) == table.entry(table.size() - 1)) {
        last--;
      }
      int from = table.firstMapped();
      return new Window(
          from + (first + last) / 2.0,
          Math.max(1, last - first),
          table.explanation(),
          Window.Function.LINEAR_EXACT);
    }

    @Override
    public boolean falling() {
      return table.falling();
    }

    @Override
    public boolean flattens(double first, double last) {
      int from = (int) Math.floor(Math.max(first, table.firstMapped()));
      int to = (int) Math.min(last, table.lastMapped());
      for (int x = from + 1; x <= to; x++) {
        if (table.at(x) != table.at(from)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Straight from the value shown black to the one shown white. */
  record Ramp(double lo, double hi, String name, boolean falling) implements Voi {
    @Override
    public double grey(double x) {
      double rising =
          hi == lo ? (x >= hi ? 255 : 0) : Math.max(0, Math.min(255, (x - lo) / (hi - lo) * 255));
      return falling ? 255 - rising : rising;
    }

    @Override
    public Window window() {
      return hi == lo
          ? new Window(lo - 0.5, 1, name, Window.Function.LINEAR_EXACT)
          : new Window((lo + hi) / 2, hi - lo, name, Window.Function.LINEAR_EXACT);
    }
  }
}
