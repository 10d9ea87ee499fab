package negatoscope.training.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.FilmGroups;
import negatoscope.training.data.LabelledFilm;

/**
 * A data set whose every film was looked at.
 *
 * @param dataSet with the patients that the films themselves name
 * @param films in the order of the data set
 * @param copies films that show the same, in the order of their rows
 */
public record ScannedSet(DataSet dataSet, List<ScannedFilm> films, List<CopyPair> copies) {
  /** Copies the lists. */
  public ScannedSet {
    films = List.copyOf(films);
    copies = List.copyOf(copies);
  }

  /** Films of a patient and copies of one another stay together. */
  public FilmGroups groups() {
    return FilmGroups.ofPatients(dataSet).joined(pairs());
  }

  /** The groups of films that show the same, with two members or more each. */
  public List<DuplicateGroup> duplicates() {
    return FilmGroups.single(films.size()).joined(pairs()).among(dataSet.rows()).stream()
        .filter(rows -> rows.length > 1)
        .map(rows -> DuplicateGroup.of(this, rows))
        .toList();
  }

  private List<int[]> pairs() {
    return copies.stream().map(pair -> new int[] {pair.first(), pair.second()}).toList();
  }

  /**
   * The same without the films that cannot be read.
   *
   * @throws negatoscope.task.Failure {@code BAD_DATASET} if nothing is left of a class
   */
  public ScannedSet readable() {
    int[] kept =
        Arrays.stream(dataSet.rows())
            .filter(row -> films.get(row).state() instanceof FilmState.Read)
            .toArray();
    ScannedSet rest = only(kept);
    rest.dataSet
        .perClass(rest.dataSet.rows())
        .forEach(
            (name, count) -> {
              if (count == 0) {
                throw DataSet.bad(
                    dataSet.source(),
                    "has no film of class " + name + " that can be read.",
                    reason(name) + " Put films there that open, or leave the class out.");
              }
            });
    return rest;
  }

  /** Why the first film of a class cannot be read. */
  private String reason(String className) {
    int label = dataSet.classes().indexOf(className);
    return films.stream()
        .filter(film -> film.film().label() == label)
        .map(ScannedFilm::state)
        .filter(FilmState.Unreadable.class::isInstance)
        .map(state -> ((FilmState.Unreadable) state).reason())
        .findFirst()
        .orElse("");
  }

  /** The same without some films, such as those that the user excludes. */
  public ScannedSet without(Set<Integer> rows) {
    return only(Arrays.stream(dataSet.rows()).filter(row -> !rows.contains(row)).toArray());
  }

  private ScannedSet only(int[] kept) {
    int[] now = new int[films.size()];
    Arrays.fill(now, -1);
    List<ScannedFilm> some = new ArrayList<>();
    for (int row : kept) {
      now[row] = some.size();
      some.add(films.get(row));
    }
    List<LabelledFilm> labelled = some.stream().map(ScannedFilm::film).collect(Collectors.toList());
    List<CopyPair> pairs = new ArrayList<>();
    for (CopyPair pair : copies) {
      if (now[pair.first()] >= 0 && now[pair.second()] >= 0) {
        pairs.add(
            new CopyPair(
                now[pair.first()], now[pair.second()], pair.exact(), pair.turn(), pair.likeness()));
      }
    }
    return new ScannedSet(dataSet.with(labelled), some, pairs);
  }
}
