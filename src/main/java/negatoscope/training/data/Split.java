package negatoscope.training.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import negatoscope.task.Failure;

/**
 * Which films of a data set the weights learn from, which the choices are made on, and which are
 * kept for the end. A patient, and a film with its copies, is in one part only.
 *
 * @param train rows of the data set
 * @param validation rows of the data set
 * @param test rows of the data set; may be empty
 * @param seed of a split made here
 * @param by {@code given}; {@code patient} where it was made here; which fold it is; or which
 *     collection is left out
 */
public record Split(int[] train, int[] validation, int[] test, long seed, String by) {
  static final int LEAST_PATIENTS = 3;
  private static final double[] TRAIN_AND_VALIDATION = {0.8, 0.2};

  /** Wanted shares of train, validation and test. */
  public record Shares(double train, double validation, double test) {
    /** 64, 16 and 20 of 100 films. */
    public static final Shares USUAL = new Shares(0.64, 0.16, 0.20);

    private double[] all() {
      return new double[] {train, validation, test};
    }
  }

  /**
   * {@link #of(DataSet, FilmGroups, long)} with the films of a patient kept together.
   *
   * @throws negatoscope.task.Failure {@code BAD_DATASET}
   */
  public static Split of(DataSet dataSet, long seed) {
    return of(dataSet, FilmGroups.ofPatients(dataSet), seed);
  }

  /**
   * The given parts where the data set has them, else parts made by {@link #make}. Where parts are
   * given but none for validation, a fifth of the given training films is taken for it.
   *
   * @throws negatoscope.task.Failure {@code BAD_DATASET} where a class has fewer than three
   *     patients, or is missing from train or validation
   */
  public static Split of(DataSet dataSet, FilmGroups together, long seed) {
    if (dataSet.films().stream().allMatch(film -> film.part() == null)) {
      return make(dataSet, together, Shares.USUAL, seed);
    }
    int[] train = given(dataSet, Part.TRAIN);
    int[] validation = given(dataSet, Part.VALIDATION);
    if (validation.length == 0) {
      int[][] parts = share(dataSet, together, train, TRAIN_AND_VALIDATION, seed);
      train = parts[0];
      validation = parts[1];
    }
    return new Split(train, validation, given(dataSet, Part.TEST), seed, "given").checked(dataSet);
  }

  /** {@link #make(DataSet, FilmGroups, Shares, long)} with the films of a patient kept together. */
  public static Split make(DataSet dataSet, Shares shares, long seed) {
    return make(dataSet, FilmGroups.ofPatients(dataSet), shares, seed);
  }

  /**
   * Draws the parts: whole groups, each class of each collection shared out alike.
   *
   * @throws negatoscope.task.Failure {@code BAD_DATASET} where a class has fewer than three
   *     patients
   */
  public static Split make(DataSet dataSet, FilmGroups together, Shares shares, long seed) {
    int[][] parts = share(dataSet, together, dataSet.rows(), shares.all(), seed);
    return new Split(parts[0], parts[1], parts[2], seed, "patient").checked(dataSet);
  }

