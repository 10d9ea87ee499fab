package negatoscope.command.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import negatoscope.command.conventions.ProgressBar;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.command.surroundings.Workbench;
import negatoscope.task.Cancellation;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.TestSet;
import negatoscope.training.scan.DataSetScan;
import negatoscope.training.scan.ScannedSet;
import org.jspecify.annotations.Nullable;

/**
 * The films with labels that a command names.
 *
 * @param source a folder or table
 * @param options how it is read
 * @param test a folder or table of films to test on, or null
 */
public record LabelledFilms(Path source, DataSet.Options options, @Nullable Path test) {
  /**
   * Reads labels, then looks at every film.
   *
   * @throws negatoscope.task.Failure {@code BAD_DATASET} and what else is wrong with a source
   */
  public ScannedSet scan(Surroundings around, ProgressBar bar) {
    Workbench bench = around.workbench();
    Function<Path, List<Path>> below = bench.intake()::films;
    DataSet films = DataSet.scan(source, options, below);
    if (test != null) {
      DataSet.Options tested = new DataSet.Options(null, List.of(), options.patients());
      films = TestSet.join(films, DataSet.scan(test, tested, below));
    }
    try {
      return new DataSetScan(bench.intake()::openFirst, bench.home().cache())
          .run(films, bar, new Cancellation());
    } finally {
      bar.clear();
    }
  }
}
