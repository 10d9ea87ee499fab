package negatoscope.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that lies below a folder, to compare before and after. */
final class Tree {
  private Tree() {}

  /** Paths of folders and files, with the files' bytes. */
  static Map<String, String> of(Path folder) {
    Map<String, String> tree = new TreeMap<>();
    if (Files.notExists(folder)) {
      return tree;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        String bytes =
            Files.isDirectory(path) ? "/" : HexFormat.of().formatHex(Files.readAllBytes(path));
        tree.put(folder.relativize(path).toString(), bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tree;
  }
}
