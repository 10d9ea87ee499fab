package negatoscope.command.surroundings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for a display before JavaFX does, which ends the process's hopes where there is none. */
public final class Display {
  private static final Pattern LOCAL = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");
  private static final Path SOCKETS = Path.of("/tmp/.X11-unix");

  private Display() {}

  /** Why a window cannot be opened by this process, as the end of a sentence; empty if it can. */
  public static Optional<String> missing() {
    return missing(System.getProperty("os.name", ""), System.getenv(), SOCKETS);
  }

  /** The same for a given system, environment and folder of X11's sockets. */
  static Optional<String> missing(String system, Map<String, String> environment, Path sockets) {
    if (!system.toLowerCase(Locale.ROOT).startsWith("linux")) {
      return Optional.empty();
    }
    String display = environment.getOrDefault("DISPLAY", "").trim();
    if (display.isEmpty()) {
      // JavaFX speaks X11 alone; a Wayland session offers it through Xwayland, and then sets
      // DISPLAY.
      return Optional.of(
          environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
              ? "DISPLAY is not set"
              : "this Wayland session offers no X11 (DISPLAY is not set)");
    }
    Matcher local = LOCAL.matcher(display);
    if (local.matches() && Files.notExists(sockets.resolve("X" + local.group(1)))) {
      return Optional.of("DISPLAY is " + display + ", where nothing answers");
    }
    return Optional.empty();
  }
}
