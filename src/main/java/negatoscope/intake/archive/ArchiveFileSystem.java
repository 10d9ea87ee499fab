package negatoscope.intake.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be read of one ZIP archive; read only. */
final class ArchiveFileSystem extends FileSystem {
  private final Path archive;
  private final ArchiveProvider provider = new ArchiveProvider();
  private volatile @Nullable OpenZip open;

  ArchiveFileSystem(Path archive) {
    this.archive = archive.toAbsolutePath().normalize();
  }

  /** The archive's own path. */
  Path archive() {
    return archive;
  }

  /** Reads by this from now on, instead of opening the archive for every entry. */
  void keepOpen(OpenZip zip) {
    open = zip;
  }

  void letGo() {
    open = null;
  }

  /** The bytes of an entry, never more than the archive announces. */
  InputStream read(ArchivePath path) throws IOException {
    OpenZip shared = open;
    if (shared != null) {
      return new EntryStream(content(shared, path), path.size(), null);
    }
    OpenZip own = OpenZip.of(archive);
    try {
      return new EntryStream(content(own, path), path.size(), own);
    } catch (IOException e) {
      own.close();
      throw e;
    }
  }

  private static InputStream content(OpenZip zip, ArchivePath path) throws IOException {
    return zip.read(path.entry()).orElseThrow(() -> new NoSuchFileException(path.toString()));
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
