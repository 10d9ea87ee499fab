package negatoscope.library.files;

import negatoscope.task.Cancellation;
import negatoscope.task.Progress;

/** Counts bytes as they are copied, tells them on, and stops where that is wished. */
final class Transfer {
  private final long all;
  private final Progress progress;
  private final Cancellation cancellation;
  private long done;

  Transfer(long all, Progress progress, Cancellation cancellation) {
    this.all = all;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  void moved(int bytes, String file) {
    done += bytes;
    progress.report(done, all, file);
    cancellation.check();
  }
}
