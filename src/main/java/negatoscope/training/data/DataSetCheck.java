package negatoscope.training.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What must hold of a data set before anything is done with it. */
final class DataSetCheck {
  private final DataSet dataSet;

  private DataSetCheck(DataSet dataSet) {
    this.dataSet = dataSet;
  }

  static void check(DataSet dataSet) {
    DataSetCheck check = new DataSetCheck(dataSet);
    check.classes();
    check.names();
    check.files();
    check.parts();
  }

  private void classes() {
    List<String> classes = dataSet.classes();
    if (dataSet.films().isEmpty()) {
      throw bad("holds no film.", "Put one folder per class there, with films in each.");
    }
    if (classes.size() < 2) {
      throw bad(
          "has only the class " + classes.get(0) + ".",
          "A network needs at least two classes to tell apart.");
    }
    Map<String, String> lower = new HashMap<>();
    for (String name : classes) {
      String other = lower.put(name.toLowerCase(Locale.ROOT), name);
      if (other != null) {
        throw bad(
            "has the classes " + other + " and " + name + ", which differ only by case.",
            "Write the label of a class in one way.");
      }
    }
  }

  private void names() {
    Set<Path> seen = new HashSet<>();
    Map<String, Part> partOf = new HashMap<>();
    for (LabelledFilm film : dataSet.films()) {
      if (!seen.add(film.file().normalize())) {
        throw bad("names " + film.name() + " twice.", "Keep one row for each film.");
      }
      Part part = film.part();
      if (part != null) {
        Part other = partOf.putIfAbsent(film.patient(), part);
        if (other != null && other != part) {
          throw bad(
              "has patient " + film.patient() + " in both " + other + " and " + part + ".",
              "Keep all films of a patient in one part.");
        }
      }
    }
  }

  private void files() {
    List<String> missing =
        dataSet.films().stream()
            .filter(film -> !Files.isRegularFile(film.file()))
            .map(LabelledFilm::name)
            .toList();
    if (!missing.isEmpty()) {
      String are = missing.size() == 1 ? " that is not there." : " that are not there.";
      throw bad("names " + some(missing) + are, "Paths are relative to the table.");
    }
  }

  private void parts() {
    List<String> without =
        dataSet.films().stream()
            .filter(film -> film.part() == null)
            .map(LabelledFilm::name)
            .toList();
    if (!without.isEmpty() && without.size() < dataSet.films().size()) {
      throw bad(
          "has " + some(without) + " without a part.",
          "Give every film train, validation or test, or none of them.");
    }
  }

  private static String some(Collection<String> names) {
    String first = names.iterator().next();
    return names.size() == 1
        ? "one film (" + first + ")"
        : names.size() + " films (" + first + " first)";
  }

  private negatoscope.task.Failure bad(String what, String advice) {
    return DataSet.bad(dataSet.source(), what, advice);
  }
}
