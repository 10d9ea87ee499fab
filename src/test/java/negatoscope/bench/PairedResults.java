package negatoscope.bench;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import negatoscope.evaluation.Bootstrap;
import negatoscope.evaluation.Interval;
import negatoscope.evaluation.Predictions;
import negatoscope.evaluation.ResampledAuc;

/**
 * Two trainings on the films that both judged: figures of each and their difference, with 95 %
 * intervals by a bootstrap of patients, paired. Inside every collection that holds two classes, how
 * well these are told apart.
 *
 * <p>Arguments: the {@code predictions.csv} of the first and of the second; then, to look at one
 * pair of classes only, both names.
 */
public final class PairedResults {
  private static final int RESAMPLES = 1000;
  private static final String PROBABILITY = "p:";

  private final List<Map<String, String>> first;
  private final List<Map<String, String>> second;
  private final List<String> classes;

  private PairedResults(Map<String, Map<String, String>> a, Map<String, Map<String, String>> b) {
    Set<String> shared = new TreeSet<>(a.keySet());
    shared.retainAll(b.keySet());
    first = shared.stream().map(a::get).toList();
    second = shared.stream().map(b::get).toList();
    classes =
        first.get(0).keySet().stream()
            .filter(column -> column.startsWith(PROBABILITY))
            .map(column -> column.substring(PROBABILITY.length()))
            .toList();
  }

  /** Reads, compares, prints. */
  public static void main(String[] arguments) throws IOException {
    PairedResults results =
        new PairedResults(rows(Path.of(arguments[0])), rows(Path.of(arguments[1])));
    System.out.printf(
        "%d films judged by both; first, second, first minus second%n", results.first.size());
    List<Integer> all = results.where(row -> true);
    results.line("accuracy", all, results.classes, PairedResults::accuracy);
    results.line("macro AUC", all, results.classes, p -> ResampledAuc.of(p)::macro);
    Set<String> collections = new TreeSet<>();
    results.first.forEach(row -> collections.add(row.getOrDefault("collection", "")));
    for (String collection : collections) {
      for (int k = 0; k < results.classes.size(); k++) {
        for (int other = k + 1; other < results.classes.size(); other++) {
          results.inside(collection, List.of(results.classes.get(k), results.classes.get(other)));
        }
      }
    }
  }

  private void inside(String collection, List<String> pair) {
    List<Integer> films =
        where(
            row ->
                collection.equals(row.get("collection"))
                    && pair.contains(row.getOrDefault("label", "")));
    if (films.stream().map(i -> first.get(i).get("label")).distinct().count() == 2) {
      line(
          "%s, %s against %s, AUC".formatted(collection, pair.get(0), pair.get(1)),
          films,
          pair,
          p -> {
            ResampledAuc auc = ResampledAuc.of(p);
            return rows -> auc.ofClass(0, rows);
          });
    }
  }

  /** A figure of some films, as a function of the rows that a resample holds. */
  private interface OfRows {
    double of(int[] rows);
  }

  private void line(
      String name, List<Integer> films, List<String> among, Function<Predictions, OfRows> figure) {
    OfRows a = figure.apply(predictions(first, films, among));
    OfRows b = figure.apply(predictions(second, films, among));
    Bootstrap bootstrap =
        Bootstrap.byGroup(
            films.stream().map(i -> first.get(i).getOrDefault("patient", "")).toList(),
            RESAMPLES,
            1);
    System.out.printf(
        "%s (%d films): %s, %s, %s%n",
        name,
        films.size(),
        shown(bootstrap.interval(a::of)),
        shown(bootstrap.interval(b::of)),
        shown(bootstrap.interval(rows -> a.of(rows) - b.of(rows))));
  }

  private static OfRows accuracy(Predictions predictions) {
    int[] said = predictions.predicted();
    return rows -> {
      double right = 0;
      for (int row : rows) {
        right += said[row] == predictions.labels()[row] ? 1 : 0;
      }
      return right / rows.length;
    };
  }

  private List<Integer> where(Function<Map<String, String>, Boolean> wanted) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      if (wanted.apply(first.get(i))) {
        found.add(i);
      }
    }
    return found;
  }

  /** The probabilities of some classes, as shares of their sum. */
  private static Predictions predictions(
      List<Map<String, String>> rows, List<Integer> films, List<String> among) {
    int[] labels = new int[films.size()];
    double[][] probabilities = new double[films.size()][among.size()];
    for (int i = 0; i < labels.length; i++) {
      Map<String, String> row = rows.get(films.get(i));
      labels[i] = among.indexOf(row.get("label"));
      double sum = 0;
      for (int k = 0; k < among.size(); k++) {
        probabilities[i][k] = Double.parseDouble(row.getOrDefault(PROBABILITY + among.get(k), "0"));
        sum += probabilities[i][k];
      }
      for (int k = 0; k < among.size(); k++) {
        probabilities[i][k] /= sum;
      }
    }
    return new Predictions(labels, probabilities);
  }

  private static Map<String, Map<String, String>> rows(Path table) throws IOException {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    try (MappingIterator<Map<String, String>> read =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(table.toFile())) {
      while (read.hasNext()) {
        Map<String, String> row = read.next();
        if ("ok".equals(row.get("status"))) {
          rows.put(row.getOrDefault("file", ""), row);
        }
      }
    }
    return rows;
  }

  private static String shown(Interval interval) {
    return String.format(
        Locale.ROOT, "%.3f (%.3f to %.3f)", interval.value(), interval.low(), interval.high());
  }
}
