package negatoscope.training.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What folds came to: the same was trained several times, so that every film is judged by a model
 * that has not seen it. Plain values, which are kept as JSON too.
 *
 * @param folds how many
 * @param films judged, all folds together
 * @param figures of all folds together, and how they vary from fold to fold
 * @param each one a fold
 * @param trouble why there are no figures, or what went otherwise than planned; empty where all
 *     went well
 */
public record CrossValidation(
    int folds, int films, List<Row> figures, List<Fold> each, String trouble) {
  /** Copies the lists. */
  public CrossValidation {
    figures = List.copyOf(figures);
    each = List.copyOf(each);
  }

  /**
   * A figure; what is not defined is NaN.
   *
   * @param low lower bound of the 95 % interval of the pooled value
   * @param high upper bound
   * @param mean of the folds
   * @param deviation standard deviation of the folds
   */
  public record Row(
      String figure, double pooled, double low, double high, double mean, double deviation) {}

  /** One fold. */
  public record Fold(String label, int films, double accuracy, double macroAuc) {}

  /** One that was left out, and why. */
  public static CrossValidation without(String trouble) {
    return new CrossValidation(0, 0, List.of(), List.of(), trouble);
  }

  /** What it is, in a sentence; or why it is not there. */
  public String sentence() {
    return folds == 0
        ? trouble
        : "Trained %d times more, by patient, so that each of %,d films is judged by a model that has not seen it."
                .formatted(folds, films)
            + (trouble.isEmpty() ? "" : " " + trouble);
  }

  /** The figures as a table for people, a head first; empty where there are none. */
  public List<List<String>> figureTable() {
    List<List<String>> rows = new ArrayList<>();
    if (!figures.isEmpty()) {
      rows.add(List.of("all folds together", "value", "95 %", "mean of folds", "deviation"));
      for (Row row : figures) {
        String range =
            Double.isNaN(row.low()) ? "" : number(row.low()) + " to " + number(row.high());
        rows.add(
            List.of(
                row.figure(),
                number(row.pooled()),
                range,
                number(row.mean()),
                number(row.deviation())));
      }
    }
    return rows;
  }

  /** The folds as a table for people, a head first; empty where there are none. */
  public List<List<String>> foldTable() {
    List<List<String>> rows = new ArrayList<>();
    if (!each.isEmpty()) {
      rows.add(List.of("fold", "films", "accuracy", "macro AUC"));
      for (Fold fold : each) {
        rows.add(
            List.of(
                fold.label(),
                Integer.toString(fold.films()),
                number(fold.accuracy()),
                number(fold.macroAuc())));
      }
    }
    return rows;
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
  }
}
