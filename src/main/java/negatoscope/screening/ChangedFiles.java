package negatoscope.screening;

import java.util.ArrayList;
import java.util.List;
import negatoscope.screening.journal.Journal;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/**
 * Files whose content is another than when they were screened.
 *
 * @param paths what they are called in rows
 */
record ChangedFiles(List<String> paths) {
  /** Copies the list. */
  ChangedFiles {
    paths = List.copyOf(paths);
  }

  /**
   * Looks through files for those that changed since the journal's rows of them were made. Only
   * files of another size or time are read; a file that cannot be read counts as unchanged here,
   * and the run says what is wrong with it.
   */
  static ChangedFiles among(List<FoundFile> files, Journal journal, Cancellation cancellation) {
    List<String> changed = new ArrayList<>();
    for (FoundFile file : files) {
      cancellation.check();
      if (journal.known(file.path()).filter(before -> before.differs(file.file())).isPresent()) {
        changed.add(file.path());
      }
    }
    return new ChangedFiles(changed);
  }

  /**
   * Asks before rows are replaced, or says that they are where that was asked already.
   *
   * @throws Failure {@code CHANGED} where some changed and nobody said what to do about it
   */
  void check(ScreeningOrder order, ScreeningWatcher watcher) {
    if (paths.isEmpty()) {
      return;
    }
    if (!order.rescreensChanged()) {
      throw failure();
    }
    watcher.note(
        paths.size() == 1
            ? "%s changed since it was screened, and is screened again.".formatted(paths.get(0))
            : "%d files changed since they were screened, %s among them, and are screened again."
                .formatted(paths.size(), paths.get(0)));
  }

  /** The error for changed files that nobody said anything about. */
  private Failure failure() {
    return new Failure(
        ErrorCode.CHANGED,
        paths.size() == 1
            ? "One file changed since it was screened: %s.".formatted(paths.get(0))
            : "%d files changed since they were screened, %s among them."
                .formatted(paths.size(), paths.get(0)),
        "Go on and screen what changed again by --resume --rescreen-changed, or start anew by"
            + " --restart.");
  }

  /** The error for a file that shows only when it is read that it changed. */
  static Failure failure(String path) {
    return new ChangedFiles(List.of(path)).failure();
  }
}
