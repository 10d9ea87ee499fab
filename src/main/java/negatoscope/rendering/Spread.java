package negatoscope.rendering;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import negatoscope.film.Film;
import negatoscope.film.ModalityTable;
import negatoscope.film.PaddingRange;
import negatoscope.film.Samples;

/**
 * How the modality values of a film spread, padding left out; of a film that is nothing but
 * padding, those of all its samples.
 *
 * @param least the least value
 * @param lo the value that 0.5 % of the samples do not exceed
 * @param hi the value that 99.5 % do not exceed
 * @param greatest the greatest value
 */
record Spread(double least, double lo, double hi, double greatest) {
  private static final int MOST_ENTRIES = 1 << 16;

  /** Sorts the modality values of a film; a table need not keep the order of the stored ones. */
  static Spread of(Film film) {
    Samples samples = film.samples();
    int[] counts = pictured(samples, film.padding());
    if (film.modality() instanceof ModalityTable table) {
      int[] byEntry = new int[MOST_ENTRIES];
      for (int i = 0; i < counts.length; i++) {
        byEntry[table.table().at(samples.least() + i)] += counts[i];
      }
      return of(byEntry, entry -> entry);
    }
    int last = counts.length - 1;
    IntToDoubleFunction value = index -> film.modality().apply(samples.least() + index);
    return value.applyAsDouble(0) <= value.applyAsDouble(last)
        ? of(counts, value)
        : of(
            IntStream.rangeClosed(0, last).map(i -> counts[last - i]).toArray(),
            index -> value.applyAsDouble(last - index));
  }

  /** How often each stored value occurs; 0 for padding where anything else occurs. */
  private static int[] pictured(Samples samples, Optional<PaddingRange> padding) {
    int[] counts = samples.histogram();
    if (padding.isEmpty()) {
      return counts;
    }
    int[] picture = counts.clone();
    int first = Math.max(padding.get().least(), samples.least());
    int last = Math.min(padding.get().greatest(), samples.greatest());
    for (int value = first; value <= last; value++) {
      picture[value - samples.least()] = 0;
    }
    return IntStream.of(picture).anyMatch(count -> count > 0) ? picture : counts;
  }

  /** Of values in ascending order and how often each occurs. */
  private static Spread of(int[] counts, IntToDoubleFunction value) {
    long n = IntStream.of(counts).asLongStream().sum();
    return new Spread(
        value.applyAsDouble(indexAt(counts, 0)),
        value.applyAsDouble(indexAt(counts, (long) Math.floor(0.005 * (n - 1)))),
        value.applyAsDouble(indexAt(counts, (long) Math.ceil(0.995 * (n - 1)))),
        value.applyAsDouble(indexAt(counts, n - 1)));
  }

  /** The index of the value that stands at a place when all are sorted. */
  private static int indexAt(int[] counts, long place) {
    long passed = 0;
    for (int i = 0; i < counts.length; i++) {
      passed += counts[i];
      if (passed > place) {
        return i;
      }
    }
    return counts.length - 1;
  }
}