  /**
   * Splits for cross-validation: every film with a fold is in the test part of exactly one of them;
   * of the others a fifth is for validation, and those that belong to a group of the test films'
   * are in no part.
   *
   * @param foldOf by row, from 0; −1 for films that take no part
   * @throws negatoscope.task.Failure {@code BAD_DATASET} where too little is left to learn a class
   *     from
   */
  static List<Split> folds(
      DataSet dataSet, FilmGroups together, int[] foldOf, int folds, long seed) {
    List<Split> splits = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int number = fold;
      int[] test = Arrays.stream(dataSet.rows()).filter(row -> foldOf[row] == number).toArray();
      Set<Integer> tested = groups(together, test);
      int[] away =
          Arrays.stream(dataSet.rows())
              .filter(row -> foldOf[row] < 0 || tested.contains(together.of(row)))
              .toArray();
      String by = "fold " + (fold + 1) + " of " + folds;
      splits.add(rest(dataSet, together, test, away, seed, by));
    }
    return splits;
  }

  private static Set<Integer> groups(FilmGroups together, int[] rows) {
    return Arrays.stream(rows).map(together::of).boxed().collect(Collectors.toSet());
  }

  /**
   * The fold of each of some films; whole groups, each class of each collection shared out alike.
   *
   * @return by row of the data set; −1 for rows that were not asked for
   */
  public static int[] foldOf(
      DataSet dataSet, FilmGroups together, int[] rows, int folds, long seed) {
    double[] shares = new double[folds];
    Arrays.fill(shares, 1.0 / folds);
    int[] foldOf = new int[dataSet.films().size()];
    Arrays.fill(foldOf, -1);
    int[][] parts = Dealer.deal(dataSet, together, rows, shares, seed);
    for (int fold = 0; fold < folds; fold++) {
      for (int row : parts[fold]) {
        foldOf[row] = fold;
      }
    }
    return foldOf;
  }

  /**
   * Splits that test on a collection of which nothing was learned, one for each collection. Films
   * of the others that belong to a group of the one left out are in no part.
   *
   * @return by collection; collections without which a class would be missing are left out
   */
  public static Map<String, Split> leaveOneOut(DataSet dataSet, FilmGroups together, long seed) {
    Map<String, Split> splits = new TreeMap<>();
    for (String collection : dataSet.perCollection(dataSet.rows()).keySet()) {
      without(dataSet, together, collection, seed)
          .ifPresent(split -> splits.put(collection, split));
    }
    return splits;
  }

  private static Optional<Split> without(
      DataSet dataSet, FilmGroups together, String collection, long seed) {
    int[] test =
        Arrays.stream(dataSet.rows())
            .filter(row -> dataSet.films().get(row).collection().equals(collection))
            .toArray();
    Set<Integer> groups = groups(together, test);
    int[] away =
        Arrays.stream(dataSet.rows()).filter(row -> groups.contains(together.of(row))).toArray();
    try {
      String by = "without collection " + collection;
      return Optional.of(rest(dataSet, together, test, away, seed, by));
    } catch (Failure e) {
      // Without this collection there is too little left to learn a class from.
      return Optional.empty();
    }
  }

  /** Train and validation of what is left. */
  private static Split rest(
      DataSet dataSet, FilmGroups together, int[] test, int[] away, long seed, String by) {
    Set<Integer> gone = Arrays.stream(away).boxed().collect(Collectors.toSet());
    int[] left = Arrays.stream(dataSet.rows()).filter(row -> !gone.contains(row)).toArray();
    int[][] parts = share(dataSet, together, left, TRAIN_AND_VALIDATION, seed);
    return new Split(parts[0], parts[1], test, seed, by).checked(dataSet);
  }

  private static int[] given(DataSet dataSet, Part part) {
    return Arrays.stream(dataSet.rows())
        .filter(row -> dataSet.films().get(row).part() == part)
        .toArray();
  }

  private static int[][] share(
      DataSet dataSet, FilmGroups together, int[] rows, double[] shares, long seed) {
    checkPatients(dataSet, together, rows, LEAST_PATIENTS);
    return Dealer.deal(dataSet, together, rows, shares, seed);
  }

  static void checkPatients(DataSet dataSet, FilmGroups together, int[] rows, int least) {
    for (int k = 0; k < dataSet.classes().size(); k++) {
      int label = k;
      int[] ofClass =
          Arrays.stream(rows).filter(row -> dataSet.films().get(row).label() == label).toArray();
      if (together.count(ofClass) < least) {
        throw DataSet.bad(
            dataSet.source(),
            "has fewer than %s patients of class %s."
                .formatted(least == LEAST_PATIENTS ? "three" : least, dataSet.classes().get(k)),
            "Add films, or give the parts in a table with the column split.");
      }
    }
  }

  private Split checked(DataSet dataSet) {
    Map<String, Integer> learned = dataSet.perClass(train);
    Map<String, Integer> judged = dataSet.perClass(validation);
    for (String name : dataSet.classes()) {
      if (learned.getOrDefault(name, 0) == 0 || judged.getOrDefault(name, 0) == 0) {
        throw DataSet.bad(
            dataSet.source(),
            "has no film of class " + name + " in train or in validation.",
            "Both parts need films of every class.");
      }
    }
    return this;
  }
}
