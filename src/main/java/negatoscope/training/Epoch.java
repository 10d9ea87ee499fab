package negatoscope.training;

import java.util.Locale;

/**
 * What is known after one epoch.
 *
 * @param stage {@code head} or {@code whole}
 * @param run number of the run within the stage, from 1
 * @param epoch number of the epoch within the run, from 1
 * @param epochs of a run
 * @param loss mean over the updates, before each
 * @param validation of the weights that would be kept
 * @param filmsPerSecond while learning, validation aside
 */
public record Epoch(
    String stage,
    int run,
    int epoch,
    int epochs,
    double loss,
    Validation validation,
    double filmsPerSecond) {

  /** In one line for people. */
  public String line() {
    return String.format(
        Locale.ROOT,
        "%s, run %d, epoch %d of %d: loss %.4f; validation accuracy %.3f, macro AUC %.4f, log loss"
            + " %.4f, temperature %.3f; %.1f films/s",
        stage,
        run,
        epoch,
        epochs,
        loss,
        validation.accuracy(),
        validation.macroAuc(),
        validation.logLoss(),
        validation.temperature(),
        filmsPerSecond);
  }
}
