package negatoscope.intake.archive;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The path of an entry: {@code export.zip!/IMAGES/IM01}. Equal where archive and entry are. The
 * names in it are only shown and compared.
 */
final class ArchivePath implements Path {
  private final ArchiveFileSystem files;
  private final String entry;
  private final long size;
  private final List<String> names;
  private final boolean whole;

  /**
   * The path of an entry.
   *
   * @param size bytes, unpacked
   */
  ArchivePath(ArchiveFileSystem files, String entry, long size) {
    this(files, entry, size, names(entry), true);
  }

  private ArchivePath(
      ArchiveFileSystem files, String entry, long size, List<String> names, boolean whole) {
    this.files = files;
    this.entry = entry;
    this.size = size;
    this.names = names;
    this.whole = whole;
  }

  private static List<String> names(String entry) {
    List<String> names =
        Arrays.stream(entry.split("[/\\\\]")).filter(name -> !name.isEmpty()).toList();
    return names.isEmpty() ? List.of(entry) : names;
  }

  /** The entry's own name, as the archive has it. */
  String entry() {
    return entry;
  }

  /** Bytes, unpacked. */
  long size() {
    return size;
  }

  private ArchivePath part(int from, int to) {
    return new ArchivePath(files, entry, 0, names.subList(from, to), false);
  }

  @Override
  public FileSystem getFileSystem() {
    return files;
  }

  @Override
  public boolean isAbsolute() {
    return whole;
  }

  @Override
  public @Nullable Path getRoot() {
    return null;
  }

  @Override
  public Path getFileName() {
    return part(names.size() - 1, names.size());
  }

  /** The folder of the entry; of an entry at the top the archive itself. */
  @Override
  public Path getParent() {
    return names.size() > 1
        ? new ArchivePath(files, "", 0, names.subList(0, names.size() - 1), whole)
        : files.archive();
  }

  @Override
  public int getNameCount() {
    return names.size();
  }

  @Override
  public Path getName(int index) {
    return part(index, index + 1);
  }

  @Override
  public Path subpath(int from, int to) {
    return part(from, to);
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof ArchivePath path
        && path.whole == whole
        && sameArchive(path)
        && path.names.size() <= names.size()
        && names.subList(0, path.names.size()).equals(path.names);
  }

  @Override
  public boolean endsWith(Path other) {
    int count = other.getNameCount();
    return count <= names.size()
        && names
            .subList(names.size() - count, names.size())
            .equals(names(other.toString().replace('\\', '/')));
  }

  private boolean sameArchive(ArchivePath other) {
    return other.files.archive().equals(files.archive());
  }

  @Override
  public Path normalize() {
    return this;
  }

  @Override
  public Path resolve(Path other) {
    throw new UnsupportedOperationException("paths come from a listing");
  }

  @Override
  public Path relativize(Path other) {
    throw new UnsupportedOperationException("paths come from a listing");
  }

  @Override
  public URI toUri() {
    return URI.create("jar:" + files.archive().toUri() + "!/" + String.join("/", names));
  }

  @Override
  public Path toAbsolutePath() {
    return this;
  }

  @Override
  public Path toRealPath(LinkOption... options) {
    return this;
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ArchivePath path
        && path.whole == whole
        && path.entry.equals(entry)
        && path.names.equals(names)
        && sameArchive(path);
  }

  @Override
  public int hashCode() {
    return 31 * files.archive().hashCode() + names.hashCode();
  }

  @Override
  public String toString() {
    String joined = String.join("/", names);
    return whole ? files.archive() + "!/" + joined : joined;
  }
}
