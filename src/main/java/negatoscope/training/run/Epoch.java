package negatoscope.training.run;

import java.util.Locale;

/**
 * What is known after one epoch.
 *
 * @param stage {@code head} or {@code whole}
 * @param run number of the run within the stage, from 1
 * @param epoch number of the epoch within the run, from 1
 * @param epochs of a run
 * @param loss mean over the updates, before each
 * @param accuracy share of the films answered rightly, each before its update, dropout included
 * @param validation of the weights that would be kept
 * @param rate learning rate of the last update
 * @param filmsPerSecond while learning, validation aside
 * @param seconds from the epoch's start to its judgement
 * @param memory bytes that the process took at its end
 */
public record Epoch(
    String stage,
    int run,
    int epoch,
    int epochs,
    double loss,
    double accuracy,
    Validation validation,
    double rate,
    double filmsPerSecond,
    double seconds,
    long memory) {
  private static final double GIGABYTE = 1e9;

  /** In one line for people. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "%s, run %d, epoch %d of %d: loss %.4f, accuracy %.3f; validation loss %.4f, accuracy %.3f,"
            + " macro AUC %.4f, log loss %.4f at temperature %.3f; rate %.1e, %.1f films/s, %.1f"
            + " GB",
        stage,
        run,
        epoch,
        epochs,
        loss,
        accuracy,
        validation.loss(),
        validation.accuracy(),
        validation.macroAuc(),
        validation.logLoss(),
        validation.temperature(),
        rate,
        filmsPerSecond,
        memory / GIGABYTE);
  }
}
