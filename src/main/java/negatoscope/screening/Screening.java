package negatoscope.screening;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import negatoscope.classification.Classifier;
import negatoscope.film.FilmException;
import negatoscope.intake.Intake;
import negatoscope.network.CamMethod;
import negatoscope.screening.dicom.DicomExport;
import negatoscope.screening.dicom.ObjectFolder;
import negatoscope.screening.journal.Journal;
import negatoscope.screening.journal.JournalFile;
import negatoscope.screening.journal.OutputLock;
import negatoscope.screening.journal.SqliteLibrary;
import negatoscope.screening.worklist.ListedFilm;
import negatoscope.screening.worklist.ReadingOrder;
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
  private static final int MOST_THREADS = 4;

  /** Films of a run for each film of a batch that is tried: a few are not worth a search. */
  private static final int FILMS_A_BATCH = 16;

  private static final int MOST_IN_BATCH = 32;

  /** Films whose pictures are to be drawn stay in memory with their pixels. */
  private static final int MOST_IN_BATCH_DRAWN = 8;

  private static final String BATCH = "batch";

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
   * @throws CancellationException if it was asked to stop; the work list then holds what was done
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
    FilmFinder finder = new FilmFinder(intake, order.folder(), order.out());
    List<FoundFile> files = finder.find(looking(watcher), cancellation);
    ScreeningModels asked = models.get();
    try (Journal journal = opening.open(order.start(), asked.settings(order))) {
      journal.begin();
      try {
        screen(order, files, asked, journal, watcher, cancellation);
      } catch (CancellationException e) {
        list(order, asked, journal);
        throw e;
      }
      return ScreeningSummary.of(list(order, asked, journal), finder.passedOver());
    }
  }

  private static Progress looking(ScreeningWatcher watcher) {
    return (done, total, message) -> watcher.report(done, -1, "Looking for films: " + done);
  }

  private void screen(
      ScreeningOrder order,
      List<FoundFile> files,
      ScreeningModels asked,
      Journal journal,
      ScreeningWatcher watcher,
      Cancellation cancellation) {
    int batch = settle(order, files.size(), asked, journal, watcher, cancellation);
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "screening films");
              thread.setDaemon(true);
              return thread;
            });
    Cancellation stop = new Cancellation();
    try {
      FilmScreener screener =
          new FilmScreener(intake, asked, clock.getZone(), files(order, asked), pool, stop);
      new Pipeline(screener, journal, pool, 2 * (batch + threads))
          .run(files, watcher, cancellation);
    } finally {
      stop.cancel();
      pool.shutdownNow();
    }
  }

  private FilmFiles files(ScreeningOrder order, ScreeningModels asked) {
    return new FilmFiles(
        order.heatMaps() ? Optional.of(new HeatMapFiles(order.out())) : Optional.empty(),
        order
            .dicom()
            .map(
                by ->
                    new DicomExport(
                        by.toolkit(),
                        new ObjectFolder(order.out()),
                        by.version(),
                        clock.getZone(),
                        asked.first().card())));
  }

  /** Finds the batch size, or takes the one that this screening was begun with. */
  private static int settle(
      ScreeningOrder order,
      int files,
      ScreeningModels asked,
      Journal journal,
      ScreeningWatcher watcher,
      Cancellation cancellation) {
    String before = journal.settings().get(BATCH);
    int size;
    if (before == null) {
      int most = order.heatMaps() ? MOST_IN_BATCH_DRAWN : MOST_IN_BATCH;
      Set<CamMethod> methods = order.heatMaps() ? Set.of(HeatMapFiles.METHOD) : Set.of();
      size =
          asked
              .first()
              .settle(
                  methods,
                  Math.max(1, Math.min(most, files / FILMS_A_BATCH)),
                  watcher,
                  cancellation)
              .join();
      journal.keep(Map.of(BATCH, Integer.toString(size)));
      watcher.note(
          size == 1
              ? "One film at a time goes through the network."
              : size + " films at a time go through the network.");
    } else {
      size = Integer.parseInt(before);
      asked.first().settle(size);
    }
    for (Classifier second : asked.second().stream().toList()) {
      second.settle(size);
    }
    return size;
  }

  private List<ListedFilm> list(ScreeningOrder order, ScreeningModels asked, Journal journal) {
    return new WorkListFiles(order.out())
        .write(journal, asked.head(), new ReadingOrder(order.overdue(), clock.instant()));
  }
}
