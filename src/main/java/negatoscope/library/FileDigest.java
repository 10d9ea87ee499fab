package negatoscope.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;

/**
 * Hashes of a file's content.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param md5 32 lower-case hexadecimal digits; Keras publishes this one
 * @param bytes the file's size
 */
public record FileDigest(String sha256, String md5, long bytes) {
  /** Hashes a file. */
  public static FileDigest of(Path file, Progress progress, Cancellation cancellation)
      throws IOException {
    return copy(file, OutputStream.nullOutputStream(), progress, cancellation);
  }

  /** Hashes a file while copying it; the stream stays open. */
  static FileDigest copy(Path file, OutputStream to, Progress progress, Cancellation cancellation)
      throws IOException {
    MessageDigest sha256 = digest("SHA-256");
    MessageDigest md5 = digest("MD5");
    long total = Files.size(file);
    long done = 0;
    String message = String.valueOf(file.getFileName());
    byte[] buffer = new byte[1 << 18];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        cancellation.check();
        sha256.update(buffer, 0, count);
        md5.update(buffer, 0, count);
        to.write(buffer, 0, count);
        done += count;
        progress.report(Math.min(done, total), total, message);
      }
    }
    HexFormat hex = HexFormat.of();
    return new FileDigest(hex.formatHex(sha256.digest()), hex.formatHex(md5.digest()), done);
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
