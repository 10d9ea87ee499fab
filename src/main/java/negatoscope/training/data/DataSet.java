package negatoscope.training.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
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
   * @param patients tells the patient by the film's name where the table does not, or null
   */
  public record Options(
      @Nullable Path splits, List<String> classes, @Nullable PatientPattern patients) {
    /** Nothing but the folder or table itself. */
    public static final Options NONE = new Options(null, List.of());

    /** Copies the list. */
    public Options {
      classes = List.copyOf(classes);
    }

    /** Without a pattern for patients. */
    public Options(@Nullable Path splits, List<String> classes) {
      this(splits, classes, null);
    }
  }

  /**
   * Reads a folder per class, a folder with {@code films.csv}, or a table.
   *
   * @param filmsBelow finds the films below a folder, as {@code Intake.films} does
   * @throws Failure {@code NOT_FOUND}, or {@code BAD_DATASET}: a table without the columns or with
   *     a damaged row, a film that is missing, named twice, without label or in an unknown part, a
   *     patient in two parts, less than two classes, classes that differ only by case
   */
  public static DataSet scan(Path source, Options options, Function<Path, List<Path>> filmsBelow) {
    DataSet dataSet = labelled(source, rows(source, options, filmsBelow), options);
    DataSetCheck.check(dataSet);
    return dataSet;
  }

  /**
   * Reads films that a model with given classes is to be judged on: they may lack some of the
   * classes, and write them in another way ({@code COVID19} for {@code covid-19}).
   *
   * @param known the model's classes
   * @throws Failure {@code NOT_FOUND}, or {@code BAD_DATASET} as {@link #scan}, and for a label
   *     that the model does not know
   */
  public static DataSet scanFor(
      List<String> known, Path source, Options options, Function<Path, List<Path>> filmsBelow) {
    KnownLabels labels = new KnownLabels(source, known);
    List<LabelledFilm> films =
        rows(source, options, filmsBelow).stream()
            .map(row -> row.labelled(labels.number(row.label()), options.patients()))
            .toList();
    DataSet dataSet = new DataSet(source, known, films);
    DataSetCheck.check(dataSet);
    return dataSet;
  }

  private static List<FilmRow> rows(
      Path source, Options options, Function<Path, List<Path>> filmsBelow) {
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
      return FilmTable.join(rows, options.splits());
    }
    return Files.isRegularFile(beside) ? FilmTable.join(rows, beside) : rows;
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

  /** The numbers of all films. */
  public int[] rows() {
    return IntStream.range(0, films.size()).toArray();
  }

  /** The same classes with other films, such as a part of them. */
  public DataSet with(List<LabelledFilm> others) {
    return new DataSet(source, classes, others);
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

  /** The collection of each of some films. */
  public List<String> collectionsOf(int[] rows) {
    List<String> collections = new ArrayList<>();
    for (int row : rows) {
      collections.add(films.get(row).collection());
    }
    return collections;
  }

  private static DataSet labelled(Path source, List<FilmRow> rows, Options options) {
    List<String> wanted = options.classes();
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
      films.add(row.labelled(classes.indexOf(row.label()), options.patients()));
    }
    return new DataSet(source, classes, films);
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
