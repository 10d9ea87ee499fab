package negatoscope.training.recipe;

import static negatoscope.training.recipe.Ranges.require;

import java.util.List;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/**
 * Classes that look alike because one is a kind of the other, as COVID-19 is a pneumonia: a film of
 * one counts in part as the others, so that what is common to them is learned from the films, and
 * so the collections, of all of them.
 *
 * @param classes two or more; empty for none
 * @param share of a film's target that goes to the other classes, 0 to 0.5
 */
public record Related(List<String> classes, double share) {
  /** No classes are related. */
  public static final Related NONE = new Related(List.of(), 0);

  private static final double MOST = 0.5;

  /** Copies the list; checks the range. */
  public Related {
    classes = List.copyOf(classes);
    require(share >= 0 && share <= MOST, "the share of related classes must be from 0 to 0.5");
    require(
        share == 0 || classes.stream().distinct().count() >= 2,
        "related classes must be two at least");
  }

  /**
   * What is to be answered to a film of each class: rows that sum to 1.
   *
   * @param names of all classes, in the network's order
   * @throws Failure {@code BAD_DATASET} if a related class is none of them
   */
  public double[][] targets(List<String> names) {
    for (String related : classes) {
      if (share > 0 && !names.contains(related)) {
        throw new Failure(
            ErrorCode.BAD_DATASET,
            "There is no class " + related + " that could be related to others.",
            "The classes are " + String.join(", ", names) + ".");
      }
    }
    double[][] targets = new double[names.size()][names.size()];
    for (int k = 0; k < targets.length; k++) {
      boolean kin = share > 0 && classes.contains(names.get(k));
      targets[k][k] = kin ? 1 - share : 1;
      for (int other = 0; kin && other < targets.length; other++) {
        if (other != k && classes.contains(names.get(other))) {
          targets[k][other] = share / (classes.size() - 1);
        }
      }
    }
    return targets;
  }
}
