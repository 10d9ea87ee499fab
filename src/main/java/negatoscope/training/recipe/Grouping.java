package negatoscope.training.recipe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** By what films are put into groups that are to count alike. */
public enum Grouping {
  /** Films of one class. */
  CLASS,
  /** Films of one collection. */
  COLLECTION,
  /** Films of one class in one collection. */
  CLASS_IN_COLLECTION;

  /**
   * The groups of some films.
   *
   * @param labels class of each film
   * @param collections collection of each film
   */
  public Groups of(int[] labels, List<String> collections) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      names.add(name(labels[i], collections.get(i)));
    }
    List<String> groups = List.copyOf(new TreeSet<>(names));
    int[] of = names.stream().mapToInt(name -> Collections.binarySearch(groups, name)).toArray();
    return new Groups(of, groups.size());
  }

  private String name(int label, String collection) {
    return switch (this) {
      case CLASS -> String.valueOf(label);
      case COLLECTION -> collection;
      case CLASS_IN_COLLECTION -> collection + "\n" + label;
    };
  }
}
