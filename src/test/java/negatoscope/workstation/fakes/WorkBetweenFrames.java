package negatoscope.workstation.fakes;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import javafx.animation.AnimationTimer;

/**
 * How long the JavaFX thread worked between two frames, in time of the processor: a machine with
 * other work makes the clock run on, but not this.
 */
public final class WorkBetweenFrames extends AnimationTimer {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long before = -1;
  private volatile long worst;

  @Override
  public void handle(long now) {
    long spent = threads.getCurrentThreadCpuTime();
    if (before >= 0) {
      worst = Math.max(worst, spent - before);
    }
    before = spent;
  }

  /** The longest since the last call, in milliseconds. */
  public long takeWorst() {
    long taken = worst / 1_000_000;
    worst = 0;
    return taken;
  }
}
