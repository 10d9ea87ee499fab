package negatoscope.training.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import negatoscope.training.TrainingOrder;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.FilmGroups;
import negatoscope.training.data.Folds;
import negatoscope.training.data.Split;
import negatoscope.training.judging.Probe;
import org.jspecify.annotations.Nullable;

/**
 * The trainings of a series.
 *
 * @param name of the series; the members' names begin with it
 * @param kind why
 * @param arms one, or ways to share films out that are to be compared
 * @param notes sentences on what was asked for and cannot be
 */
public record SeriesPlan(String name, SeriesKind kind, List<Arm> arms, List<String> notes) {
  /** Copies the lists. */
  public SeriesPlan {
    arms = List.copyOf(arms);
    notes = List.copyOf(notes);
  }

  private SeriesPlan(String name, SeriesKind kind, Arm arm) {
    this(name, kind, List.of(arm), List.of());
  }

  /** What is kept together when films are shared out to folds. */
  public enum By {
    /** Films of a patient, and copies: the honest way. */
    PATIENT,
    /** Nothing: films of a patient are learned from and tested on, as much published work does. */
    FILM,
    /** One after the other, side by side. */
    BOTH
  }

  /**
   * Members that are summed up together.
   *
   * @param label for people; empty where there is one arm
   */
  public record Arm(String label, List<Member> members) {
    /** Copies the list. */
    public Arm {
      members = List.copyOf(members);
    }
  }

  /**
   * One training. Its test films are those that it is judged on.
   *
   * @param name of the model
   * @param label for people
   * @param order what is trained; made when it is its turn, so that the start weights of several
   *     need not be in memory at once
   * @param probe what of every film is blacked out, in training and after, or null
   */
  public record Member(
      String name, String label, Supplier<TrainingOrder> order, @Nullable Probe probe) {}

  /**
   * Cross-validation.
   *
   * @param orders makes the training of a name and a split
   * @throws negatoscope.task.Failure {@code BAD_DATASET} where a class has too few patients, or the
   *     folds that are given cannot be used
   */
  public static SeriesPlan folds(
      String name,
      DataSet dataSet,
      FilmGroups groups,
      Folds folds,
      By by,
      long seed,
      BiFunction<String, Split, TrainingOrder> orders) {
    List<Arm> arms = new ArrayList<>();
    if (by != By.FILM) {
      arms.add(arm(name, "by patient", folds.splits(dataSet, groups, seed), by, orders));
    }
    if (by != By.PATIENT) {
      arms.add(arm(name, "by film, at random", folds.atRandom(dataSet, seed), by, orders));
    }
    return new SeriesPlan(name, SeriesKind.FOLDS, arms, List.of());
  }

  private static Arm arm(
      String name,
      String label,
      List<Split> splits,
      By by,
      BiFunction<String, Split, TrainingOrder> orders) {
    String way = by == By.BOTH && label.startsWith("by film") ? "-film" : "";
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < splits.size(); i++) {
      String member = name + way + "-fold-" + (i + 1);
      Split split = splits.get(i);
      members.add(new Member(member, "fold " + (i + 1), () -> orders.apply(member, split), null));
    }
    return new Arm(by == By.BOTH ? label : "", members);
  }

  /**
   * Collections left out of training, one at a time.
   *
   * @param wanted a collection, or {@code each}
   * @throws negatoscope.task.Failure {@code BAD_DATASET} if there is no such collection, or too
   *     little is left without it
   */
  public static SeriesPlan collections(
      String name,
      DataSet dataSet,
      FilmGroups groups,
      String wanted,
      long seed,
      BiFunction<String, Split, TrainingOrder> orders) {
    Map<String, Split> splits = Split.leaveOneOut(dataSet, groups, seed);
    List<Member> members = new ArrayList<>();
    splits.forEach(
        (collection, split) -> {
          if (wanted.equals(EACH) || wanted.equals(collection)) {
            String member = name + "-without-" + collection.replaceAll("[^A-Za-z0-9._-]", "_");
            String label = collection.isEmpty() ? "not stated" : collection;
            members.add(new Member(member, label, () -> orders.apply(member, split), null));
          }
        });
    if (members.isEmpty()) {
      boolean there = dataSet.perCollection(dataSet.rows()).containsKey(wanted);
      throw DataSet.bad(
          dataSet.source(),
          wanted.equals(EACH) || there
              ? "has too few films to learn every class from without a collection."
              : "has no collection " + wanted + ".",
          "Its collections are "
              + String.join(", ", dataSet.perCollection(dataSet.rows()).keySet())
              + ".");
    }
    List<String> notes = new ArrayList<>();
    for (String collection : dataSet.perCollection(dataSet.rows()).keySet()) {
      if (wanted.equals(EACH) && !splits.containsKey(collection)) {
        notes.add(
            (collection.isEmpty() ? "Films of no stated collection" : collection)
                + " cannot be left out: without it too little is left to learn a class from.");
      }
    }
    return new SeriesPlan(name, SeriesKind.COLLECTIONS, List.of(new Arm("", members)), notes);
  }

  /** Stands for every collection. */
  public static final String EACH = "each";

  /** Backbones under the same split. */
  public static SeriesPlan backbones(String name, List<Member> members) {
    return new SeriesPlan(name, SeriesKind.BACKBONES, new Arm("", members));
  }

  /**
   * A training on whole films, and the same on films with parts blacked out.
   *
   * @param orders makes the training of a name
   */
  public static SeriesPlan probes(
      String name, Split split, BiFunction<String, Split, TrainingOrder> orders) {
    List<Member> members = new ArrayList<>();
    members.add(new Member(name, "whole films", () -> orders.apply(name, split), null));
    for (Probe probe : Probe.values()) {
      String end = probe.name().toLowerCase(Locale.ROOT).replace('_', '-');
      String member = name + "-" + end;
      members.add(new Member(member, probe.title(), () -> orders.apply(member, split), probe));
    }
    return new SeriesPlan(name, SeriesKind.PROBES, new Arm("", members));
  }
}
