package negatoscope.training.judging;

import negatoscope.film.Film;
import negatoscope.film.Samples;
import negatoscope.tensor.TensorGeometry;

/**
 * A part of each film blacked out, to see what a model reads beside the lungs. The part is a
 * rectangle in shares of the film's width and height; it takes the film's own darkest value, so
 * that nothing else about the picture changes.
 */
public enum Probe {
  /** The lungs' box goes; what is left are shoulders, neck, belly and marks. */
  LUNGS_AWAY("lungs blacked out", 0.15, 0.15, 0.85, 0.80),
  /** The middle goes; what is left is the border. */
  BORDER_ONLY("border of the film alone", 0.15, 0.15, 0.85, 0.85);

  private final String title;
  private final double left;
  private final double top;
  private final double right;
  private final double bottom;

  Probe(String title, double left, double top, double right, double bottom) {
    this.title = title;
    this.left = left;
    this.top = top;
    this.right = right;
    this.bottom = bottom;
  }

  /** What the network gets to see, in a few words. */
  public String title() {
    return title;
  }

  /** Share of the film that is blacked out. */
  public double share() {
    return (right - left) * (bottom - top);
  }

  /** How much of an area of a film the blacked-out part covers, 0 to 1. */
  public double covers(TensorGeometry.Area area, int filmWidth, int filmHeight) {
    double across =
        overlap(area.left() / filmWidth, (area.left() + area.width()) / filmWidth, left, right);
    double down =
        overlap(area.top() / filmHeight, (area.top() + area.height()) / filmHeight, top, bottom);
    return across * down * filmWidth * filmHeight / (area.width() * area.height());
  }

  private static double overlap(double from, double to, double low, double high) {
    return Math.max(0, Math.min(to, high) - Math.max(from, low));
  }

  /** The film without that part. */
  public Film apply(Film film) {
    Samples samples = film.samples();
    int width = film.width();
    int height = film.height();
    int darkest = darkest(film);
    boolean wide = samples.bitsAllocated() > 8;
    byte[] bytes = new byte[wide ? 0 : samples.count()];
    short[] shorts = new short[wide ? samples.count() : 0];
    for (int i = 0; i < samples.count(); i++) {
      double x = (i % width + 0.5) / width;
      double y = (Math.floorDiv(i, width) + 0.5) / height;
      boolean away = x > left && x < right && y > top && y < bottom;
      int value = away ? darkest : samples.at(i);
      if (wide) {
        shorts[i] = (short) value;
      } else {
        bytes[i] = (byte) value;
      }
    }
    Samples changed =
        wide
            ? Samples.of16(width, height, samples.bitsStored(), samples.signed(), shorts)
            : Samples.of8(width, height, samples.bitsStored(), samples.signed(), bytes);
    return film.withSamples(changed);
  }

  private static int darkest(Film film) {
    Samples samples = film.samples();
    boolean falling =
        film.modality().apply(samples.least()) > film.modality().apply(samples.greatest());
    boolean greatest = film.polarity().inverted() != falling;
    int darkest = samples.at(0);
    for (int i = 1; i < samples.count(); i++) {
      int value = samples.at(i);
      darkest = greatest ? Math.max(darkest, value) : Math.min(darkest, value);
    }
    return darkest;
  }
}
