package negatoscope.training.films;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The small pool on which a run reads films and makes batches. */
public final class FilmPool {
  private FilmPool() {}

  /** Starts {@link Batches#THREADS} threads; its user ends them. */
  public static ExecutorService start() {
    return Executors.newFixedThreadPool(
        Batches.THREADS,
        work -> {
          Thread thread = new Thread(work, "training films");
          thread.setDaemon(true);
          return thread;
        });
  }
}
