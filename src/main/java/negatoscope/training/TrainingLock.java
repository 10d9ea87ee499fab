package negatoscope.training;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second training away from a place while one is at work there, in this process or another;
 * the system lets go of it when the process dies.
 */
final class TrainingLock {
  private final Path file;
  private final FileChannel channel;

  private TrainingLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Does some work while nobody else can do any there.
   *
   * @throws Failure {@code BUSY} where a training is at work; {@code NOT_WRITABLE}
   */
  static <T> T holding(Path folder, Supplier<T> work) {
    TrainingLock lock = of(folder.toAbsolutePath());
    try {
      return work.get();
    } finally {
      lock.close();
    }
  }

  private static TrainingLock of(Path folder) {
    Path file = folder.resolveSibling("." + folder.getFileName() + ".lock");
    try {
      Path parent = folder.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new Failure(
            ErrorCode.BUSY,
            "A training of " + folder + " is under way.",
            "Wait until it ends, or choose another name.");
      }
      return new TrainingLock(file, channel);
    } catch (IOException e) {
      throw AtomicFiles.notWritten(folder, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private void close() {
    try {
      Files.deleteIfExists(file);
      channel.close();
    } catch (IOException e) {
      throw AtomicFiles.notWritten(file, e);
    }
  }
}
