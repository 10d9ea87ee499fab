package negatoscope.library.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.LimitedChannel;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** A model in a ZIP: at its top, or in one folder below. */
final class ZipSource extends ModelSource {
  /** Most entries that a ZIP may have; a model has some five. */
  static final int MOST_ENTRIES = 10_000;

  private static final long MOST_DIRECTORY_BYTES = 200L * MOST_ENTRIES;

  /** Most bytes that all files of a model may have together. */
  private static final long MOST_BYTES = 8L << 30;

  /** From this size on, files must not be packed tighter than weights ever are. */
  private static final long LARGE = 64L << 20;

  private static final long MOST_RATIO = 200;

  private final ZipFile zip;
  private final SortedMap<String, ZipArchiveEntry> entries;

  private ZipSource(Path file, ZipFile zip, SortedMap<String, ZipArchiveEntry> entries) {
    super(file);
    this.zip = zip;
    this.entries = entries;
  }

  static ZipSource of(Path file) {
    try {
      LimitedChannel channel = new LimitedChannel(Files.newByteChannel(file), MOST_DIRECTORY_BYTES);
      ZipFile zip = opened(channel);
      try {
        channel.lift();
        List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
        refuseHostileNames(file, all);
        ZipSource source = new ZipSource(file, zip, filesOfModel(all));
        source.check();
        source.refuseBomb(channel.size());
        return source;
      } catch (IOException | RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (LimitedChannel.ExceededException e) {
      throw tooLarge(file, "has more entries than a model");
    } catch (IOException e) {
      throw SourceTrouble.damaged(file, e);
    }
  }

  private static ZipFile opened(LimitedChannel channel) throws IOException {
    try {
      return ZipFile.builder().setSeekableByteChannel(channel).setIgnoreLocalFileHeader(true).get();
    } catch (IOException e) {
      channel.close();
      // The library tells every failure as one of its own.
      throw e.getCause() instanceof LimitedChannel.ExceededException exceeded ? exceeded : e;
    } catch (RuntimeException e) {
      channel.close();
      throw new IOException("its directory makes no sense", e);
    }
  }

  private static void refuseHostileNames(Path file, List<ZipArchiveEntry> all) {
    if (all.size() > MOST_ENTRIES) {
      throw tooLarge(file, "has more entries than a model");
    }
    Set<String> seen = new HashSet<>();
    for (ZipArchiveEntry entry : all) {
      String name = entry.getName();
      if (!EntryName.staysInside(name)) {
        throw SourceTrouble.bad(file, "has an entry whose name leads out of its folder");
      }
      if (entry.isUnixSymlink()) {
        throw SourceTrouble.bad(file, "has an entry that is a link");
      }
      // Names that differ in case alone are one file on some disks.
      if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        throw SourceTrouble.bad(file, "has two entries of one name");
      }
    }
  }

  /** The files of a model by their names; those beside the graph, where there is one. */
  private static SortedMap<String, ZipArchiveEntry> filesOfModel(List<ZipArchiveEntry> all) {
    List<String> roots = new ArrayList<>();
    for (ZipArchiveEntry entry : all) {
      String name = entry.getName();
      int slash = name.lastIndexOf('/');
      if (name.substring(slash + 1).equals(ModelFile.GRAPH) && slash == name.indexOf('/')) {
        roots.add(name.substring(0, slash + 1));
      }
    }
    SortedMap<String, ZipArchiveEntry> files = new TreeMap<>();
    String root = roots.size() == 1 ? roots.get(0) : "";
    for (ZipArchiveEntry entry : all) {
      if (entry.getName().startsWith(root) && !entry.isDirectory()) {
        String name = entry.getName().substring(root.length());
        if (ModelFile.mostBytes(name).isPresent()) {
          files.put(name, entry);
        }
      }
    }
    return files;
  }

  private void refuseBomb(long packed) {
    long bytes = bytes();
    if (bytes > MOST_BYTES || (bytes > LARGE && bytes / Math.max(1, packed) > MOST_RATIO)) {
      throw tooLarge(where(), "would unpack to %d MB".formatted(bytes >> 20));
    }
  }

  @Override
  List<ModelFile> files() {
    return entries.entrySet().stream()
        .map(entry -> new ModelFile(entry.getKey(), Math.max(0, entry.getValue().getSize())))
        .toList();
  }

  @Override
  InputStream stream(ModelFile file) throws IOException {
    ZipArchiveEntry entry = entries.get(file.name());
    if (entry == null) {
      throw new IOException("no entry " + file.name());
    }
    boolean known =
        entry.getMethod() == ZipMethod.STORED.getCode()
            || entry.getMethod() == ZipMethod.DEFLATED.getCode();
    if (entry.getGeneralPurposeBit().usesEncryption() || !known) {
      throw new IOException(file.name() + " is encrypted or packed in an unusual way");
    }
    return new VerifiedStream(zip.getInputStream(entry), entry.getCrc());
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      // It was only read.
      return;
    }
  }

  private static Failure tooLarge(Path file, String what) {
    return new Failure(
        ErrorCode.TOO_LARGE,
        file + " " + what + ".",
        "Get the model again from where it comes from.");
  }
}
