package negatoscope.training.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which films must stay together when a data set is shared out: those of a patient, and copies of
 * one another with all films of both their patients.
 */
public final class FilmGroups {
  private final int[] leaders;

  private FilmGroups(int[] leaders) {
    this.leaders = leaders;
  }

  /** A group for each patient. */
  public static FilmGroups ofPatients(DataSet dataSet) {
    int[] leaders = new int[dataSet.films().size()];
    Map<String, Integer> first = new HashMap<>();
    for (int row = 0; row < leaders.length; row++) {
      Integer other = first.putIfAbsent(dataSet.films().get(row).patient(), row);
      leaders[row] = other == null ? row : other;
    }
    return new FilmGroups(leaders);
  }

  /** A group for each film. */
  public static FilmGroups single(int films) {
    int[] leaders = new int[films];
    Arrays.setAll(leaders, row -> row);
    return new FilmGroups(leaders);
  }

  /**
   * The same, with some groups put together.
   *
   * @param pairs two rows each
   */
  public FilmGroups joined(Collection<int[]> pairs) {
    int[] joined = leaders.clone();
    for (int[] pair : pairs) {
      int one = leader(joined, pair[0]);
      int other = leader(joined, pair[1]);
      joined[Math.max(one, other)] = Math.min(one, other);
    }
    for (int row = 0; row < joined.length; row++) {
      joined[row] = leader(joined, row);
    }
    return new FilmGroups(joined);
  }

  private static int leader(int[] leaders, int row) {
    int leader = row;
    while (leaders[leader] != leader) {
      leaders[leader] = leaders[leaders[leader]];
      leader = leaders[leader];
    }
    return leader;
  }

  /** The group of a film: the lowest row that belongs to it. */
  public int of(int row) {
    return leaders[row];
  }

  /** The films of each group, as far as they are among some films, in the order of those. */
  public List<int[]> among(int[] rows) {
    Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    for (int row : rows) {
      members.computeIfAbsent(leaders[row], leader -> new ArrayList<>()).add(row);
    }
    return members.values().stream()
        .map(films -> films.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  /** How many groups some films have. */
  public int count(int[] rows) {
    return (int) Arrays.stream(rows).map(this::of).distinct().count();
  }
}
