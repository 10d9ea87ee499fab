package negatoscope.workstation.batch.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.screening.row.FilmResult;

/**
 * Counts over all rows.
 *
 * @param films rows
 * @param answered with an answer
 * @param warned of these, with a warning
 * @param refused that the network would not judge
 * @param failed that could not be read
 * @param read with the reader's verdict
 * @param classes answered films by their most probable class, in the model's order
 * @param histograms for each class, how many films have a probability of it within each tenth
 */
public record BatchTotals(
    int films,
    int answered,
    int warned,
    int refused,
    int failed,
    int read,
    Map<String, Integer> classes,
    Map<String, int[]> histograms) {
  /** Parts of a histogram, each a tenth wide. */
  public static final int BINS = 10;

  /** Of no rows. */
  public static final BatchTotals NONE = new BatchTotals(0, 0, 0, 0, 0, 0, Map.of(), Map.of());

  /** Counts rows. */
  static BatchTotals of(Iterable<BatchRow> rows, List<String> names) {
    Map<String, Integer> classes = new LinkedHashMap<>();
    Map<String, int[]> histograms = new LinkedHashMap<>();
    for (String name : names) {
      classes.put(name, 0);
      histograms.put(name, new int[BINS]);
    }
    int films = 0;
    int answered = 0;
    int warned = 0;
    int refused = 0;
    int read = 0;
    for (BatchRow row : rows) {
      films++;
      read += row.isRead() ? 1 : 0;
      if (row.film().result() instanceof FilmResult.Answered answer) {
        answered++;
        warned += row.isWarned() ? 1 : 0;
        classes.merge(answer.className(), 1, Integer::sum);
        answer
            .probabilities()
            .forEach(
                (name, p) ->
                    histograms
                        .computeIfAbsent(name, n -> new int[BINS])[
                        Math.min(BINS - 1, Math.max(0, (int) (p * BINS)))]++);
      } else if (row.film().result() instanceof FilmResult.Failed none && none.refused()) {
        refused++;
      }
    }
    return new BatchTotals(
        films, answered, warned, refused, films - answered - refused, read, classes, histograms);
  }

  /** The counts in a line. */
  public String sentence() {
    return String.format(
        java.util.Locale.ROOT,
        "%,d films: %,d answered (%,d with a warning), %,d refused, %,d failed; %,d read",
        films,
        answered,
        warned,
        refused,
        failed,
        read);
  }
}
