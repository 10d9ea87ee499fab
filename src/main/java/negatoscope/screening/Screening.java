package negatoscope.screening;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import negatoscope.film.FilmException;
import negatoscope.intake.Intake;
import negatoscope.screening.journal.Journal;
import negatoscope.screening.journal.JournalFile;
import negatoscope.screening.journal.OutputLock;
import negatoscope.screening.journal.SqliteLibrary;
import negatoscope.screening.worklist.ListedFilm;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;

/**
 * The door to screening a folder: finds the films, asks the models, keeps a journal and leaves the
 * work list. A run that was broken off at any moment is gone on with.
 *
 * <p>Threads: a run belongs to the thread that starts it; files are read on a small pool of its
 * own, which ends with the run.
 */
public final class Screening {
  private final Intake intake;
  private final Path natives;
  private final Clock clock;

  /**
   * A door.
   *
   * @param natives where SQLite's library is kept, as {@code Home.natives} names it
   * @param clock tells how long films wait, and its zone when they were acquired
   */
  public Screening(Intake intake, Path natives, Clock clock) {
    this.intake = intake;
    this.natives = natives;
    this.clock = clock;
  }

  /**
   * Screens a folder.
   *
   * @param models opens them; asked once it is known that there is something to do
   * @return what it came to
   * @throws CancellationException if it was asked to stop, as is the only end of a run that
   *     watches; the work list then holds what was done
   * @throws Failure {@code BUSY}, {@code EXISTS}, {@code CHANGED}, {@code BAD_JOURNAL}, {@code
   *     NOT_FOUND}, {@code NOT_A_FILM}, {@code NOT_WRITABLE}, {@code DISK_FULL}, or what opening a
   *     model failed with; the journal then holds what was done
   */
  public ScreeningSummary run(
      ScreeningOrder order,
      Supplier<ScreeningModels> models,
      ScreeningWatcher watcher,
      Cancellation cancellation) {
    if (Files.notExists(order.folder())) {
      throw new FilmException(
          ErrorCode.NOT_FOUND,
          order.folder(),
          "is not there.",
          "Check the path " + order.folder() + ".");
    }
    SqliteLibrary.keepIn(natives);
    OutputLock lock = OutputLock.take(order.out());
    try {
      return locked(order, models, watcher, cancellation);
    } finally {
      lock.close();
    }
  }

  private ScreeningSummary locked(
      ScreeningOrder order,
      Supplier<ScreeningModels> models,
      ScreeningWatcher watcher,
      Cancellation cancellation) {
    JournalOpening opening = new JournalOpening(new JournalFile(order.out()), watcher);
    opening.check(order.start());
    Optional<Arrivals> arrivals =
        order.watch() ? Optional.of(new Arrivals(order.folder(), order.out())) : Optional.empty();
    FilmFinder finder = new FilmFinder(intake, order.folder(), order.out());
    List<FoundFile> files = finder.find(!order.watch(), looking(watcher), cancellation);
    ScreeningModels asked = models.get();
    try (Journal journal = opening.open(order.start(), asked.settings(order))) {
      ChangedFiles.among(files, journal, cancellation).check(order, watcher);
      journal.begin();
      List<ListedFilm> list =
          new ScreeningRun(order, intake, asked, journal, clock, watcher, cancellation)
              .of(files, finder, arrivals);
      return ScreeningSummary.of(list, finder.passedOver());
    }
  }

  private static Progress looking(ScreeningWatcher watcher) {
    return (done, total, message) -> watcher.report(done, -1, "Looking for films: " + done);
  }
}
