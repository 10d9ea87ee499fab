package negatoscope.training.scan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.data.PatientSource;

/**
 * What a data set holds, and what its user should know before training on it.
 *
 * @param set the films
 * @param patients how many patients there are
 * @param patientSources how many films have their patient from where
 * @param classes films and patients of each class
 * @param collections of each collection
 * @param views of each view
 * @param duplicates films that show the same
 * @param shortcuts how well what is beside the lungs tells the class; over all films, then inside
 *     each collection
 * @param findings what is to be said of all that
 */
public record ScanReport(
    ScannedSet set,
    int patients,
    Map<PatientSource, Integer> patientSources,
    List<GroupCount> classes,
    List<GroupCount> collections,
    List<GroupCount> views,
    List<DuplicateGroup> duplicates,
    List<Shortcut> shortcuts,
    List<Finding> findings) {
  /** Copies the lists. */
  public ScanReport {
    patientSources = Map.copyOf(patientSources);
    classes = List.copyOf(classes);
    collections = List.copyOf(collections);
    views = List.copyOf(views);
    duplicates = List.copyOf(duplicates);
    shortcuts = List.copyOf(shortcuts);
    findings = List.copyOf(findings);
  }

  /**
   * Counts, compares and judges.
   *
   * @param side columns and rows of the network's input
   * @throws Failure {@code BAD_DATASET} if no film of a class can be read
   */
  public static ScanReport of(ScannedSet set, int side, Cancellation cancellation) {
    List<LabelledFilm> films = set.dataSet().films();
    Map<PatientSource, Integer> sources = new EnumMap<>(PatientSource.class);
    films.forEach(film -> sources.merge(film.patientSource(), 1, Integer::sum));
    List<GroupCount> classes = GroupCount.perClass(set.dataSet());
    List<DuplicateGroup> duplicates = set.duplicates();
    List<Shortcut> shortcuts = new ShortcutProbes(set.readable(), cancellation).probe();
    return new ScanReport(
        set,
        set.dataSet().patients(set.dataSet().rows()),
        sources,
        classes,
        GroupCount.count(set.dataSet(), row -> films.get(row).collection()),
        GroupCount.count(set.dataSet(), row -> set.films().get(row).viewText()),
        duplicates,
        shortcuts,
        Findings.of(set, side, classes, duplicates, shortcuts));
  }
}
