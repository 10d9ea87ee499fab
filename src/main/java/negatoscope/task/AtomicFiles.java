package negatoscope.task;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes files and folders beside their place, syncs them to disk, then moves them there: whoever
 * looks sees the old one or the new one, never half of it, also after a power failure.
 */
public final class AtomicFiles {
  private static final String PART = ".part";

  private AtomicFiles() {}

  /** Fills a file. */
  @FunctionalInterface
  public interface FileContent {
    /** Writes everything; the stream is closed by the caller. */
    void write(OutputStream out) throws IOException;
  }

  /** Fills a file that a library opens by its path. */
  @FunctionalInterface
  public interface PathContent {
    /** Writes everything into a file that is not there yet. */
    void write(Path file) throws IOException;
  }

  /** Fills a folder. */
  @FunctionalInterface
  public interface FolderContent {
    /** Writes everything into an existing, empty folder. */
    void write(Path folder) throws IOException;
  }

  /**
   * Writes or replaces one file; missing parent folders are made.
   *
   * @throws Failure {@code NOT_WRITABLE} or {@code DISK_FULL}
   */
  public static void write(Path file, FileContent content) {
    Path target = file.toAbsolutePath();
    Path aside = aside(target);
    try {
      makeParent(target);
      try (FileChannel channel =
              FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          OutputStream out =
              new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel))) {
        content.write(out);
        out.flush();
        channel.force(true);
      }
      move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw notWritten(target, e);
    } finally {
      deleteQuietly(aside);
    }
  }

  /**
   * Writes or replaces one file that a library opens by its path; missing parent folders are made.
   *
   * @throws Failure {@code NOT_WRITABLE} or {@code DISK_FULL}
   */
  public static void writeByPath(Path file, PathContent content) {
    Path target = file.toAbsolutePath();
    Path aside = aside(target);
    try {
      makeParent(target);
      content.write(aside);
      try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw notWritten(target, e);
    } finally {
      deleteQuietly(aside);
    }
  }

  /**
   * Writes a new folder with all that is in it; missing parent folders are made.
   *
   * @throws Failure {@code EXISTS} if the folder is already there, {@code NOT_WRITABLE} or {@code
   *     DISK_FULL}
   */
  public static void writeFolder(Path folder, FolderContent content) {
    Path target = folder.toAbsolutePath();
    if (Files.exists(target)) {
      throw exists(target, null);
    }
    Path aside = aside(target);
    try {
      makeParent(target);
      Files.createDirectory(aside);
      content.write(aside);
      syncAll(aside);
      move(aside, target);
    } catch (IOException e) {
      if (Files.exists(target)) {
        throw exists(target, e);
      }
      throw notWritten(target, e);
    } finally {
      deleteQuietly(aside);
    }
  }

  /**
   * Sees to it that a file or folder can be written there; nothing is left of the attempt.
   *
   * @throws Failure {@code NOT_WRITABLE} or {@code DISK_FULL}
   */
  public static void requireWritable(Path place) {
    Path target = place.toAbsolutePath();
    Path folder = target.getParent();
    while (folder != null && Files.notExists(folder)) {
      folder = folder.getParent();
    }
    try {
      Files.delete(
          folder == null
              ? Files.createTempFile("", ".part")
              : Files.createTempFile(folder, ".", ".part"));
    } catch (IOException e) {
      throw notWritten(target, e);
    }
  }

  /**
   * Makes sure, before long work, that a new folder can be written; nothing is left behind.
   *
   * @throws Failure {@code EXISTS} if something is already there, {@code NOT_WRITABLE}
   */
  public static void requireNewFolder(Path folder) {
    Path target = folder.toAbsolutePath();
    if (Files.exists(target)) {
      throw exists(target, null);
    }
    requireWritable(target);
  }

  /**
   * Deletes what is left beside a file or folder of attempts to write it that were killed. Nobody
   * else may be writing it.
   */
  public static void deleteLeftovers(Path place) throws IOException {
    Path target = place.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    String start = "." + target.getFileName() + ".";
    int length = aside(target).getFileName().toString().length();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(start) && name.endsWith(PART) && name.length() == length) {
          delete(file);
        }
      }
    }
  }

  /**
   * Moves a file or folder to another name on the same disk in one step; missing parent folders are
   * made.
   *
   * @throws Failure {@code EXISTS} if something is already there, {@code NOT_WRITABLE} or {@code
   *     DISK_FULL}
   */
  public static void move(Path from, Path to) {
    Path target = to.toAbsolutePath();
    try {
      if (Files.exists(target) && !Files.isSameFile(from, target)) {
        throw exists(target, null);
      }
      makeParent(target);
      move(from, target, new StandardCopyOption[0]);
    } catch (IOException e) {
      throw notWritten(target, e);
    }
  }

  /** Deletes a file, or a folder with all that is in it; links are not followed. */
  public static void delete(Path path) throws IOException {
    if (Files.notExists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
              throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static Path aside(Path target) {
    return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + PART);
  }

  private static void makeParent(Path target) throws IOException {
    Path parent = target.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
  }

  private static void move(Path from, Path to, StandardCopyOption... options) throws IOException {
    StandardCopyOption[] atomic = java.util.Arrays.copyOf(options, options.length + 1);
    atomic[options.length] = StandardCopyOption.ATOMIC_MOVE;
    try {
      Files.move(from, to, atomic);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, options);
    }
    syncFolder(to.getParent());
  }

  private static void syncAll(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
              channel.force(true);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path done, @Nullable IOException problem) {
            syncFolder(done);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Makes the move itself survive a power failure, where the system lets a folder be synced. */
  private static void syncFolder(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folder as a file; NTFS keeps the move in its own journal.
      return;
    }
  }

  private static void deleteQuietly(Path aside) {
    try {
      delete(aside);
    } catch (IOException e) {
      // What is left over is hidden and never read.
      return;
    }
  }

  private static Failure exists(Path target, @Nullable Throwable cause) {
    return new Failure(
        ErrorCode.EXISTS, target + " is already there.", "Choose another name.", cause);
  }

  /**
   * The failure of a file that could not be written: {@code DISK_FULL}, else {@code NOT_WRITABLE}.
   */
  public static Failure notWritten(Path target, IOException cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("no space left") || message.contains("not enough space")) {
      return new Failure(
          ErrorCode.DISK_FULL,
          target + " could not be written because the disk is full.",
          "Make room and try again.",
          cause);
    }
    return new Failure(
        ErrorCode.NOT_WRITABLE,
        target + " could not be written (" + cause.getMessage() + ").",
        "Choose a place where you may write.",
        cause);
  }
}
