package negatoscope.dicom.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that a DICOMDIR names. Discs are copied with other cases, with version numbers and with
 * dots at the end of names; all of that is put up with. Nothing outside the folder of the DICOMDIR
 * is ever found.
 */
public final class FileSet {
  private final Path folder;
  private final Map<Path, Map<String, Path>> listings = new HashMap<>();

  private FileSet(Path folder) {
    this.folder = folder;
  }

  /** The file set of a DICOMDIR. */
  public static FileSet around(Path directory) {
    return new FileSet(directory.resolveSibling(""));
  }

  /**
   * Finds a file.
   *
   * @param fileId Referenced File ID (PS3.10 section 8.2): names of folders, then of the file
   * @return nothing where it is not there, or would lie outside the folder
   */
  public Optional<Path> find(List<String> fileId) {
    List<String> names = names(fileId);
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Path at = folder;
    for (String name : names) {
      Path next = listing(at).get(plain(name));
      if (next == null) {
        return Optional.empty();
      }
      at = next;
    }
    return Files.isRegularFile(at) ? Optional.of(at) : Optional.empty();
  }

  /** The components, also where a writer put separators into one; none where they lead away. */
  private static List<String> names(List<String> fileId) {
    String joined = String.join("/", fileId).replace('\\', '/');
    if (joined.startsWith("/") || joined.matches("^[A-Za-z]:.*")) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (String part : joined.split("/")) {
      String name = part.strip();
      if (name.equals("..")) {
        return List.of();
      }
      if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return names;
  }

  private Map<String, Path> listing(Path at) {
    return listings.computeIfAbsent(at, FileSet::list);
  }

  private static Map<String, Path> list(Path at) {
    Map<String, Path> children = new HashMap<>();
    try (Stream<Path> found = Files.list(at)) {
      found.sorted().forEach(child -> children.putIfAbsent(plain(lastName(child)), child));
    } catch (IOException | UncheckedIOException e) {
      // What cannot be listed holds nothing that could be opened.
      return Map.of();
    }
    return children;
  }

  private static String lastName(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** Without case, ISO 9660's version number and the dot of an empty ending. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst(";\\d+$", "").replaceFirst("\\.$", "");
  }
}
