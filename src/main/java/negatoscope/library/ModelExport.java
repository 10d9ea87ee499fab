package negatoscope.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import negatoscope.library.files.ModelSource;
import negatoscope.library.files.ModelZip;
import negatoscope.task.AtomicFiles;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;

/** Writes a model as a folder or ZIP. */
final class ModelExport {
  private final Model model;

  ModelExport(Model model) {
    this.model = model;
  }

  void run(Path zipOrFolder, Progress progress, Cancellation cancellation) {
    if (Files.exists(zipOrFolder)) {
      throw new Failure(
          ErrorCode.EXISTS,
          zipOrFolder + " is already there.",
          "Choose another name; nothing is overwritten.");
    }
    try (ModelSource files = ModelSource.open(model.folder())) {
      if (zipOrFolder.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
        AtomicFiles.write(
            zipOrFolder,
            out -> ModelZip.write(files, model.card().name(), out, progress, cancellation));
      } else {
        AtomicFiles.writeFolder(zipOrFolder, aside -> files.copy(aside, progress, cancellation));
      }
    }
  }
}
