package negatoscope.workstation.batch;

import java.util.ArrayList;
import java.util.List;
import negatoscope.evaluation.Confusion;

/**
 * How far reader and model agree on the films that were read and answered.
 *
 * @param classes in the model's order
 * @param matrix rows: the reader's verdict; columns: the model's class
 */
public record ReaderAgreement(List<String> classes, Confusion matrix) {
  /** Compares the two. */
  static ReaderAgreement of(Iterable<BatchRow> rows, List<String> classes) {
    List<Integer> read = new ArrayList<>();
    List<Integer> said = new ArrayList<>();
    for (BatchRow row : rows) {
      int verdict = row.verdict().isEmpty() ? -1 : classes.indexOf(row.verdict());
      int answer = verdict < 0 ? -1 : classes.indexOf(row.className());
      if (answer >= 0) {
        read.add(verdict);
        said.add(answer);
      }
    }
    return new ReaderAgreement(
        List.copyOf(classes), Confusion.of(array(read), array(said), classes.size()));
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
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
