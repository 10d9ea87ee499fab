package negatoscope.workstation.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import negatoscope.screening.ScreeningWatcher;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;

/**
 * Brings what a run tells to the window, a few times a second however fast the films come, and
 * holds the run up while it is paused.
 */
final class RowRelay implements ScreeningWatcher {
  /** Nanoseconds between two times. */
  static final long APART = 250_000_000;

  private final Executor window;
  private final Executor later;
  private final Consumer<Told> to;
  private final LongSupplier clock;
  private final Pause pause;
  private final Progress progress;
  private final Cancellation cancellation;
  private List<ScreenedFilm> rows = new ArrayList<>();
  private List<String> notes = new ArrayList<>();
  private long done;
  private long total = -1;
  private String message = "";
  private boolean sent;
  private long last;

  /** What came since the last time. */
  record Told(List<ScreenedFilm> rows, List<String> notes, long done, long total, String message) {}

  /**
   * A relay.
   *
   * @param window runs what it is given on the JavaFX thread
   * @param later the same, after {@link #APART}
   * @param clock nanoseconds
   * @param progress told everything at once
   */
  RowRelay(
      Executor window,
      Executor later,
      Consumer<Told> to,
      LongSupplier clock,
      Pause pause,
      Progress progress,
      Cancellation cancellation) {
    this.window = window;
    this.later = later;
    this.to = to;
    this.clock = clock;
    this.pause = pause;
    this.progress = progress;
    this.cancellation = cancellation;
    this.last = clock.getAsLong() - APART;
  }

  @Override
  public synchronized void note(String sentence) {
    notes.add(sentence);
    send();
  }

  @Override
  public synchronized void screened(List<ScreenedFilm> films) {
    rows.addAll(films);
    send();
  }

  @Override
  public void report(long now, long of, String what) {
    synchronized (this) {
      done = now;
      total = of;
      message = what;
      send();
    }
    progress.report(now, of, what);
    pause.waitWhileOn(cancellation);
  }

  private void send() {
    if (!sent) {
      sent = true;
      (clock.getAsLong() - last >= APART ? window : later).execute(this::deliver);
    }
  }

  /** Hands over what waits; on the JavaFX thread, at the end of the run too. */
  void deliver() {
    Told told;
    synchronized (this) {
      told = new Told(rows, notes, done, total, message);
      rows = new ArrayList<>();
      notes = new ArrayList<>();
      sent = false;
      last = clock.getAsLong();
    }
    to.accept(told);
  }
}
