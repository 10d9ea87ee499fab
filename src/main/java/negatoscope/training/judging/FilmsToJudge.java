package negatoscope.training.judging;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import negatoscope.library.Model;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.data.Part;

/**
 * The films of a data set that models can honestly be judged on: those of the test part where the
 * data set has parts, without any that a model learned from or was chosen by.
 *
 * @param dataSet with the models' classes
 * @param films to judge
 * @param learned left out, since a model learned from them or was chosen by them
 * @param otherParts left out, since they belong to another part
 * @param notes sentences on what was left out, and on what is not known
 */
public record FilmsToJudge(
    DataSet dataSet,
    List<LabelledFilm> films,
    List<LabelledFilm> learned,
    List<LabelledFilm> otherParts,
    List<String> notes) {
  /** Copies the lists. */
  public FilmsToJudge {
    films = List.copyOf(films);
    learned = List.copyOf(learned);
    otherParts = List.copyOf(otherParts);
    notes = List.copyOf(notes);
  }

  /** Which part of a data set with parts. */
  public enum Choice {
    TEST,
    VALIDATION,
    TRAIN,
    ALL;

    private boolean takes(LabelledFilm film) {
      return this == ALL || film.part() == null || film.part() == Part.valueOf(name());
    }
  }

  /**
   * Chooses.
   *
   * @throws negatoscope.task.Failure {@code BAD_DATASET} if nothing is left
   */
  public static FilmsToJudge of(
      DataSet dataSet,
      Choice choice,
      List<Model> models,
      Progress progress,
      Cancellation cancellation) {
    List<String> notes = new ArrayList<>();
    List<LabelledFilm> chosen = new ArrayList<>();
    List<LabelledFilm> otherParts = new ArrayList<>();
    for (LabelledFilm film : dataSet.films()) {
      (choice.takes(film) ? chosen : otherParts).add(film);
    }
    if (!otherParts.isEmpty()) {
      notes.add(
          "The data set has parts: %s judged, %s left out since they belong to others."
              .formatted(
                  count(chosen.size(), choice.name().toLowerCase(Locale.ROOT) + " film"),
                  count(otherParts.size(), "film")));
    }
    Set<LabelledFilm> learned = new LinkedHashSet<>();
    for (Model model : models) {
      Optional<LearnedFilms> known = LearnedFilms.of(model);
      if (known.isEmpty()) {
        notes.add(
            "Which films "
                + model.card().name()
                + " learned from is not known here; films of its training may be among these, and"
                + " would flatter it.");
        continue;
      }
      int before = learned.size();
      for (int i = 0; i < chosen.size(); i++) {
        cancellation.check();
        progress.report(i, chosen.size(), "Looking for films of the training");
        if (known.get().hold(chosen.get(i))) {
          learned.add(chosen.get(i));
        }
      }
      if (learned.size() > before) {
        notes.add(
            "%s left out: %s learned from them or was chosen by them."
                .formatted(count(learned.size() - before, "film"), model.card().name()));
      }
    }
    chosen.removeAll(learned);
    if (chosen.isEmpty()) {
      throw nothingLeft(dataSet, choice, learned.size());
    }
    return new FilmsToJudge(dataSet, chosen, List.copyOf(learned), otherParts, notes);
  }

  private static negatoscope.task.Failure nothingLeft(DataSet dataSet, Choice choice, int learned) {
    BiFunction<String, String, negatoscope.task.Failure> bad =
        (what, advice) -> DataSet.bad(dataSet.source(), what, advice);
    return learned > 0
        ? bad.apply(
            "holds only films that the model learned from or was chosen by.",
            "Figures on them would mean nothing; name other films.")
        : bad.apply(
            "has no films in the part " + choice.name().toLowerCase(Locale.ROOT) + ".",
            "Choose another part.");
  }

  private static String count(int films, String what) {
    return films == 1 ? "1 " + what + " is" : films + " " + what + "s are";
  }
}
