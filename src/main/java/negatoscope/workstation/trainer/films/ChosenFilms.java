package negatoscope.workstation.trainer.films;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.data.PatientPattern;
import negatoscope.training.data.PatientSource;
import negatoscope.training.data.Split;
import negatoscope.training.scan.ScannedFilm;
import negatoscope.training.scan.ScannedSet;

/**
 * The films that are learned from, under the names of their classes, and their parts.
 *
 * @param set the films
 * @param split their parts
 */
public record ChosenFilms(ScannedSet set, Split split) {

  /**
   * Takes the films of some labels under new names, and shares them out.
   *
   * @param found the films that can be read and were not left out
   * @param names of the classes by label, in the order of the labels; labels that are missing are
   *     left out, and those of the same name are merged
   * @param pattern tells patients that no table states; empty for none
   * @throws Failure {@code BAD_DATASET} where fewer than two classes are left, names cannot be
   *     names, or the films cannot be shared out
   */
  static ChosenFilms of(
      ScannedSet found,
      Map<String, String> names,
      Optional<PatientPattern> pattern,
      SplitWish wish) {
    ScannedSet set = named(found, checked(names), pattern);
    DataSet dataSet = set.dataSet();
    dataSet
        .perClass(dataSet.rows())
        .forEach(
            (name, count) -> {
              if (count == 0) {
                throw bad("No film of class " + name + " is left: take some in again.");
              }
            });
    if (wish.given() && hasParts(dataSet)) {
      return new ChosenFilms(set, Split.of(dataSet, set.groups(), wish.seed()));
    }
    if (!wish.trouble().isEmpty()) {
      throw bad(wish.trouble());
    }
    return new ChosenFilms(set, Split.make(dataSet, set.groups(), wish.shares(), wish.seed()));
  }

  /** Whether films came with their parts. */
  static boolean hasParts(DataSet dataSet) {
    return dataSet.films().stream().anyMatch(film -> film.part() != null);
  }

  private static Map<String, String> checked(Map<String, String> names) {
    Map<String, String> stripped = new LinkedHashMap<>();
    names.forEach((label, name) -> stripped.put(label, name.strip()));
    Map<String, String> lower = new HashMap<>();
    for (String name : stripped.values()) {
      if (name.isEmpty() || name.contains(",")) {
        throw bad("Give every class a name, without a comma in it.");
      }
      String other = lower.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      if (other != null && !other.equals(name)) {
        throw bad(
            "The classes %s and %s differ only by case; write them alike to merge them."
                .formatted(other, name));
      }
    }
    if (lower.size() < 2) {
      throw bad("A network needs two classes at least to tell apart.");
    }
    return stripped;
  }

  private static ScannedSet named(
      ScannedSet found, Map<String, String> names, Optional<PatientPattern> pattern) {
    List<String> labels = found.dataSet().classes();
    List<ScannedFilm> all = found.films();
    Set<Integer> out =
        IntStream.range(0, all.size())
            .filter(row -> !names.containsKey(labels.get(all.get(row).film().label())))
            .boxed()
            .collect(Collectors.toSet());
    ScannedSet kept = found.without(out);
    List<String> classes = names.values().stream().distinct().toList();
    List<ScannedFilm> films = new ArrayList<>();
    for (ScannedFilm film : kept.films()) {
      String name = names.getOrDefault(labels.get(film.film().label()), "");
      LabelledFilm named = film.film().labelled(classes.indexOf(name));
      films.add(new ScannedFilm(ofPatient(named, pattern), film.state()));
    }
    List<LabelledFilm> labelled = films.stream().map(ScannedFilm::film).toList();
    DataSet dataSet = new DataSet(found.dataSet().source(), classes, labelled);
    return new ScannedSet(dataSet, films, kept.copies());
  }

  /** A table's word goes before the pattern's, and that before the file's own. */
  private static LabelledFilm ofPatient(LabelledFilm film, Optional<PatientPattern> pattern) {
    return film.patientSource() == PatientSource.TABLE
        ? film
        : pattern
            .flatMap(one -> one.patient(film.name()))
            .map(patient -> film.of(patient, PatientSource.PATTERN))
            .orElse(film);
  }

  private static Failure bad(String sentence) {
    return new Failure(ErrorCode.BAD_DATASET, sentence, "");
  }
}
