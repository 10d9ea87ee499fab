package negatoscope.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of reference data beside the checkout. */
public final class Shared {
  private static final Path FOLDER = Path.of("..", "shared").toAbsolutePath().normalize();

  private Shared() {}

  /** Whether the folder is there. */
  public static boolean present() {
    return Files.isDirectory(FOLDER);
  }

  /** A file or folder in it, such as {@code keras/golden.json}. */
  public static Path path(String relative) {
    return FOLDER.resolve(relative);
  }
}
