package negatoscope.training.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which films of a data set the weights learn from, which the choices are made on, and which are
 * kept for the end. A patient is in one part only.
 *
 * @param train rows of the data set
 * @param validation rows of the data set
 * @param test rows of the data set; may be empty
 * @param seed of a split made here
 * @param by {@code given}, or {@code patient} where it was made here
 */
public record Split(int[] train, int[] validation, int[] test, long seed, String by) {
  private static final int LEAST_PATIENTS = 3;

  /** Wanted shares of train, validation and test. */
  public record Shares(double train, double validation, double test) {
    /** 64, 16 and 20 of 100 films. */
    public static final Shares USUAL = new Shares(0.64, 0.16, 0.20);

    private double[] all() {
      return new double[] {train, validation, test};
    }
  }

  /**
   * The given parts where the data set has them, else parts made by {@link #make}. Where parts are
   * given but none for validation, a fifth of the given training films is taken for it.
   */
  public static Split of(DataSet dataSet, long seed) {
    if (dataSet.films().stream().allMatch(film -> film.part() == null)) {
      return make(dataSet, Shares.USUAL, seed);
    }
    int[] train = given(dataSet, Part.TRAIN);
    int[] validation = given(dataSet, Part.VALIDATION);
    if (validation.length == 0) {
      int[][] parts = share(dataSet, train, new double[] {0.8, 0.2}, seed);
      train = parts[0];
      validation = parts[1];
    }
    Split split = new Split(train, validation, given(dataSet, Part.TEST), seed, "given");
    split.check(dataSet);
    return split;
  }

  /**
   * Draws the parts: whole patients, each class of each collection shared out alike.
   *
   * @throws negatoscope.task.Failure {@code BAD_DATASET} where a class has fewer than three
   *     patients
   */
  public static Split make(DataSet dataSet, Shares shares, long seed) {
    int[] all = IntStream.range(0, dataSet.films().size()).toArray();
    int[][] parts = share(dataSet, all, shares.all(), seed);
    Split split = new Split(parts[0], parts[1], parts[2], seed, "patient");
    split.check(dataSet);
    return split;
  }

  private static int[] given(DataSet dataSet, Part part) {
    return IntStream.range(0, dataSet.films().size())
        .filter(row -> dataSet.films().get(row).part() == part)
        .toArray();
  }

  private static int[][] share(DataSet dataSet, int[] rows, double[] shares, long seed) {
    for (int k = 0; k < dataSet.classes().size(); k++) {
      int label = k;
      int[] ofClass =
          Arrays.stream(rows).filter(row -> dataSet.films().get(row).label() == label).toArray();
      if (dataSet.patients(ofClass) < LEAST_PATIENTS) {
        throw DataSet.bad(
            dataSet.source(),
            "has fewer than three patients of class " + dataSet.classes().get(k) + ".",
            "Add films, or give the parts in a table with the column split.");
      }
    }
    return new Dealer(dataSet, rows, shares, seed).deal();
  }

  private void check(DataSet dataSet) {
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
  }

  /** Deals patients out, the largest first, each to the part that lacks most of such films. */
  private static final class Dealer {
    private final DataSet dataSet;
    private final double[] shares;
    private final List<List<Integer>> patients;
    private final Map<String, double[]> lacking = new TreeMap<>();
    private final Map<Integer, double[]> lackingOfClass = new TreeMap<>();

    Dealer(DataSet dataSet, int[] rows, double[] shares, long seed) {
      this.dataSet = dataSet;
      this.shares = shares.clone();
      Map<String, List<Integer>> byPatient = new LinkedHashMap<>();
      for (int row : rows) {
        LabelledFilm film = dataSet.films().get(row);
        byPatient.computeIfAbsent(film.patient(), name -> new ArrayList<>()).add(row);
        want(lacking.computeIfAbsent(stratum(row), name -> new double[shares.length]));
        want(lackingOfClass.computeIfAbsent(film.label(), name -> new double[shares.length]));
      }
      patients = new ArrayList<>(byPatient.values());
      Collections.shuffle(patients, new Random(seed));
      patients.sort((a, b) -> Integer.compare(b.size(), a.size()));
    }

    private void want(double[] films) {
      for (int part = 0; part < films.length; part++) {
        films[part] += shares[part];
      }
    }

    private String stratum(int row) {
      LabelledFilm film = dataSet.films().get(row);
      return film.label() + " " + film.collection();
    }

    int[][] deal() {
      List<List<Integer>> parts = new ArrayList<>();
      for (int part = 0; part < shares.length; part++) {
        parts.add(new ArrayList<>());
      }
      for (List<Integer> films : patients) {
        int part = neediest(films);
        parts.get(part).addAll(films);
        for (int row : films) {
          give(lacking.get(stratum(row)), part);
          give(lackingOfClass.get(dataSet.films().get(row).label()), part);
        }
      }
      return parts.stream()
          .map(part -> part.stream().mapToInt(Integer::intValue).sorted().toArray())
          .toArray(int[][]::new);
    }

    private static void give(double @Nullable [] films, int part) {
      if (films != null) {
        films[part]--;
      }
    }

    /** Relative to what the part is to get, so that each part has some of a rare class. */
    private int neediest(List<Integer> films) {
      int best = 0;
      double most = Double.NEGATIVE_INFINITY;
      for (int part = 0; part < shares.length; part++) {
        if (shares[part] <= 0) {
          continue;
        }
        double need = 0;
        for (int row : films) {
          double[] inStratum = lacking.getOrDefault(stratum(row), new double[shares.length]);
          double[] inClass =
              lackingOfClass.getOrDefault(
                  dataSet.films().get(row).label(), new double[shares.length]);
          need += (inStratum[part] + inClass[part]) / shares[part];
        }
        if (need > most) {
          most = need;
          best = part;
        }
      }
      return best;
    }
  }
}
