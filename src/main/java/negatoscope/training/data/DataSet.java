package negatoscope.training.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Films with labels, read from a folder per class or from a table; no pixel is read here.
 *
 * @param source the folder or table
 * @param classes names, in the order of the network's outputs
 * @param films in the order of the table, or by path
 */
public record DataSet(Path source, List<String> classes, List<LabelledFilm> films) {
  /** A table of this name in a folder stands for the folder. */
  static final String TABLE = "films.csv";

  /** Copies the lists. */
  public DataSet {
    classes = List.copyOf(classes);
    films = List.copyOf(films);
  }

  /**
   * How a data set is read.
   *
   * @param splits a table {@code file,split} to join on {@code file}, or null: {@code splits.csv}
   *     beside the data set, where there is one
   * @param classes the classes in the wanted order; empty: as they first appear in the table, or by
   *     the folders' names
   */
  public record Options(@Nullable Path splits, List<String> classes) {
    /** Nothing but the folder or table itself. */
    public static final Options NONE = new Options(null, List.of());

    /** Copies the list. */
    public Options {
      classes = List.copyOf(classes);
    }
  }

  /**
   * Reads a folder per class, a folder with {@code films.csv}, or a table.
   *
   * @param filmsBelow finds the films below a folder, as {@code Intake.films} does
   * @throws Failure {@code NOT_FOUND}, or {@code BAD_DATASET}: a table without the columns or with
   *     a damaged row, a film that is missing, named twice, without label or in an unknown part, a
   *     patient in two parts, less than two classes
   */
  public static DataSet scan(Path source, Options options, Function<Path, List<Path>> filmsBelow) {
    if (!Files.exists(source)) {
      throw new Failure(
          ErrorCode.NOT_FOUND,
          source + " does not exist.",
          "Name a folder with one folder per class, or a CSV table with file and label.");
    }
    Path table = Files.isDirectory(source) ? source.resolve(TABLE) : source;
    List<FilmRow> rows =
        Files.isRegularFile(table) ? FilmTable.read(table) : ClassFolders.read(source, filmsBelow);
    Path folder = Files.isDirectory(source) ? source : table.toAbsolutePath().getParent();
    Path beside = folder == null ? Path.of(FilmTable.SPLITS) : folder.resolve(FilmTable.SPLITS);
    if (options.splits() != null) {
      rows = FilmTable.join(rows, options.splits());
    } else if (Files.isRegularFile(beside)) {
      rows = FilmTable.join(rows, beside);
    }
    DataSet dataSet = labelled(source, rows, options.classes());
    dataSet.check();
    return dataSet;
  }

  /** How many films of each class, by name. */
  public Map<String, Integer> perClass(int[] rows) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    classes.forEach(name -> counts.put(name, 0));
    for (int row : rows) {
      counts.merge(classes.get(films.get(row).label()), 1, Integer::sum);
    }
    return counts;
  }

  /** How many films of each collection, by name. */
  public Map<String, Integer> perCollection(int[] rows) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int row : rows) {
      counts.merge(films.get(row).collection(), 1, Integer::sum);
    }
    return counts;
  }

  /** How many patients some films have. */
  public int patients(int[] rows) {
    Set<String> patients = new HashSet<>();
    for (int row : rows) {
      patients.add(films.get(row).patient());
    }
    return patients.size();
  }

  /** The class of each of some films. */
  public int[] labels(int[] rows) {
    int[] labels = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = films.get(rows[i]).label();
    }
    return labels;
  }

  /** The patient of each of some films. */
  public List<String> patientsOf(int[] rows) {
    List<String> patients = new ArrayList<>();
    for (int row : rows) {
      patients.add(films.get(row).patient());
    }
    return patients;
  }

  private static DataSet labelled(Path source, List<FilmRow> rows, List<String> wanted) {
    Set<String> found = new LinkedHashSet<>();
    rows.forEach(row -> found.add(row.label()));
    List<String> classes = List.copyOf(wanted.isEmpty() ? found : wanted);
    if (!found.equals(new HashSet<>(classes)) || classes.size() != found.size()) {
      throw bad(
          source,
          "has the classes " + found + ", not " + classes + ".",
          "Name each of its classes once.");
    }
    List<LabelledFilm> films = new ArrayList<>();
    for (FilmRow row : rows) {
      films.add(row.labelled(classes.indexOf(row.label())));
    }
    return new DataSet(source, classes, films);
  }

  private void check() {
    if (films.isEmpty()) {
      throw bad(source, "holds no film.", "Put one folder per class there, with films in each.");
    }
    if (classes.size() < 2) {
      throw bad(
          source,
          "has only the class " + classes.get(0) + ".",
          "A network needs at least two classes to tell apart.");
    }
    Set<Path> seen = new HashSet<>();
    Map<String, Part> partOf = new LinkedHashMap<>();
    for (LabelledFilm film : films) {
      if (!seen.add(film.file().normalize())) {
        throw bad(source, "names " + film.name() + " twice.", "Keep one row for each film.");
      }
      Part part = film.part();
      if (part != null) {
        Part other = partOf.putIfAbsent(film.patient(), part);
        if (other != null && other != part) {
          throw bad(
              source,
              "has patient " + film.patient() + " in both " + other + " and " + part + ".",
              "Keep all films of a patient in one part.");
        }
      }
    }
    checkFiles();
    checkParts();
  }

  private void checkFiles() {
    List<String> missing =
        films.stream()
            .filter(film -> !Files.isRegularFile(film.file()))
            .map(LabelledFilm::name)
            .toList();
    if (!missing.isEmpty()) {
      throw bad(
          source,
          "names " + some(missing, "film") + " that " + be(missing) + " not there.",
          "Paths are relative to the table.");
    }
  }

  private void checkParts() {
    List<String> without =
        films.stream().filter(film -> film.part() == null).map(LabelledFilm::name).toList();
    if (!without.isEmpty() && without.size() < films.size()) {
      throw bad(
          source,
          "has " + some(without, "film") + " without a part.",
          "Give every film train, validation or test, or none of them.");
    }
  }

  private static String some(Collection<String> names, String noun) {
    String first = names.iterator().next();
    return names.size() == 1
        ? "one " + noun + " (" + first + ")"
        : names.size() + " " + noun + "s (" + first + " first)";
  }

  private static String be(Collection<String> names) {
    return names.size() == 1 ? "is" : "are";
  }

  /**
   * What is wrong with a data set or table, as {@code BAD_DATASET}.
   *
   * @param what goes on after the source's name
   */
  public static Failure bad(Path source, String what, String advice) {
    return new Failure(ErrorCode.BAD_DATASET, source.getFileName() + " " + what, advice);
  }
}
