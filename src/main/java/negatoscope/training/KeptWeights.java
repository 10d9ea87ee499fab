package negatoscope.training;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import negatoscope.network.Weights;
import negatoscope.network.weights.WeightsFile;
import org.jspecify.annotations.Nullable;

/**
 * The best weights so far, in a file. They can take hundreds of megabytes, and an epoch on cached
 * features a second: so they are written once a minute, and when the stage ends, however it does.
 */
final class KeptWeights implements AutoCloseable {
  private static final long BETWEEN = TimeUnit.MINUTES.toNanos(1);

  private final Path file;
  private final LongSupplier clock;
  private long written;
  private @Nullable Weights waiting;

  /**
   * None yet; the first ones are written after a minute at the earliest.
   *
   * @param clock in nanoseconds
   */
  KeptWeights(Path file, LongSupplier clock) {
    this.file = file;
    this.clock = clock;
    written = clock.getAsLong();
  }

  /** Takes weights that are better than those before. */
  void offer(Weights weights) {
    waiting = weights;
    if (clock.getAsLong() - written >= BETWEEN) {
      close();
    }
  }

  /** Writes what waits; more may be offered afterwards. */
  @Override
  public void close() {
    Weights best = waiting;
    if (best != null) {
      WeightsFile.write(best, file);
      waiting = null;
      written = clock.getAsLong();
    }
  }
}
