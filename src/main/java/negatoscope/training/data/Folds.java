package negatoscope.training.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How films are shared out for cross-validation. */
public sealed interface Folds {
  /**
   * Splits in which whole groups are kept together.
   *
   * @throws negatoscope.task.Failure {@code BAD_DATASET} where a class has fewer groups than folds,
   *     or than three, or where the folds that are given cannot be used
   */
  List<Split> splits(DataSet dataSet, FilmGroups together, long seed);

  /** As many splits of the same films, which are drawn one by one, whoever they show. */
  List<Split> atRandom(DataSet dataSet, long seed);

  /**
   * Drawn by a seed, each class of each collection shared out alike.
   *
   * @param count 2 at least
   */
  record Drawn(int count) implements Folds {
    /** Checks the number. */
    public Drawn {
      if (count < 2) {
        throw new IllegalArgumentException(count + " folds");
      }
    }

    @Override
    public List<Split> splits(DataSet dataSet, FilmGroups together, long seed) {
      return drawn(dataSet, together, dataSet.rows(), count, seed);
    }

    @Override
    public List<Split> atRandom(DataSet dataSet, long seed) {
      return splits(dataSet, FilmGroups.single(dataSet.films().size()), seed);
    }
  }

  /** As the column {@code fold} of the data set's table says; films without one take no part. */
  record Given() implements Folds {
    @Override
    public List<Split> splits(DataSet dataSet, FilmGroups together, long seed) {
      List<String> names = names(dataSet);
      int[] foldOf =
          dataSet.films().stream().mapToInt(film -> names.indexOf(film.fold())).toArray();
      checkPatients(dataSet);
      return Split.folds(dataSet, together, foldOf, names.size(), seed);
    }

    @Override
    public List<Split> atRandom(DataSet dataSet, long seed) {
      int[] rows =
          Arrays.stream(dataSet.rows())
              .filter(row -> !dataSet.films().get(row).fold().isEmpty())
              .toArray();
      FilmGroups single = FilmGroups.single(dataSet.films().size());
      return drawn(dataSet, single, rows, names(dataSet).size(), seed);
    }

    private static List<String> names(DataSet dataSet) {
      List<String> names =
          dataSet.films().stream()
              .map(LabelledFilm::fold)
              .filter(fold -> !fold.isEmpty())
              .distinct()
              .sorted()
              .toList();
      if (names.size() < 2) {
        throw DataSet.bad(
            dataSet.source(),
            "gives " + (names.isEmpty() ? "no fold." : "only the fold " + names.get(0) + "."),
            "Give the folds in a column fold of its table or of splits.csv, or say how many.");
      }
      return names;
    }

    private static void checkPatients(DataSet dataSet) {
      Map<String, String> foldOf = new HashMap<>();
      for (LabelledFilm film : dataSet.films()) {
        String fold = film.fold();
        String other = fold.isEmpty() ? null : foldOf.putIfAbsent(film.patient(), fold);
        if (other != null && !other.equals(fold)) {
          throw DataSet.bad(
              dataSet.source(),
              "has patient %s in the folds %s and %s.".formatted(film.patient(), other, fold),
              "Keep all films of a patient in one fold.");
        }
      }
    }
  }

  private static List<Split> drawn(
      DataSet dataSet, FilmGroups together, int[] rows, int count, long seed) {
    Split.checkPatients(dataSet, together, rows, Math.max(count, Split.LEAST_PATIENTS));
    int[] foldOf = Split.foldOf(dataSet, together, rows, count, seed);
    return Split.folds(dataSet, together, foldOf, count, seed);
  }
}
