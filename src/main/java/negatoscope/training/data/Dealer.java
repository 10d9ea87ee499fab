package negatoscope.training.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Deals whole groups of films out to parts, the largest first, each to the part that lacks most of
 * such films: films of the same class, and of the same class and collection.
 */
final class Dealer {
  private final DataSet dataSet;
  private final double[] shares;
  private final List<int[]> groups;
  private final Map<String, double[]> lacking = new TreeMap<>();
  private final Map<Integer, double[]> lackingOfClass = new TreeMap<>();

  private Dealer(DataSet dataSet, FilmGroups together, int[] rows, double[] shares, long seed) {
    this.dataSet = dataSet;
    this.shares = shares.clone();
    for (int row : rows) {
      want(lacking.computeIfAbsent(stratum(row), name -> new double[shares.length]));
      want(lackingOfClass.computeIfAbsent(label(row), name -> new double[shares.length]));
    }
    groups = new ArrayList<>(together.among(rows));
    Collections.shuffle(groups, new Random(seed));
    groups.sort((a, b) -> Integer.compare(b.length, a.length));
  }

  /**
   * Shares films out.
   *
   * @param shares of the parts, of sum 1
   * @return the rows of each part, ascending
   */
  static int[][] deal(
      DataSet dataSet, FilmGroups together, int[] rows, double[] shares, long seed) {
    return new Dealer(dataSet, together, rows, shares, seed).deal();
  }

  private int[][] deal() {
    List<List<Integer>> parts = new ArrayList<>();
    for (int part = 0; part < shares.length; part++) {
      parts.add(new ArrayList<>());
    }
    for (int[] films : groups) {
      int part = neediest(films);
      for (int row : films) {
        parts.get(part).add(row);
        give(lacking.get(stratum(row)), part);
        give(lackingOfClass.get(label(row)), part);
      }
    }
    return parts.stream()
        .map(part -> part.stream().mapToInt(Integer::intValue).sorted().toArray())
        .toArray(int[][]::new);
  }

  private void want(double[] films) {
    for (int part = 0; part < films.length; part++) {
      films[part] += shares[part];
    }
  }

  private static void give(double @Nullable [] films, int part) {
    if (films != null) {
      films[part]--;
    }
  }

  private int label(int row) {
    return dataSet.films().get(row).label();
  }

  private String stratum(int row) {
    return label(row) + " " + dataSet.films().get(row).collection();
  }

  /** Relative to what the part is to get, so that each part has some of a rare class. */
  private int neediest(int[] films) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int part = 0; part < shares.length; part++) {
      if (shares[part] <= 0) {
        continue;
      }
      double need = 0;
      for (int row : films) {
        need +=
            (lacks(lacking.get(stratum(row)), part) + lacks(lackingOfClass.get(label(row)), part))
                / shares[part];
      }
      if (need > most) {
        most = need;
        best = part;
      }
    }
    return best;
  }

  private static double lacks(double @Nullable [] films, int part) {
    return films == null ? 0 : films[part];
  }
}
