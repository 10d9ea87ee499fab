package negatoscope.intake.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** What can be read of one ZIP archive; read only. */
final class ArchiveFileSystem extends FileSystem {
  /** Of an archive's directory; each entry takes at least 46 bytes and its name. */
  private static final long MOST_DIRECTORY_BYTES = 96L * ZipArchive.MOST_ENTRIES;

  private final Path archive;
  private final ArchiveProvider provider = new ArchiveProvider();
  private volatile @Nullable ZipFile open;

  ArchiveFileSystem(Path archive) {
    this.archive = archive.toAbsolutePath().normalize();
  }

  /** The archive's own path. */
  Path archive() {
    return archive;
  }

  /** Reads by this from now on, instead of opening the archive for every entry. */
  void keepOpen(ZipFile zip) {
    open = zip;
  }

  void letGo() {
    open = null;
  }

  /** Reads an archive's directory, as far as it is not too large. */
  static ZipFile openZip(Path archive) throws IOException {
    DirectoryChannel channel =
        new DirectoryChannel(Files.newByteChannel(archive), MOST_DIRECTORY_BYTES);
    try {
      // Names that do not say that they are UTF-8 are in some local code; any letter will do.
      ZipFile zip =
          ZipFile.builder()
              .setSeekableByteChannel(channel)
              .setCharset(StandardCharsets.ISO_8859_1)
              .setIgnoreLocalFileHeader(true)
              .get();
      channel.directoryIsRead();
      return zip;
    } catch (IOException | RuntimeException e) {
      channel.close();
      if (e instanceof RuntimeException) {
        throw new IOException("damaged directory", e);
      }
      throw e;
    }
  }

  /** The bytes of an entry, never more than the archive announces. */
  InputStream read(ArchivePath path) throws IOException {
    ZipFile shared = open;
    if (shared != null) {
      return new EntryStream(content(shared, path), path.size(), null);
    }
    ZipFile own = openZip(archive);
    try {
      return new EntryStream(content(own, path), path.size(), own);
    } catch (IOException e) {
      own.close();
      throw e;
    }
  }

  private static InputStream content(ZipFile zip, ArchivePath path) throws IOException {
    ZipArchiveEntry entry = zip.getEntry(path.entry());
    if (entry == null) {
      throw new NoSuchFileException(path.toString());
    }
    return zip.getInputStream(entry);
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("its ZipArchive is closed instead");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return true;
  }

  @Override
  public String getSeparator() {
    return "/";
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of();
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic");
  }

  @Override
  public Path getPath(String first, String... more) {
    throw new UnsupportedOperationException("paths come from a listing");
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    throw new UnsupportedOperationException();
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException();
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException();
  }
}
