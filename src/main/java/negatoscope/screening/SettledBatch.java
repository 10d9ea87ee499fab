package negatoscope.screening;

import java.util.Map;
import negatoscope.screening.journal.Journal;
import negatoscope.task.Cancellation;

/**
 * The batch size of a screening: measured when it begins and kept in its journal, for a network's
 * last bits differ with it.
 */
final class SettledBatch {
  /** Films of a run for each film of a batch that is tried: a few are not worth a search. */
  private static final int FILMS_A_BATCH = 16;

  private static final int MOST = 16;

  /** Films of which something is to be written stay in memory with their pixels. */
  private static final int MOST_WRITTEN = 8;

  private static final String SETTING = "batch";

  private SettledBatch() {}

  /** Has the models keep to a size, which is returned. */
  static int of(
      ScreeningModels models,
      FilmFiles written,
      int files,
      Journal journal,
      ScreeningWatcher watcher,
      Cancellation cancellation) {
    String before = journal.settings().get(SETTING);
    int size;
    if (before == null) {
      int most = Math.min(written.isNothing() ? MOST : MOST_WRITTEN, files / FILMS_A_BATCH);
      size =
          models.first().settle(written.methods(), Math.max(1, most), watcher, cancellation).join();
      journal.keep(Map.of(SETTING, Integer.toString(size)));
      watcher.note(
          size == 1
              ? "One film at a time goes through the network."
              : size + " films at a time go through the network.");
    } else {
      size = Integer.parseInt(before);
      models.first().settle(size);
    }
    models.second().ifPresent(other -> other.settle(size));
    return size;
  }
}
