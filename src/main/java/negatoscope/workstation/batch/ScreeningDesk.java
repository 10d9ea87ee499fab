package negatoscope.workstation.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import negatoscope.screening.ScreeningModels;
import negatoscope.screening.ScreeningOrder;
import negatoscope.screening.ScreeningSummary;
import negatoscope.screening.ScreeningWatcher;
import negatoscope.screening.journal.JournalRow;
import negatoscope.screening.row.ScreenedFilm;
import negatoscope.task.Cancellation;

/**
 * What the pane needs of screening; the real one is {@link JournalDesk}. Never called on the JavaFX
 * thread.
 */
public interface ScreeningDesk extends AutoCloseable {
  /**
   * A screening that is there.
   *
   * @param settings what its rows depend on, as {@code Journal.settings} names it
   */
  record Kept(Map<String, String> settings, List<JournalRow> rows) {
    /** Copies both. */
    public Kept {
      settings = Map.copyOf(settings);
      rows = List.copyOf(rows);
    }
  }

  /**
   * What an output folder holds; empty where there is no screening.
   *
   * @throws negatoscope.task.Failure {@code BAD_JOURNAL}
   */
  Optional<Kept> kept(Path out);

  /** Screens a folder, as {@code Screening.run} does. */
  ScreeningSummary run(
      ScreeningOrder order,
      Supplier<ScreeningModels> models,
      ScreeningWatcher watcher,
      Cancellation cancellation);

  /**
   * Keeps what a film's reader says; it is on disk when this returns.
   *
   * @param verdict a class; empty for none
   */
  void read(Path out, ScreenedFilm film, String verdict, String note);

  /** Lets go of the journal that was used last. */
  @Override
  void close();
}
