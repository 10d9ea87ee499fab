package negatoscope.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import negatoscope.film.FileTrouble;
import negatoscope.film.FilmException;
import negatoscope.film.FilmSize;
import negatoscope.task.ErrorCode;

/** Reads files, the start of them or all, with failures that say what is wrong. */
final class FirstBytes {
  private static final int HEAD = 1024;

  private FirstBytes() {}

  /** The first 1024 bytes of a file, or as many as it has. */
  static byte[] of(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new FilmException(ErrorCode.NOT_A_FILM, file, "is no ordinary file.", "Choose a film.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    } catch (IOException e) {
      throw FileTrouble.of(file, e);
    }
  }

  /** All bytes of a file that is not too large. */
  static byte[] all(Path file) {
    try {
      FilmSize.checkBytes(file, Files.size(file));
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw FileTrouble.of(file, e);
    }
  }
}
