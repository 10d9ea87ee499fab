package negatoscope.screening;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import negatoscope.intake.Intake;
import negatoscope.screening.dicom.DicomExport;
import negatoscope.screening.dicom.ObjectFolder;
import negatoscope.screening.journal.Journal;
import negatoscope.screening.worklist.ListedFilm;
import negatoscope.screening.worklist.ReadingOrder;
import negatoscope.task.Cancellation;

/**
 * One run with everything open. Its pool of threads ends with it.
 *
 * @param clock tells how long films wait, and its zone when they were acquired
 */
record ScreeningRun(
    ScreeningOrder order,
    Intake intake,
    ScreeningModels models,
    Journal journal,
    Clock clock,
    ScreeningWatcher watcher,
    Cancellation cancellation) {
  private static final int MOST_THREADS = 4;

  /** Batches of films under way, beside what is read: in the network, waiting, and written. */
  private static final int MOST_BATCHES = 4;

  /** Milliseconds between two looks for what has come. */
  private static final int BETWEEN_LOOKS = 2000;

  private static final int NAP = 50;

  /**
   * Screens files and, if that is wanted, what comes after them.
   *
   * @return the list, which is written also where the run is cancelled
   */
  List<ListedFilm> of(List<FoundFile> files, FilmFinder finder, Optional<Arrivals> arrivals) {
    FilmFiles written = files();
    int batch = SettledBatch.of(models, written, files.size(), journal, watcher, cancellation);
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    ExecutorService pool = pool(threads);
    Cancellation stop = new Cancellation();
    try {
      FilmScreener screener =
          new FilmScreener(intake, models, clock.getZone(), written, pool, stop);
      Pipeline pipeline =
          new Pipeline(
              screener, journal, pool, MOST_BATCHES * batch + threads, order.rescreensChanged());
      pipeline.run(files, watcher, cancellation);
      while (arrivals.isPresent()) {
        list();
        List<FoundFile> come = next(arrivals.get(), finder);
        pipeline.run(come, watcher, cancellation);
      }
      return list();
    } catch (CancellationException e) {
      list();
      throw e;
    } finally {
      stop.cancel();
      pool.shutdownNow();
    }
  }

  private static ExecutorService pool(int threads) {
    return Executors.newFixedThreadPool(
        threads,
        work -> {
          Thread thread = new Thread(work, "screening films");
          thread.setDaemon(true);
          return thread;
        });
  }

  private FilmFiles files() {
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
                        models.first().card())));
  }

  /** Waits until films come. */
  private List<FoundFile> next(Arrivals arrivals, FilmFinder finder) {
    watcher.report(0, -1, "Waiting for films");
    List<FoundFile> come = List.of();
    while (come.isEmpty()) {
      pause();
      Set<Path> ready = arrivals.next();
      if (!ready.isEmpty()) {
        come =
            finder.find(false, watcher, cancellation).stream()
                .filter(film -> ready.contains(film.file()))
                .toList();
      }
    }
    return come;
  }

  private void pause() {
    try {
      for (int slept = 0; slept < BETWEEN_LOOKS; slept += NAP) {
        cancellation.check();
        Thread.sleep(NAP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private List<ListedFilm> list() {
    return new WorkListFiles(order.out())
        .write(journal, models.head(), new ReadingOrder(order.overdue(), clock.instant()));
  }
}
