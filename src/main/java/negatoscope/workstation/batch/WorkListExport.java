package negatoscope.workstation.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import negatoscope.screening.worklist.CsvWorkList;
import negatoscope.screening.worklist.JsonWorkList;
import negatoscope.screening.worklist.ListedFilm;
import negatoscope.screening.worklist.WorkListHead;
import negatoscope.task.AtomicFiles;

/** Rows of the table as a file: JSON where its name says so, else CSV. */
final class WorkListExport {
  private WorkListExport() {}

  /**
   * Writes them in one step.
   *
   * @throws negatoscope.task.Failure {@code NOT_WRITABLE} or {@code DISK_FULL}
   */
  static void write(WorkListHead head, List<ListedFilm> films, Path file) {
    if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json")) {
      AtomicFiles.write(file, to -> new JsonWorkList(head).write(films, to));
    } else {
      AtomicFiles.write(file, to -> new CsvWorkList(head).write(films, to));
    }
  }
}
