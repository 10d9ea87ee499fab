package negatoscope.network.backbone;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that someone may have meant. */
final class Spelling {
  private Spelling() {}

  /** The names of least edit distance, case aside; of equal ones those that stand first. */
  static List<String> nearest(String name, Collection<String> names, int count) {
    String lower = name.toLowerCase(Locale.ROOT);
    return names.stream()
        .sorted(Comparator.comparingInt(other -> distance(lower, other.toLowerCase(Locale.ROOT))))
        .limit(count)
        .toList();
  }

  /** How many letters are put in, left out or changed (Levenshtein 1966). */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
