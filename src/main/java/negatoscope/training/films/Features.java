package negatoscope.training.films;

/** The last feature maps of some films, each in some forms. May be read by many threads. */
public interface Features {
  /** How many films. */
  int films();

  /** Floats of one map. */
  int size();

  /** The forms of each film. */
  Forms forms();

  /** Reads one map. */
  void read(int film, int form, float[] to, int offset);
}
