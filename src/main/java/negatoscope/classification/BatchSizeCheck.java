package negatoscope.classification;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import negatoscope.network.CamMethod;
import negatoscope.network.NetworkAnswer;
import negatoscope.network.ServingModel;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;

/**
 * Finds the batch size at which most films a second are answered: 1, 2, 4 and so on, until two
 * larger ones bring nothing. A size counts only where the network gives a film the same answer, to
 * the last bit, at every place of the batch.
 */
final class BatchSizeCheck extends Check<Integer> {
  /** What a larger batch must gain, for its films wait longer. */
  private static final double GAIN = 1.03;

  private static final int RUNS = 6;

  /** Sizes in a row that may bring nothing: one alone may have met with a busy moment. */
  private static final int MOST_VAIN = 2;

  private final Set<CamMethod> methods;
  private final IntConsumer settled;
  private final float[] film;
  private int best = 1;
  private double bestMilliseconds = Double.MAX_VALUE;
  private int vain;

  /**
   * A check that has not begun.
   *
   * @param most the largest size that is tried, at least 1
   * @param settled told the size, on an engine thread
   */
  BatchSizeCheck(
      int side,
      Set<CamMethod> methods,
      int most,
      IntConsumer settled,
      Progress progress,
      Cancellation cancellation) {
    super(
        "Finding the batch size", 32 - Integer.numberOfLeadingZeros(most), progress, cancellation);
    this.methods = methods;
    this.settled = settled;
    this.film = new float[side * side];
    Random random = new Random(1);
    for (int i = 0; i < film.length; i++) {
      film[i] = random.nextInt(256);
    }
  }

  @Override
  void run(int step, ServingModel served) {
    int size = 1 << step;
    if (vain == MOST_VAIN) {
      return;
    }
    double milliseconds = measured(served, size);
    if (milliseconds * GAIN < bestMilliseconds) {
      best = size;
      bestMilliseconds = milliseconds;
      vain = 0;
    } else {
      vain++;
    }
  }

  /** Best time of a film in a batch, after a run that is not counted. */
  private double measured(ServingModel served, int size) {
    float[] films = new float[size * film.length];
    for (int i = 0; i < size; i++) {
      System.arraycopy(film, 0, films, i * film.length, film.length);
    }
    double least = Double.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      NetworkAnswer answer = served.run(films, size, methods);
      double each = (System.nanoTime() - start) / 1e6 / size;
      if (!Arrays.stream(answer.logits()).allMatch(row -> Arrays.equals(row, answer.logits()[0]))) {
        return Double.MAX_VALUE;
      }
      least = run == 0 ? least : Math.min(least, each);
    }
    return least;
  }

  @Override
  Integer result() {
    settled.accept(best);
    return best;
  }
}
