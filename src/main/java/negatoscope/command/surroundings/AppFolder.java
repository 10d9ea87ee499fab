package negatoscope.command.surroundings;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that the program was started from: a checkout, or the runnable folder.
 *
 * @param root its path
 */
public record AppFolder(Path root) {
  /** The system property that names it; set by the launcher and by the build. */
  static final String PROPERTY = "negatoscope.app";

  /** The one of this process; the working folder where nothing names another. */
  public static AppFolder ofProcess() {
    Path root = Path.of(System.getProperty(PROPERTY, ""));
    Path here = Path.of("").toAbsolutePath();
    // Paths of its files are shown; as seen from here they are short.
    return new AppFolder(root.startsWith(here) ? here.relativize(root) : root);
  }

  /** The films that come with the program. */
  public Path sampleStudies() {
    return root.resolve("sample-studies");
  }

  /** Where pictures go that nobody named a place for. */
  public Path heatMaps(Path cache) {
    return Files.exists(root.resolve("pom.xml"))
        ? root.resolve("target").resolve("heatmaps")
        : cache.resolve("heatmaps");
  }
}
