package negatoscope.command.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import negatoscope.command.conventions.ProgressBar;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.command.surroundings.Workbench;
import negatoscope.task.Cancellation;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.PatientPattern;
import negatoscope.training.data.TestSet;
import negatoscope.training.scan.DataSetScan;
import negatoscope.training.scan.ScannedSet;
import org.jspecify.annotations.Nullable;

/**
 * The films with labels that a command names.
 *
 * @param source a folder or table
 * @param test a folder or table of films to test on, or null
 * @param splits a table of parts, or null for the one beside the films
 * @param classes in the wanted order; empty for their own
 * @param patients a pattern on names, or null
 */
public record LabelledFilms(
    Path source,
    @Nullable Path test,
    @Nullable Path splits,
    List<String> classes,
    @Nullable String patients) {
  /** Copies the list. */
  public LabelledFilms {
    classes = List.copyOf(classes);
  }

  /**
   * Reads labels, then looks at every film.
   *
   * @throws negatoscope.task.Failure {@code BAD_DATASET} and what else is wrong with a source
   */
  public ScannedSet scan(Surroundings around, ProgressBar bar) {
    Workbench bench = around.workbench();
    Function<Path, List<Path>> below = bench.intake()::films;
    PatientPattern pattern = patients == null ? null : PatientPattern.of(patients);
    DataSet films = DataSet.scan(source, new DataSet.Options(splits, classes, pattern), below);
    if (test != null) {
      DataSet tested = DataSet.scan(test, new DataSet.Options(null, List.of(), pattern), below);
      films = TestSet.join(films, tested);
    }
    try {
      return new DataSetScan(bench.intake()::openFirst, bench.home().cache())
          .run(films, bar, new Cancellation());
    } finally {
      bar.clear();
    }
  }
}
