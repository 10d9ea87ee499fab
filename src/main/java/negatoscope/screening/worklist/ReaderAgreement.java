package negatoscope.screening.worklist;

import java.util.List;
import java.util.stream.Stream;
import negatoscope.evaluation.Confusion;
import negatoscope.screening.journal.JournalRow;
import negatoscope.screening.row.FilmResult.Answered;

/**
 * How far reader and model agree on the films that were read, as they are, and answered.
 *
 * @param classes in the model's order
 * @param matrix rows: the reader's verdict; columns: the model's class
 */
public record ReaderAgreement(List<String> classes, Confusion matrix) {
  /** Compares the two. */
  public static ReaderAgreement of(Stream<JournalRow> rows, List<String> classes) {
    List<int[]> pairs =
        rows.filter(JournalRow::isRead)
            .map(row -> new int[] {classes.indexOf(row.verdict()), answer(row, classes)})
            .filter(pair -> pair[0] >= 0 && pair[1] >= 0)
            .toList();
    return new ReaderAgreement(
        List.copyOf(classes),
        Confusion.of(
            pairs.stream().mapToInt(pair -> pair[0]).toArray(),
            pairs.stream().mapToInt(pair -> pair[1]).toArray(),
            classes.size()));
  }

  private static int answer(JournalRow row, List<String> classes) {
    return row.film().result() instanceof Answered answered
        ? classes.indexOf(answered.className())
        : -1;
  }

  /** How many films were compared. */
  public int films() {
    return matrix.total();
  }

  /** On how many the two agree. */
  public int agreed() {
    int same = 0;
    for (int k = 0; k < classes.size(); k++) {
      same += matrix.counts()[k][k];
    }
    return same;
  }

  /** Cohen's kappa: agreement beyond chance, 1 at most; NaN where chance alone explains all. */
  public double kappa() {
    return matrix.kappa();
  }
}
