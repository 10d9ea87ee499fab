package negatoscope.training.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;

/**
 * How many films have something in common.
 *
 * @param name what they have in common; empty where nothing is stated
 * @param films how many there are
 * @param patients of how many patients
 * @param perClass how many of each class, in the order of the classes
 */
public record GroupCount(String name, int films, int patients, List<Integer> perClass) {
  /** Copies the list. */
  public GroupCount {
    perClass = List.copyOf(perClass);
  }

  /** Counts the films of each name, in the order of the names. */
  static List<GroupCount> count(DataSet dataSet, Function<Integer, String> nameOfRow) {
    Map<String, List<Integer>> rows = new TreeMap<>();
    for (int row : dataSet.rows()) {
      rows.computeIfAbsent(nameOfRow.apply(row), name -> new ArrayList<>()).add(row);
    }
    List<GroupCount> counts = new ArrayList<>();
    rows.forEach(
        (name, some) -> {
          int[] array = some.stream().mapToInt(Integer::intValue).toArray();
          counts.add(
              new GroupCount(
                  name,
                  array.length,
                  dataSet.patients(array),
                  List.copyOf(dataSet.perClass(array).values())));
        });
    return counts;
  }

  /** Of each class, in the order of the classes. */
  static List<GroupCount> perClass(DataSet dataSet) {
    Function<Integer, LabelledFilm> film = dataSet.films()::get;
    List<GroupCount> byName = count(dataSet, row -> dataSet.classes().get(film.apply(row).label()));
    return dataSet.classes().stream()
        .flatMap(name -> byName.stream().filter(count -> count.name().equals(name)))
        .toList();
  }
}
