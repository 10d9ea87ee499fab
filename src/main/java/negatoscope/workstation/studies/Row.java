package negatoscope.workstation.studies;

/** A row of the list of films: a heading or a film. */
public sealed interface Row {
  /** What stays the same when the row's words change. */
  Object key();

  /** How high a heading stands. */
  enum Level {
    PATIENT,
    STUDY,
    SERIES
  }

  /**
   * A patient, a study or a series.
   *
   * @param title name, date or number
   * @param detail ID or description; may be empty
   * @param films how many films are below it
   * @param expanded whether they are shown
   */
  record Heading(
      GroupKey key, Level level, String title, String detail, int films, boolean expanded)
      implements Row {}

  /** A film. */
  record OfFilm(OpenFilm film) implements Row {
    @Override
    public Object key() {
      return film;
    }
  }
}
