package negatoscope.training.recipe;

import static negatoscope.training.recipe.Ranges.require;

import java.util.SplittableRandom;
import negatoscope.training.films.Seeds;

/**
 * Which films an epoch shows. A draw is a number from which the film ({@code draw % films}) and how
 * often it came before in the epoch ({@code draw / films}) can be told, so that a film which comes
 * again is varied differently.
 *
 * @param how films are taken
 * @param by what makes a group
 * @param strength of {@link How#DRAWN}: 0 where every film is as likely, 1 where every group is
 */
public record Sampling(How how, Grouping by, double strength) {
  /** How films are taken. */
  public enum How {
    /** Each once, in a drawn order. */
    EACH_ONCE,
    /** As many as there are, drawn with replacement; films of small groups are likelier. */
    DRAWN,
    /**
     * Each once, and those of smaller groups again until all groups are as large as the largest.
     */
    FILLED
  }

  /** Each film once. */
  public static final Sampling EACH_ONCE = new Sampling(How.EACH_ONCE, Grouping.CLASS, 1);

  /** Checks the range. */
  public Sampling {
    require(strength >= 0 && strength <= 1, "the strength of sampling must be from 0 to 1");
  }

  /** How many draws an epoch has. */
  public int length(Groups groups) {
    return how == How.FILLED ? groups.count() * largest(groups.sizes()) : groups.of().length;
  }

  /** The draws of an epoch, in order. */
  public int[] draws(Groups groups, SplittableRandom random) {
    return switch (how) {
      case EACH_ONCE -> Seeds.order(groups.of().length, random);
      case DRAWN -> drawn(groups, random);
      case FILLED -> filled(groups, random);
    };
  }

  private int[] drawn(Groups groups, SplittableRandom random) {
    int films = groups.of().length;
    double[] factors = groups.factors(strength);
    double[] upTo = new double[films];
    double sum = 0;
    for (int i = 0; i < films; i++) {
      sum += factors[groups.of()[i]];
      upTo[i] = sum;
    }
    int[] seen = new int[films];
    int[] draws = new int[films];
    for (int i = 0; i < films; i++) {
      int place = java.util.Arrays.binarySearch(upTo, random.nextDouble() * sum);
      int film = Math.min(films - 1, place < 0 ? -place - 1 : place + 1);
      draws[i] = film + films * seen[film]++;
    }
    return draws;
  }

  /** Groups are gone through again and again, each time in another order. */
  private int[] filled(Groups groups, SplittableRandom random) {
    int films = groups.of().length;
    int[] sizes = groups.sizes();
    int most = largest(sizes);
    int[][] members = new int[groups.count()][];
    int[] placed = new int[groups.count()];
    for (int group = 0; group < members.length; group++) {
      members[group] = new int[sizes[group]];
    }
    for (int film = 0; film < films; film++) {
      int group = groups.of()[film];
      members[group][placed[group]++] = film;
    }
    int[] draws = new int[length(groups)];
    int at = 0;
    for (int[] group : members) {
      for (int round = 0; round * group.length < most; round++) {
        int[] order = Seeds.order(group.length, random);
        for (int i = 0; i < order.length && round * group.length + i < most; i++) {
          draws[at++] = group[order[i]] + films * round;
        }
      }
    }
    int[] mixed = new int[draws.length];
    int[] order = Seeds.order(draws.length, random);
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = draws[order[i]];
    }
    return mixed;
  }

  private static int largest(int[] sizes) {
    return java.util.Arrays.stream(sizes).max().orElse(0);
  }
}
