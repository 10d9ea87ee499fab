package negatoscope.library.download;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/** An unfinished file, locked while it is open, and what is known of the whole. */
final class PartFile implements AutoCloseable {
  private final Path file;
  private final Path state;
  private final FileChannel channel;

  private PartFile(Path file, FileChannel channel) {
    this.file = file;
    this.state = state(file);
    this.channel = channel;
  }

  /** The file beside an unfinished one. */
  static Path state(Path file) {
    return file.resolveSibling(file.getFileName() + ".state");
  }

  /**
   * Opens or makes an unfinished file.
   *
   * @throws Failure {@code BUSY} if another download fills it, {@code NOT_WRITABLE}
   */
  static PartFile open(Path file) {
    FileChannel channel = null;
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new Failure(
            ErrorCode.BUSY,
            file + " is being downloaded already.",
            "Wait until that is done, or cancel it.");
      }
      return new PartFile(file, channel);
    } catch (IOException e) {
      throw AtomicFiles.notWritten(file, e);
    }
  }

  /** The lock lasts until the channel is closed. */
  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** How much is there. */
  long size() {
    try {
      return channel.size();
    } catch (IOException e) {
      throw AtomicFiles.notWritten(file, e);
    }
  }

  /** What the server called the version that this is the beginning of. */
  Optional<String> version(URI location) {
    try {
      List<String> lines = Files.readAllLines(state);
      return lines.size() == 2 && lines.get(0).equals(location.toString())
          ? Optional.of(lines.get(1))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Starts anew with another version; empty if the server names none. */
  void startAnew(URI location, Optional<String> version) {
    try {
      Files.deleteIfExists(state);
      channel.truncate(0);
      if (version.isPresent()) {
        Files.writeString(state, location + "\n" + version.get() + "\n");
      }
    } catch (IOException e) {
      throw AtomicFiles.notWritten(file, e);
    }
  }

  /** Adds to the end. */
  void append(ByteBuffer bytes) {
    try {
      channel.position(channel.size());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw AtomicFiles.notWritten(file, e);
    }
  }

  /**
   * Makes sure that there is room for what is still to come.
   *
   * @throws Failure {@code DISK_FULL}
   */
  void reserve(long bytes) {
    long free;
    try {
      free = Files.getFileStore(file).getUsableSpace();
    } catch (IOException e) {
      // Where the room cannot be asked for, writing tells.
      return;
    }
    if (free < bytes) {
      throw new Failure(
          ErrorCode.DISK_FULL,
          "%s needs %d MB more, and the disk has %d MB left."
              .formatted(file, bytes >> 20, free >> 20),
          "Make room and try again.");
    }
  }

  /** Makes what came survive a power failure. */
  void sync() {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw AtomicFiles.notWritten(file, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw AtomicFiles.notWritten(file, e);
    }
  }
}
