package negatoscope.workstation.shell;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import negatoscope.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The few background threads of the window: some for files, some that wait for the engine, one for
 * the picture on the screen, one for a training and one for a screening, so that none holds up
 * another.
 */
final class Lanes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  private final ObservableList<Task<?>> running = FXCollections.observableArrayList();
  private final ExecutorService files = pool("films", 3, new LinkedBlockingQueue<>());
  private final ExecutorService engine = pool("answers", 2, new LatestFirst());
  private final ExecutorService picture = pool("picture", 1, new LinkedBlockingQueue<>());

  private final ExecutorService training = pool("training", 1, new LinkedBlockingQueue<>());

  private final ExecutorService screening = pool("screening", 1, new LinkedBlockingQueue<>());

  private static ExecutorService pool(String name, int threads, BlockingQueue<Runnable> waiting) {
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        waiting,
        work -> {
          Thread thread = new Thread(work, "window-" + name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /** The film that was asked about last is the one on the screen; it does not wait for others. */
  private static final class LatestFirst extends LinkedBlockingDeque<Runnable> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean offer(Runnable work) {
      return offerFirst(work);
    }
  }

  /** What runs or waits to run. */
  ObservableList<Task<?>> running() {
    return running;
  }

  /** For reading and writing files. */
  TaskRunner files() {
    return new FxTaskRunner(running, files);
  }

  /** For what takes a moment and need not be listed. */
  TaskRunner quick() {
    return new FxTaskRunner(FXCollections.observableArrayList(), files);
  }

  /** For a training, which may take hours. */
  TaskRunner training() {
    return new FxTaskRunner(running, training);
  }

  /** For screening a folder, which may take a night. */
  TaskRunner screening() {
    return new FxTaskRunner(running, screening);
  }

  /** For asking the engine. */
  TaskRunner engine() {
    return new FxTaskRunner(running, engine);
  }

  /** For preparing the film on the screen; too short to be listed. */
  TaskRunner picture() {
    return new FxTaskRunner(FXCollections.observableArrayList(), picture);
  }

  /** Drops what waits and gives what runs a moment to end; daemon threads hold up nothing. */
  @Override
  public void close() {
    List<ExecutorService> pools = List.of(files, engine, picture, training, screening);
    pools.forEach(ExecutorService::shutdownNow);
    try {
      for (ExecutorService pool : pools) {
        if (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
          LOG.debug("Work was still under way when the window was closed");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
