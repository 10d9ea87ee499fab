package negatoscope.training.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import negatoscope.evaluation.Bootstrap;
import negatoscope.evaluation.CramersV;
import negatoscope.evaluation.Interval;
import negatoscope.evaluation.Predictions;
import negatoscope.evaluation.ResampledAuc;
import negatoscope.task.Cancellation;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.FilmGroups;
import negatoscope.training.data.Split;

/** Asks of a data set whether what is beside the lungs tells the class. */
final class ShortcutProbes {
  private static final int FOLDS = 5;
  private static final int RESAMPLES = 300;
  private static final long SEED = 1;

  /** Fewer films of a class tell nothing. */
  private static final int LEAST_FILMS = 10;

  private final ScannedSet set;
  private final FilmGroups groups;
  private final Cancellation cancellation;

  ShortcutProbes(ScannedSet readable, Cancellation cancellation) {
    this.set = readable;
    this.groups = readable.groups();
    this.cancellation = cancellation;
  }

  /** Over all films, then inside each collection; those first that tell most. */
  List<Shortcut> probe() {
    DataSet all = set.dataSet();
    List<Shortcut> found = new ArrayList<>(probe(all.rows(), ""));
    Map<String, Integer> collections = all.perCollection(all.rows());
    if (collections.size() > 1) {
      for (String collection : collections.keySet()) {
        int[] rows =
            Arrays.stream(all.rows())
                .filter(row -> all.films().get(row).collection().equals(collection))
                .toArray();
        found.addAll(probe(rows, collection));
      }
    }
    return found;
  }

  private List<Shortcut> probe(int[] rows, String inside) {
    List<Shortcut> found = new ArrayList<>();
    List<Attribute> varying = new ArrayList<>();
    for (Attribute attribute : Attribute.values()) {
      shortcut(List.of(attribute), rows, inside)
          .ifPresent(
              shortcut -> {
                found.add(shortcut);
                if (shortcut.films() == rows.length) {
                  varying.add(attribute);
                }
              });
    }
    found.sort((a, b) -> Double.compare(b.auc().value(), a.auc().value()));
    if (varying.size() > 1) {
      shortcut(varying, rows, inside).ifPresent(together -> found.add(0, together));
    }
    return found;
  }

  /** Empty where too few films state the attributes, or all state the same. */
  private Optional<Shortcut> shortcut(List<Attribute> attributes, int[] rows, String inside) {
    cancellation.check();
    int[] stated =
        Arrays.stream(rows)
            .filter(row -> attributes.stream().allMatch(a -> a.values(film(row)).isPresent()))
            .toArray();
    int[] judged = ofJudgedClasses(stated);
    if (judged.length == 0) {
      return Optional.empty();
    }
    List<List<?>> columns = columns(attributes, judged);
    if (columns.stream().noneMatch(column -> column.stream().distinct().count() > 1)) {
      return Optional.empty();
    }
    int[] labels = set.dataSet().labels(judged);
    Optional<Double> association =
        attributes.size() == 1 ? Optional.of(association(columns, labels)) : Optional.empty();
    ResampledAuc auc = ResampledAuc.of(predictions(columns, labels, judged));
    int[] all = IntStream.range(0, judged.length).toArray();
    Map<String, Double> perClass = new TreeMap<>();
    Arrays.stream(labels)
        .distinct()
        .forEach(k -> perClass.put(set.dataSet().classes().get(k), auc.ofClass(k, all)));
    return Optional.of(
        new Shortcut(
            attributes, inside, judged.length, association, interval(auc, judged), perClass));
  }

  private ScannedFilm film(int row) {
    return set.films().get(row);
  }

  /** Films of classes of which there are enough; nothing if that is one class or none. */
  private int[] ofJudgedClasses(int[] rows) {
    DataSet all = set.dataSet();
    Map<String, Integer> counts = all.perClass(rows);
    boolean[] enough = new boolean[all.classes().size()];
    int classes = 0;
    for (int k = 0; k < enough.length; k++) {
      enough[k] = counts.getOrDefault(all.classes().get(k), 0) >= LEAST_FILMS;
      classes += enough[k] ? 1 : 0;
    }
    return classes < 2
        ? new int[0]
        : Arrays.stream(rows).filter(row -> enough[film(row).film().label()]).toArray();
  }

  private List<List<?>> columns(List<Attribute> attributes, int[] rows) {
    List<List<?>> columns = new ArrayList<>();
    for (Attribute attribute : attributes) {
      List<List<?>> values = new ArrayList<>();
      for (int row : rows) {
        values.add(attribute.values(film(row)).orElseThrow());
      }
      for (int column = 0; column < values.get(0).size(); column++) {
        int number = column;
        columns.add(values.stream().<Object>map(list -> list.get(number)).toList());
      }
    }
    return columns;
  }

  /** Of several columns that of the closest one. */
  private static double association(List<List<?>> columns, int[] labels) {
    int[] rows = new int[labels.length];
    Arrays.setAll(rows, i -> i);
    double most = 0;
    for (List<?> column : columns) {
      Bins bins = Bins.of(column, rows);
      int[] groups = column.stream().mapToInt(bins::of).toArray();
      double v = CramersV.of(groups, labels);
      most = Double.isNaN(v) ? most : Math.max(most, v);
    }
    return most;
  }

  /** Of every film by a classifier that saw no film of its group. */
  private Predictions predictions(List<List<?>> columns, int[] labels, int[] rows) {
    int classes = set.dataSet().classes().size();
    double[][] probabilities = new double[labels.length][];
    int[] foldOf = foldOf(rows);
    for (int fold = 0; fold < FOLDS; fold++) {
      int number = fold;
      int[] others = IntStream.range(0, rows.length).filter(i -> foldOf[i] != number).toArray();
      NaiveBayes classifier = new NaiveBayes(columns, labels, classes, others);
      for (int i = 0; i < rows.length; i++) {
        if (foldOf[i] == fold) {
          probabilities[i] = classifier.probabilities(columns, i);
        }
      }
    }
    return new Predictions(labels, probabilities);
  }

  private Interval interval(ResampledAuc auc, int[] rows) {
    List<String> patients =
        Arrays.stream(rows).mapToObj(row -> Integer.toString(groups.of(row))).toList();
    return Bootstrap.byGroup(patients, RESAMPLES, SEED).interval(auc::macro);
  }

  private int[] foldOf(int[] rows) {
    int[] parts = Split.foldOf(set.dataSet(), groups, rows, FOLDS, SEED);
    return Arrays.stream(rows).map(row -> parts[row]).toArray();
  }
}
