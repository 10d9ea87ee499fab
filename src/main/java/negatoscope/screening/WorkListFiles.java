package negatoscope.screening;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import negatoscope.screening.journal.Journal;
import negatoscope.screening.journal.JournalRow;
import negatoscope.screening.report.ScreeningReport;
import negatoscope.screening.worklist.CsvWorkList;
import negatoscope.screening.worklist.JsonWorkList;
import negatoscope.screening.worklist.ListedFilm;
import negatoscope.screening.worklist.ReadingOrder;
import negatoscope.screening.worklist.WorkListHead;
import negatoscope.task.AtomicFiles;

/**
 * The work list as files in the output folder, made from the journal.
 *
 * @param out the output folder
 */
public record WorkListFiles(Path out) {
  /** The table. */
  public Path csv() {
    return out.resolve("worklist.csv");
  }

  /** The same for programs. */
  public Path json() {
    return out.resolve("worklist.json");
  }

  /** The page for people. */
  public Path report() {
    return out.resolve("report.html");
  }

  /**
   * Writes them, each in one step.
   *
   * @return the list
   * @throws negatoscope.task.Failure {@code NOT_WRITABLE} or {@code DISK_FULL}
   */
  public List<ListedFilm> write(Journal journal, WorkListHead head, ReadingOrder order) {
    List<JournalRow> rows = new ArrayList<>();
    journal.list(rows::add);
    List<ListedFilm> films = ListedFilm.inOrder(rows, order);
    AtomicFiles.write(csv(), to -> new CsvWorkList(head).write(films, to));
    AtomicFiles.write(json(), to -> new JsonWorkList(head).write(films, to));
    byte[] page =
        new ScreeningReport(name(), head, order).page(films).getBytes(StandardCharsets.UTF_8);
    AtomicFiles.write(report(), to -> to.write(page));
    return films;
  }

  private String name() {
    return String.valueOf(out.toAbsolutePath().normalize().getFileName());
  }
}
