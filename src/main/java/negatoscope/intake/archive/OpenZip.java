package negatoscope.intake.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import negatoscope.task.LimitedChannel;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** An archive's file with its directory in memory. May be used from several threads. */
final class OpenZip implements Closeable {
  /** Of an archive's directory; each entry takes at least 46 bytes and its name. */
  private static final long MOST_DIRECTORY_BYTES = 96L * ZipArchive.MOST_ENTRIES;

  private final LimitedChannel channel;
  private final ZipFile zip;

  private OpenZip(LimitedChannel channel, ZipFile zip) {
    this.channel = channel;
    this.zip = zip;
  }

  /**
   * Reads an archive's directory, as far as it is not too large.
   *
   * @throws LimitedChannel.ExceededException where it is
   * @throws IOException where it cannot be read or is damaged
   */
  static OpenZip of(Path archive) throws IOException {
    LimitedChannel channel =
        new LimitedChannel(Files.newByteChannel(archive), MOST_DIRECTORY_BYTES);
    try {
      // Names that do not say that they are UTF-8 are in some local code; any letter will do.
      ZipFile zip =
          ZipFile.builder()
              .setSeekableByteChannel(channel)
              .setCharset(StandardCharsets.ISO_8859_1)
              .setIgnoreLocalFileHeader(true)
              .get();
      channel.lift();
      return new OpenZip(channel, zip);
    } catch (IOException | RuntimeException e) {
      channel.close();
      // The library tells every failure as one of its own.
      if (e.getCause() instanceof LimitedChannel.ExceededException exceeded) {
        throw exceeded;
      }
      if (e instanceof RuntimeException) {
        throw new IOException("damaged directory", e);
      }
      throw e;
    }
  }

  List<ZipArchiveEntry> entries() {
    return Collections.list(zip.getEntries());
  }

  /** Whether an entry is packed in a way that is known. */
  boolean canRead(ZipArchiveEntry entry) {
    return zip.canReadEntryData(entry);
  }

  /**
   * The bytes of an entry, if it is there. Where they begin, the library looks up with one buffer
   * and one position for all threads; its streams lock the channel for the same reason.
   */
  Optional<InputStream> read(String name) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(name);
    if (entry == null) {
      return Optional.empty();
    }
    synchronized (channel) {
      return Optional.of(zip.getInputStream(entry));
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
