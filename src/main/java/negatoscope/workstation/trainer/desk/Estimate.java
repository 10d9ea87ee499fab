package negatoscope.workstation.trainer.desk;

import java.util.Locale;

/**
 * What a training will take, going by a short measured piece of it.
 *
 * @param seconds of the whole run
 * @param diskBytes at most, while it runs
 * @param modelBytes of what is left of it
 */
public record Estimate(double seconds, long diskBytes, long modelBytes) {
  private static final double MINUTE = 60;
  private static final double HOUR = 3600;

  /** In a sentence. */
  public String sentence() {
    return "About %s, up to %s on disk while it runs; the model takes about %s."
        .formatted(time(seconds), size(diskBytes), size(modelBytes));
  }

  /** A time for people: {@code 40 s}, {@code 12 min}, {@code 3.5 h}. */
  public static String time(double seconds) {
    if (seconds < 2 * MINUTE) {
      return String.format(Locale.ROOT, "%.0f s", seconds);
    }
    return seconds < 2 * HOUR
        ? String.format(Locale.ROOT, "%.0f min", seconds / MINUTE)
        : String.format(Locale.ROOT, "%.1f h", seconds / HOUR);
  }

  /** Bytes for people. */
  public static String size(long bytes) {
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.0f MB", Math.ceil(bytes / 1e6))
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
