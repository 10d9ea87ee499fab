package negatoscope.screening;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Files that come into a folder or change in it. One is told of once it has the same size and time
 * at two looks, so that half-written files are waited for. A folder is looked through, not listened
 * to: network drives tell nobody what others write.
 */
final class Arrivals {
  private final Path root;
  private final Path except;
  private Map<Path, Stamp> before;
  private final Map<Path, Stamp> told;

  /** What a file is at a look. */
  private record Stamp(long size, FileTime modified) {}

  /**
   * Takes what is there as told.
   *
   * @param except a folder in which nothing is looked for
   */
  Arrivals(Path root, Path except) {
    this.root = root;
    this.except = except.toAbsolutePath().normalize();
    this.before = look();
    this.told = new HashMap<>(before);
  }

  /** Files that are new or other than when they were told of, and are no longer written to. */
  Set<Path> next() {
    Map<Path, Stamp> now = look();
    Set<Path> ready = new HashSet<>();
    now.forEach(
        (file, stamp) -> {
          if (!stamp.equals(told.get(file)) && stamp.equals(before.get(file))) {
            ready.add(file);
            told.put(file, stamp);
          }
        });
    before = now;
    return ready;
  }

  private Map<Path, Stamp> look() {
    Map<Path, Stamp> files = new HashMap<>();
    try {
      Files.walkFileTree(
          root,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes found) {
              return folder.toAbsolutePath().normalize().equals(except)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
              files.put(file, new Stamp(found.size(), found.lastModifiedTime()));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // A drive that is away may come back; what was seen of it is as good as nothing.
      return files;
    }
    return files;
  }
}
