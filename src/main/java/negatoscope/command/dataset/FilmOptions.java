package negatoscope.command.dataset;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Films with labels, and those to test on where they lie apart. */
public final class FilmOptions {
  @Mixin private FilmSource source = new FilmSource();

  @Option(
      names = "--test",
      paramLabel = "FOLDER|TABLE",
      description = "Films to test on, where they lie apart from those to learn from.")
  private @Nullable Path test;

  /**
   * The films.
   *
   * @param classes in the wanted order; empty for their own
   */
  public LabelledFilms films(List<String> classes) {
    return new LabelledFilms(source.path(), source.options(classes), test);
  }
}
