package negatoscope.library;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the program keeps its own files.
 *
 * <p>{@code NEGATOSCOPE_HOME}, else the system property {@code negatoscope.home}, else the system's
 * usual place for application data.
 *
 * @param root the folder; made by whoever first writes into it
 */
public record Home(Path root) {
  /** The environment variable that names the folder. */
  public static final String VARIABLE = "NEGATOSCOPE_HOME";

  /** The system property that names the folder where the variable does not. */
  public static final String PROPERTY = "negatoscope.home";

  /** The folder of this process. */
  public static Home ofSystem() {
    return of(System.getenv(), System.getProperties());
  }

  /** The folder under a given environment and system properties. */
  public static Home of(Map<String, String> environment, Properties properties) {
    String named = firstFilled(environment.get(VARIABLE), properties.getProperty(PROPERTY));
    if (named != null) {
      return new Home(Path.of(named).toAbsolutePath().normalize());
    }
    Path user = Path.of(properties.getProperty("user.home", "."));
    String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      String data = firstFilled(environment.get("APPDATA"), null);
      Path roaming = data == null ? user.resolve("AppData").resolve("Roaming") : Path.of(data);
      return new Home(roaming.resolve("Negatoscope"));
    }
    if (system.startsWith("mac")) {
      return new Home(
          user.resolve("Library").resolve("Application Support").resolve("Negatoscope"));
    }
    String data = firstFilled(environment.get("XDG_DATA_HOME"), null);
    // The XDG base directory specification says that a relative path is to be ignored.
    Path share =
        data == null || !Path.of(data).isAbsolute()
            ? user.resolve(".local").resolve("share")
            : Path.of(data);
    return new Home(share.resolve("negatoscope"));
  }

  private static @Nullable String firstFilled(@Nullable String one, @Nullable String other) {
    if (one != null && !one.isBlank()) {
      return one;
    }
    return other != null && !other.isBlank() ? other : null;
  }

  /** Models trained or imported here, a folder each. */
  public Path models() {
    return root.resolve("models");
  }

  /** Reports of several trainings for one answer, a folder each. */
  public Path series() {
    return root.resolve("series");
  }

  /** Trainings whose models were not saved yet, a folder each. */
  public Path trainings() {
    return root.resolve("trainings");
  }

  /** Which model is the default. */
  public Path library() {
    return root.resolve("library.json");
  }

  /** Official weight files. */
  public Path weights() {
    return root.resolve("weights");
  }

  /** TensorFlow's native library, extracted once. */
  public Path natives() {
    return root.resolve("natives");
  }

  /** What can be made again; safe to delete. */
  public Path cache() {
    return root.resolve("cache");
  }

  /** Log files. */
  public Path log() {
    return root.resolve("log");
  }

  /** What the window remembers. */
  public Path settings() {
    return root.resolve("settings.json");
  }
}
