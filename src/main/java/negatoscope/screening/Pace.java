package negatoscope.screening;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** How fast films are screened, and how long it will take: from the last minute's films. */
final class Pace {
  private static final long WINDOW = 60_000_000_000L;

  /** Films done until a moment, in nanoseconds. */
  private record Mark(long at, long done) {}

  private final Deque<Mark> marks = new ArrayDeque<>();

  /**
   * Films a second and the time left, for people; empty before there is anything to tell by.
   *
   * @param now nanoseconds of a clock that only goes forward
   */
  String after(long done, long total, long now) {
    marks.add(new Mark(now, done));
    while (marks.size() > 2 && marks.element().at() < now - WINDOW) {
      marks.remove();
    }
    Mark first = marks.element();
    double seconds = (now - first.at()) / 1e9;
    if (done == first.done() || seconds < 0.5) {
      return "";
    }
    double rate = (done - first.done()) / seconds;
    return String.format(Locale.ROOT, "%.1f a second, %s left", rate, left((total - done) / rate));
  }

  private static String left(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? "%d min".formatted(whole / 60)
        : "%d h %d min".formatted(whole / 3600, whole % 3600 / 60);
  }
}
