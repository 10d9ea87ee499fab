package negatoscope.screening.row;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import negatoscope.film.FileTrouble;
import negatoscope.film.FilmSize;

/**
 * By what a file is known again: where the content differs, it is another film.
 *
 * @param path relative to the folder that is screened, with {@code /} between names
 * @param size bytes; below 0 where the file could not be read
 * @param modified when it was last written, to the millisecond
 * @param sha256 of its content, 64 lower-case hexadecimal digits; empty where it could not be read
 */
public record FilmIdentity(String path, long size, Instant modified, String sha256) {
  private static final int BUFFER = 1 << 16;

  /** A file that could not be read; equal to no file that could. */
  public static FilmIdentity unread(String path) {
    return new FilmIdentity(path, -1, Instant.EPOCH, "");
  }

  /**
   * Reads a file to its end.
   *
   * @param path what it is called here
   * @throws negatoscope.film.FilmException {@code NOT_FOUND}, {@code NOT_READABLE}; {@code
   *     TOO_LARGE} for what no film is
   */
  public static FilmIdentity of(Path file, String path) {
    try {
      BasicFileAttributes stored = Files.readAttributes(file, BasicFileAttributes.class);
      FilmSize.checkBytes(file, stored.size());
      return new FilmIdentity(path, stored.size(), modified(stored), sha256(file));
    } catch (IOException e) {
      throw FileTrouble.of(file, e);
    }
  }

  /** Whether the file could be read. */
  public boolean wasRead() {
    return !sha256.isEmpty();
  }

  /** Whether the file has still the size and time that it had; its content is not looked at. */
  public boolean stillHolds(Path file) {
    try {
      BasicFileAttributes stored = Files.readAttributes(file, BasicFileAttributes.class);
      return stored.size() == size && modified(stored).equals(modified);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether the file's content is another now. It is read only where its size or time is; one that
   * cannot be read does not differ.
   */
  public boolean differs(Path file) {
    try {
      BasicFileAttributes stored = Files.readAttributes(file, BasicFileAttributes.class);
      return stored.size() != size
          || (!modified(stored).equals(modified) && !sha256(file).equals(sha256));
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether this is the same file with the same content, whenever it was written. */
  public boolean isSameFilm(FilmIdentity other) {
    return path.equals(other.path) && sha256.equals(other.sha256);
  }

  private static Instant modified(BasicFileAttributes stored) {
    return stored.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
