package negatoscope.training.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.tensor.Turn;

/**
 * Two films that show the same.
 *
 * @param first row of the data set, below {@code second}
 * @param second row of the data set
 * @param exact whether the files have the same content
 * @param turn how the first is to be turned to lie as the second
 * @param likeness correlation of their fine detail, up to 1
 */
public record CopyPair(int first, int second, boolean exact, Turn turn, double likeness) {
  /** Puts the lower row first. */
  public CopyPair {
    if (first > second) {
      int lower = second;
      second = first;
      first = lower;
      turn = turn.inverse();
    }
  }

  /** Each two films once, by their best likeness, in the order of the rows. */
  static List<CopyPair> onceEach(List<CopyPair> pairs) {
    Map<Long, CopyPair> best = new LinkedHashMap<>();
    for (CopyPair pair : pairs) {
      best.merge(
          (long) pair.first() << 32 | pair.second(),
          pair,
          (one, other) -> other.likeness() > one.likeness() ? other : one);
    }
    List<CopyPair> sorted = new ArrayList<>(best.values());
    sorted.sort(Comparator.comparingInt(CopyPair::first).thenComparingInt(CopyPair::second));
    return sorted;
  }
}
