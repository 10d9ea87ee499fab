package negatoscope.training.report;

import java.util.Locale;
import negatoscope.evaluation.Interval;

/** How numbers are written for people. */
public final class Wording {
  private Wording() {}

  /** Three digits after the point; a dash for what is not defined. */
  public static String number(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "–";
  }

  /** With a sign, for differences. */
  public static String signed(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%+.3f", value) : "–";
  }

  /** A figure with its interval. */
  public static String number(Interval interval) {
    return number(interval.value()) + range(interval);
  }

  /** A figure with its interval below it, for tables of many columns. */
  public static String stacked(Interval interval) {
    return Double.isFinite(interval.low())
        ? number(interval.value()) + "\n" + number(interval.low()) + "–" + number(interval.high())
        : number(interval.value());
  }

  /** A difference with its interval. */
  public static String signed(Interval interval) {
    return Double.isFinite(interval.low())
        ? signed(interval.value())
            + " ("
            + signed(interval.low())
            + " to "
            + signed(interval.high())
            + ")"
        : signed(interval.value());
  }

  private static String range(Interval interval) {
    return Double.isFinite(interval.low())
        ? " (" + number(interval.low()) + "–" + number(interval.high()) + ")"
        : "";
  }

  /** A share in per cent. */
  public static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : "–";
  }

  /** A name, or what is said in its place. */
  public static String named(String name) {
    return name.isEmpty() ? "not stated" : name;
  }

  /** So many things. */
  public static String count(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
