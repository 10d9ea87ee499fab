package negatoscope.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The name that a model's graph gives itself: the SHA-256 of {@code saved_model.pb}, followed by
 * the files below {@code variables/} in the order of their paths, if there are any.
 */
public final class ModelId {
  private ModelId() {}

  /**
   * Computes the id of the model in a folder, as 64 lower-case hexadecimal digits.
   *
   * @throws IOException if a file is missing or cannot be read
   */
  public static String of(Path folder) throws IOException {
    MessageDigest digest = sha256();
    add(digest, folder.resolve(Model.GRAPH));
    Path variables = folder.resolve(Model.VARIABLES);
    if (Files.isDirectory(variables)) {
      List<Path> files;
      try (Stream<Path> below = Files.walk(variables)) {
        files = below.filter(Files::isRegularFile).sorted().toList();
      }
      for (Path file : files) {
        add(digest, file);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Path file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
