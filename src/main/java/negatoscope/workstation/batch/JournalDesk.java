package negatoscope.workstation.batch;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import negatoscope.intake.Intake;
import negatoscope.screening.Screening;
import negatoscope.screening.ScreeningModels;
import negatoscope.screening.ScreeningOrder;
import negatoscope.screening.ScreeningSummary;
import negatoscope.screening.ScreeningWatcher;
import negatoscope.screening.journal.Journal;
import negatoscope.screening.journal.JournalFile;
import negatoscope.screening.journal.JournalRow;
import negatoscope.screening.journal.SqliteLibrary;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.task.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * Screens by {@link Screening}, and reads and writes the journal beside it. The journal that was
 * used last stays open, so that a verdict takes no longer than its own writing.
 *
 * <p>May be used from any thread.
 */
public final class JournalDesk implements ScreeningDesk {
  private final Intake intake;
  private final Path natives;
  private @Nullable Journal open;
  private @Nullable Path openIn;

  /**
   * A desk.
   *
   * @param natives where SQLite's library is kept
   */
  public JournalDesk(Intake intake, Path natives) {
    this.intake = intake;
    this.natives = natives;
  }

  @Override
  public synchronized Optional<Kept> kept(Path out) {
    if (!new JournalFile(out).exists()) {
      return Optional.empty();
    }
    Journal journal = journal(out);
    List<JournalRow> rows = new ArrayList<>();
    journal.list(rows::add);
    return Optional.of(new Kept(journal.settings(), rows));
  }

  @Override
  public ScreeningSummary run(
      ScreeningOrder order,
      Supplier<ScreeningModels> models,
      ScreeningWatcher watcher,
      Cancellation cancellation) {
    close(); // the file may be moved aside
    return new Screening(intake, natives, Clock.system(ZoneId.systemDefault()))
        .run(order.rescreening(), models, watcher, cancellation);
  }

  @Override
  public synchronized void read(Path out, ScreenedFilm film, String verdict, String note) {
    journal(out).read(film.identity().path(), film.frame(), verdict, note);
  }

  private Journal journal(Path out) {
    Journal now = open;
    if (now == null || !out.equals(openIn)) {
      close();
      SqliteLibrary.keepIn(natives);
      now = new JournalFile(out).open();
      open = now;
      openIn = out;
    }
    return now;
  }

  @Override
  public synchronized void close() {
    Journal now = open;
    open = null;
    openIn = null;
    if (now != null) {
      now.close();
    }
  }
}
