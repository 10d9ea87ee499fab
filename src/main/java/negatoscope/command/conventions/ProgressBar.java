package negatoscope.command.conventions;

import java.io.PrintWriter;
import negatoscope.command.surroundings.Console;
import negatoscope.task.Progress;

/** A line on a terminal that shows how far the work is; nothing elsewhere. */
public final class ProgressBar implements Progress {
  private static final int CELLS = 24;
  private static final int TEXT = 48;
  private static final String ERASE_LINE = "\r\u001B[K";

  private final PrintWriter err;
  private final boolean terminal;
  private boolean shown;

  /** A bar on standard error, where that is a terminal. */
  public ProgressBar(Console console) {
    this.err = console.err();
    this.terminal = console.errTerminal();
  }

  @Override
  public synchronized void report(long done, long total, String message) {
    if (!terminal) {
      return;
    }
    int filled = total > 0 ? (int) (CELLS * Math.min(done, total) / total) : 0;
    String text =
        message.length() > TEXT ? "…" + message.substring(message.length() - TEXT + 1) : message;
    err.print(ERASE_LINE + "[" + "#".repeat(filled) + "-".repeat(CELLS - filled) + "] ");
    err.print(total > 0 ? done + "/" + total + " " + text : text);
    err.flush();
    shown = true;
  }

  /** Takes the line away, so that something else can be written. */
  public synchronized void clear() {
    if (shown) {
      err.print(ERASE_LINE);
      err.flush();
      shown = false;
    }
  }
}
