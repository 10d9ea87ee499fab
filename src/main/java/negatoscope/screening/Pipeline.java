package negatoscope.screening;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import negatoscope.screening.journal.Journal;
import negatoscope.screening.row.FilmIdentity;
import negatoscope.screening.row.FilmRows;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Films on their way through: the pool reads files, makes tensors and draws, the engine answers,
 * and the calling thread writes to the journal what came. No more than so many files are under way
 * at a time, and so no queue grows; each write takes all that came since the last one.
 */
final class Pipeline {
  private final FilmScreener screener;
  private final Journal journal;
  private final ExecutorService pool;
  private final int mostUnderWay;
  private final boolean rescreensChanged;
  private final BlockingQueue<Done> done = new LinkedBlockingQueue<>();
  private final Pace pace = new Pace();

  /**
   * A pipeline.
   *
   * @param mostUnderWay files that may be read, asked about, drawn or written at a time
   * @param rescreensChanged whether rows of files that changed are replaced; otherwise such a file
   *     ends the run
   */
  Pipeline(
      FilmScreener screener,
      Journal journal,
      ExecutorService pool,
      int mostUnderWay,
      boolean rescreensChanged) {
    this.screener = screener;
    this.journal = journal;
    this.pool = pool;
    this.mostUnderWay = mostUnderWay;
    this.rescreensChanged = rescreensChanged;
  }

  /** A file that has come through: with its rows, unchanged without, or with what ends the run. */
  private record Done(FoundFile file, List<ScreenedFilm> rows, @Nullable Throwable problem) {}

  /**
   * Screens files that the journal does not know.
   *
   * @throws CancellationException if it was asked to stop; what was under way then is in the
   *     journal
   * @throws Failure where nothing can be screened any more, or written
   */
  void run(List<FoundFile> files, ScreeningWatcher watcher, Cancellation cancellation) {
    Iterator<FoundFile> next = files.iterator();
    int underWay = 0;
    int finished = 0;
    while (underWay > 0 || (next.hasNext() && !cancellation.isCancelled())) {
      while (underWay < mostUnderWay && next.hasNext() && !cancellation.isCancelled()) {
        start(next.next());
        underWay++;
      }
      List<Done> came = takeAll();
      write(came, watcher);
      underWay -= came.size();
      finished += came.size();
      watcher.report(finished, files.size(), pace.after(finished, files.size(), System.nanoTime()));
    }
    cancellation.check();
  }

  private void start(FoundFile file) {
    Optional<FilmIdentity> known = journal.known(file.path());
    pool.execute(() -> screen(file, known));
  }

  private void screen(FoundFile file, Optional<FilmIdentity> known) {
    try {
      FilmIdentity now = FilmIdentity.of(file.file(), file.path());
      if (known.isPresent() && known.get().isSameFilm(now)) {
        done.add(new Done(file, List.of(), null));
        return;
      }
      if (known.isPresent() && !rescreensChanged) {
        done.add(new Done(file, List.of(), ChangedFiles.failure(file.path())));
        return;
      }
      var unused =
          screener
              .screen(file.file(), now)
              .whenComplete(
                  (rows, problem) ->
                      done.add(new Done(file, rows == null ? List.of() : rows, problem)));
    } catch (Failure e) {
      ScreenedFilm row = FilmRows.failed(FilmIdentity.unread(file.path()), e);
      done.add(new Done(file, List.of(row), null));
    } catch (RuntimeException | Error e) {
      // Whoever waits for this file must hear of it.
      done.add(new Done(file, List.of(), e));
    }
  }

  private List<Done> takeAll() {
    List<Done> came = new ArrayList<>();
    try {
      came.add(done.take());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
    done.drainTo(came);
    return came;
  }

  private void write(List<Done> came, ScreeningWatcher watcher) {
    List<List<ScreenedFilm>> files = new ArrayList<>();
    List<String> unchanged = new ArrayList<>();
    Throwable problem = null;
    for (Done one : came) {
      if (one.problem() != null) {
        problem = one.problem();
      } else if (one.rows().isEmpty()) {
        unchanged.add(one.file().path());
      } else {
        files.add(one.rows());
      }
    }
    journal.add(files, unchanged);
    files.forEach(watcher::screened);
    if (problem != null) {
      throw Failure.of(problem);
    }
  }
}
