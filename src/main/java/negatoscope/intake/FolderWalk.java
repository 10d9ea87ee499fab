package negatoscope.intake;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks over the files below a folder in the order of their names, folder by folder. Links are
 * followed; no folder is entered twice, so links in a circle end. Hidden files and folders are left
 * out, but not a hidden folder that was named.
 */
final class FolderWalk {
  /** Takes what is found, on the walking thread. */
  interface Taker {
    void file(Path file);

    void unreadable(Path path, IOException problem);
  }

  /** Lists the children of a folder. */
  @FunctionalInterface
  interface Lister {
    DirectoryStream<Path> children(Path folder) throws IOException;
  }

  private final Taker taker;
  private final Lister lister;
  private final Set<Path> entered = new HashSet<>();

  FolderWalk(Taker taker, Lister lister) {
    this.taker = taker;
    this.lister = lister;
  }

  /**
   * Walks.
   *
   * @throws IOException if the folder itself cannot be read
   */
  void walk(Path root) throws IOException {
    entered.add(root.toRealPath());
    for (Path child : children(root)) {
      visit(child);
    }
  }

  private List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> found = lister.children(folder)) {
      for (Path child : found) {
        if (!hidden(child)) {
          children.add(child);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    children.sort(null);
    return children;
  }

  private void visit(Path path) {
    try {
      if (!Files.readAttributes(path, BasicFileAttributes.class).isDirectory()) {
        taker.file(path);
      } else if (entered.add(path.toRealPath())) {
        children(path).forEach(this::visit);
      }
    } catch (IOException e) {
      taker.unreadable(path, e);
    }
  }

  private static boolean hidden(Path path) throws IOException {
    return Files.isHidden(path) || String.valueOf(path.getFileName()).startsWith(".");
  }
}
