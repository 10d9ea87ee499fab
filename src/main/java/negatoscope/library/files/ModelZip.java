package negatoscope.library.files;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;

/** Writes a model's files as a ZIP. */
public final class ModelZip {
  /** Of every entry, so that the same model gives the same ZIP. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ModelZip() {}

  /**
   * Writes the files below one folder of the given name. The stream is not closed.
   *
   * @throws IOException where the stream cannot be written
   * @throws negatoscope.task.Failure {@code BAD_MODEL} where a file cannot be read
   */
  public static void write(
      ModelSource model,
      String folder,
      OutputStream to,
      Progress progress,
      Cancellation cancellation)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(to);
    // Weights hardly shrink; trying hard only takes time.
    zip.setLevel(Deflater.BEST_SPEED);
    Transfer transfer = new Transfer(model.bytes(), progress, cancellation);
    for (ModelFile file : model.files()) {
      ZipEntry entry = new ZipEntry(folder + "/" + file.name());
      entry.setTimeLocal(TIME);
      zip.putNextEntry(entry);
      model.copy(file, zip, transfer);
      zip.closeEntry();
    }
    zip.finish();
  }
}
