package negatoscope.rendering;

import negatoscope.film.Film;
import negatoscope.film.Samples;
import negatoscope.film.Window;

/** From modality values to grey, 0 to 255, before rounding and polarity (PS3.3 C.11.2). */
sealed interface Voi {
  /** The grey of a modality value, 0 to 255. */
  double grey(double value);

  /** The same as a window. */
  Window window();

  /** A window of the file or of the user. */
  record Windowed(Window window) implements Voi {
    @Override
    public double grey(double x) {
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

    /** Whether it leaves nearly all of the film black or white. */
    boolean misses(Automatic data) {
      double reach = window.function() == Window.Function.SIGMOID ? window.width() : half();
      double lower = window.center() - reach;
      double upper = window.center() + reach;
      return data.lo() == data.hi()
          ? lower > data.hi() || upper < data.lo()
          : lower >= data.hi() || upper <= data.lo();
    }

    private double half() {
      return window.width() / 2;
    }
  }

  /** From the lo-th to the hi-th value of the film itself, 0.5 % and 99.5 % of its samples. */
  record Automatic(double lo, double hi) implements Voi {
    /** Of all samples that are no padding; of all samples where everything is padding. */
    static Automatic of(Film film) {
      Samples samples = film.samples();
      int[] counts = samples.histogram();
      long n = samples.count();
      if (film.padding().isPresent()) {
        int[] picture = counts.clone();
        long left = n;
        for (int i = 0; i < counts.length; i++) {
          if (film.padding().get().contains(samples.least() + i)) {
            left -= picture[i];
            picture[i] = 0;
          }
        }
        if (left > 0) {
          counts = picture;
          n = left;
        }
      }
      long low = (long) Math.floor(0.005 * (n - 1));
      long high = (long) Math.ceil(0.995 * (n - 1));
      boolean falling =
          film.modality().apply(samples.least()) > film.modality().apply(samples.greatest());
      int lo = valueAt(counts, falling ? n - 1 - low : low);
      int hi = valueAt(counts, falling ? n - 1 - high : high);
      return new Automatic(
          film.modality().apply(samples.least() + lo), film.modality().apply(samples.least() + hi));
    }

    /** The index of the value that stands at a place when all are sorted. */
    private static int valueAt(int[] counts, long place) {
      long passed = 0;
      for (int i = 0; i < counts.length; i++) {
        passed += counts[i];
        if (passed > place) {
          return i;
        }
      }
      return counts.length - 1;
    }

    @Override
    public double grey(double x) {
      if (hi == lo) {
        return x >= hi ? 255 : 0;
      }
      return Math.max(0, Math.min(255, (x - lo) / (hi - lo) * 255));
    }

    @Override
    public Window window() {
      return hi == lo
          ? new Window(lo - 0.5, 1, "automatic", Window.Function.LINEAR_EXACT)
          : new Window((lo + hi) / 2, hi - lo, "automatic", Window.Function.LINEAR_EXACT);
    }
  }
}
