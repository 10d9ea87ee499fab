package negatoscope.workstation.models;

import java.nio.file.Files;
import java.nio.file.Path;
import negatoscope.library.Library;
import negatoscope.task.AtomicFiles;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.task.Work;

/**
 * Writes a model to a ZIP or a new folder. A ZIP that is there is replaced once the new one is
 * whole: whoever chose it was asked.
 */
record ModelExports(Library library, String name, Path zipOrFolder) implements Work<String> {
  @Override
  public String run(Progress progress, Cancellation cancellation) {
    if (Files.isRegularFile(zipOrFolder)) {
      AtomicFiles.writeByPath(
          zipOrFolder,
          aside -> {
            Path zip = aside.resolveSibling(aside.getFileName() + ".zip");
            library.exportModel(name, zip, progress, cancellation);
            Files.move(zip, aside);
          });
    } else {
      library.exportModel(name, zipOrFolder, progress, cancellation);
    }
    return name;
  }
}
