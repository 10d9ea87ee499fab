package negatoscope.library.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;

/** Where the files of one model lie. */
public abstract sealed class ModelSource implements AutoCloseable permits FolderSource, ZipSource {
  private static final int BLOCK = 1 << 20;

  private final Path where;

  ModelSource(Path where) {
    this.where = where;
  }

  /**
   * Opens a model's folder, or a ZIP of one.
   *
   * @throws Failure {@code NOT_FOUND}, {@code NOT_READABLE}; {@code BAD_MODEL} where it is neither,
   *     is damaged, or has no card or graph; {@code TOO_LARGE}
   */
  public static ModelSource open(Path folderOrZip) {
    if (Files.isDirectory(folderOrZip)) {
      return FolderSource.of(folderOrZip);
    }
    SourceTrouble.refuseWhatIsNoZip(folderOrZip);
    return ZipSource.of(folderOrZip);
  }

  /** The model's files; what else lies beside them is left out. */
  abstract List<ModelFile> files();

  abstract InputStream stream(ModelFile file) throws IOException;

  @Override
  public abstract void close();

  /** Where the model lies, for sentences. */
  public final Path where() {
    return where;
  }

  /** The size of all files together, as announced. */
  public final long bytes() {
    return files().stream().mapToLong(ModelFile::bytes).sum();
  }

  /**
   * The card's bytes.
   *
   * @throws Failure {@code BAD_MODEL} if they cannot be read
   */
  public final byte[] card() {
    for (ModelFile file : files()) {
      if (file.name().equals(ModelFile.CARD)) {
        try (InputStream in = stream(file)) {
          return in.readNBytes((int) file.bytes());
        } catch (IOException e) {
          throw SourceTrouble.damaged(where, e);
        }
      }
    }
    throw SourceTrouble.noCard(where);
  }

  /**
   * Copies all files into an existing folder; reads no more bytes of a file than it announced.
   *
   * @throws IOException where a file cannot be written
   * @throws Failure {@code BAD_MODEL} where one cannot be read or is not what it announced
   */
  public final void copy(Path into, Progress progress, Cancellation cancellation)
      throws IOException {
    Transfer transfer = new Transfer(bytes(), progress, cancellation);
    for (ModelFile file : files()) {
      Path target = into.resolve(file.name());
      Files.createDirectories(target.getParent());
      try (OutputStream out = Files.newOutputStream(target)) {
        copy(file, out, transfer);
      }
    }
  }

  final void copy(ModelFile file, OutputStream out, Transfer transfer) throws IOException {
    byte[] block = new byte[BLOCK];
    try (InputStream in = opened(file)) {
      long left = file.bytes();
      for (int count = read(in, block); count >= 0; count = read(in, block)) {
        left -= count;
        if (left < 0) {
          throw SourceTrouble.bad(where, "is damaged: " + file.name() + " is longer than it says");
        }
        out.write(block, 0, count);
        transfer.moved(count, file.name());
      }
      if (left > 0) {
        throw SourceTrouble.bad(where, "is damaged: " + file.name() + " is shorter than it says");
      }
    }
  }

  private InputStream opened(ModelFile file) {
    try {
      return stream(file);
    } catch (IOException e) {
      throw SourceTrouble.damaged(where, e);
    }
  }

  private int read(InputStream in, byte[] block) {
    try {
      return in.read(block);
    } catch (IOException e) {
      throw SourceTrouble.damaged(where, e);
    }
  }

  /** Makes sure that a card and a graph are there, and that nothing is larger than it may be. */
  final void check() {
    List<String> names = files().stream().map(ModelFile::name).toList();
    if (!names.contains(ModelFile.CARD)) {
      throw names.contains(ModelFile.GRAPH)
          ? SourceTrouble.bad(
              where, "is a SavedModel of another program: it has no " + ModelFile.CARD)
          : SourceTrouble.noCard(where);
    }
    if (!names.contains(ModelFile.GRAPH)) {
      throw SourceTrouble.bad(where, "has a card but no " + ModelFile.GRAPH);
    }
    for (ModelFile file : files()) {
      if (file.bytes() > ModelFile.mostBytes(file.name()).orElse(0L)) {
        throw new Failure(
            ErrorCode.TOO_LARGE,
            "%s has a file %s of %d MB, which is more than a model can have."
                .formatted(where, file.name(), file.bytes() >> 20),
            "Get the model again from where it comes from.");
      }
    }
  }
}
