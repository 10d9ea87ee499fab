package negatoscope.command.dataset;

import java.nio.file.Path;
import java.util.List;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.PatientPattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words by which a command is told films with labels. */
public final class FilmSource {
  @Parameters(
      paramLabel = "FOLDER|TABLE",
      description = "One folder per class, or a CSV table with file and label.",
      showDefaultValue = Visibility.NEVER)
  private Path source = Path.of("");

  @Option(
      names = "--splits",
      paramLabel = "FILE",
      description = "A table file,split; splits.csv beside the films if there is one.")
  private @Nullable Path splits;

  @Option(
      names = "--patients",
      paramLabel = "PATTERN",
      description =
          "A regular expression on the films' names whose first group, or the group named patient,"
              + " is the patient, where the table does not say.")
  private @Nullable String patients;

  /** The folder or table. */
  public Path path() {
    return source;
  }

  /**
   * How it is read.
   *
   * @param classes in the wanted order; empty for their own
   * @throws negatoscope.task.Failure if the pattern is none
   */
  public DataSet.Options options(List<String> classes) {
    PatientPattern pattern = patients == null ? null : PatientPattern.of(patients);
    return new DataSet.Options(splits, classes, pattern);
  }
}
