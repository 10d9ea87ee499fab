package negatoscope.intake.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import negatoscope.film.FileTrouble;
import negatoscope.film.FilmException;
import negatoscope.film.FilmSize;
import negatoscope.task.ErrorCode;
import negatoscope.task.LimitedChannel;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * A ZIP archive whose directory has been read. Kept open until it is closed; its paths can be read
 * before and after that.
 */
public final class ZipArchive implements AutoCloseable {
  /** Most entries that an archive may have. */
  public static final int MOST_ENTRIES = 100_000;

  /** From this size on an entry must not be packed tighter than any film. */
  private static final long LARGE = 64L << 20;

  /** Films of one value are packed 1000 : 1 too, but they are not that large. */
  private static final long MOST_RATIO = 200;

  private final ArchiveFileSystem files;
  private final OpenZip zip;

  private ZipArchive(ArchiveFileSystem files, OpenZip zip) {
    this.files = files;
    this.zip = zip;
  }

  /**
   * A file in the archive.
   *
   * @param path by which it is read
   * @param trouble why it cannot be read
   */
  public record Entry(Path path, Optional<Trouble> trouble) {}

  /** Why an entry cannot be read. */
  public enum Trouble {
    /** A password is needed. */
    ENCRYPTED,
    /** Packed in a way that is not known. */
    UNKNOWN_METHOD,
    /** Larger than any film, or packed tighter. */
    TOO_LARGE
  }

  /**
   * Opens an archive.
   *
   * @throws FilmException NOT_FOUND or NOT_READABLE; TOO_LARGE where it has too many entries;
   *     BAD_HEADER where its directory is damaged
   */
  public static ZipArchive open(Path file) {
    ArchiveFileSystem files = new ArchiveFileSystem(file);
    try {
      OpenZip zip = OpenZip.of(file);
      ZipArchive archive = new ZipArchive(files, zip);
      if (zip.entries().size() > MOST_ENTRIES) {
        archive.close();
        throw tooManyEntries(file);
      }
      files.keepOpen(zip);
      return archive;
    } catch (LimitedChannel.ExceededException e) {
      throw tooManyEntries(file);
    } catch (java.nio.file.FileSystemException e) {
      throw FileTrouble.of(file, e);
    } catch (IOException e) {
      throw new FilmException(
          ErrorCode.BAD_HEADER,
          file,
          "is a damaged ZIP archive.",
          "Get the file again from where it comes from.",
          e);
    }
  }

  /**
   * The path of a file in an archive, which can be read without opening that again.
   *
   * @param path its names, joined by {@code /}
   * @throws FilmException as {@link #open}; NOT_FOUND where there is no such file
   */
  public static Path find(Path file, String path) {
    try (ZipArchive archive = open(file)) {
      return archive.entries().stream()
          .map(Entry::path)
          .filter(entry -> joined(entry).equals(path))
          .findFirst()
          .orElseThrow(
              () ->
                  new FilmException(
                      ErrorCode.NOT_FOUND,
                      file,
                      "does not hold " + path + " any more.",
                      "Screen it again."));
    }
  }

  private static String joined(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  private static FilmException tooManyEntries(Path file) {
    return new FilmException(
        ErrorCode.TOO_LARGE,
        file,
        "has more than %d entries.".formatted(MOST_ENTRIES),
        "Unpack it and open its folders one by one.");
  }

  /** Its files in the order of their names; folders are left out. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (ZipArchiveEntry entry : zip.entries()) {
      if (!entry.isDirectory()) {
        entries.add(
            new Entry(
                new ArchivePath(files, entry.getName(), Math.max(0, entry.getSize())),
                trouble(entry)));
      }
    }
    entries.sort(java.util.Comparator.comparing(Entry::path));
    return entries;
  }

  private Optional<Trouble> trouble(ZipArchiveEntry entry) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return Optional.of(Trouble.ENCRYPTED);
    }
    if (!zip.canRead(entry)) {
      return Optional.of(Trouble.UNKNOWN_METHOD);
    }
    long size = entry.getSize();
    long packed = Math.max(1, entry.getCompressedSize());
    return size > FilmSize.MOST_BYTES || (size > LARGE && size / packed > MOST_RATIO)
        ? Optional.of(Trouble.TOO_LARGE)
        : Optional.empty();
  }

  @Override
  public void close() {
    files.letGo();
    try {
      zip.close();
    } catch (IOException e) {
      // It was only read.
      return;
    }
  }
}
