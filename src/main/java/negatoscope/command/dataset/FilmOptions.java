package negatoscope.command.dataset;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words by which a command is told its films with labels. */
public final class FilmOptions {
  @Parameters(
      paramLabel = "FOLDER|TABLE",
      description = "One folder per class, or a CSV table with file and label.")
  private Path source = Path.of("");

  @Option(
      names = "--test",
      paramLabel = "FOLDER|TABLE",
      description = "Films to test on, where they lie apart from those to learn from.")
  private @Nullable Path test;

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

  /**
   * The films.
   *
   * @param classes in the wanted order; empty for their own
   */
  public LabelledFilms films(List<String> classes) {
    return new LabelledFilms(source, test, splits, classes, patients);
  }
}
