package negatoscope.command.train;

import negatoscope.training.series.SeriesPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The words by which several trainings are asked for instead of one. */
final class SeriesOptions {
  @Option(
      names = "--folds",
      paramLabel = "K",
      description =
          "Train K times, so that every film is judged by a model that has not seen it; the report"
              + " has each fold, mean and deviation, and all films together.")
  private int folds;

  @Option(
      names = "--by",
      paramLabel = "patient|film|both",
      description =
          "What --folds keeps together; film draws films at random, as much published work does,"
              + " both puts the two side by side.")
  private SeriesPlan.By by = SeriesPlan.By.PATIENT;

  @Option(
      names = "--leave-out",
      paramLabel = "COLLECTION|each",
      description = "Learn nothing of a collection, or of each in turn, and judge on it.")
  private @Nullable String leaveOut;

  @Option(
      names = "--retrain-probes",
      description =
          "Also train on films with the lungs blacked out, and on their border alone: what the"
              + " films give away without lungs.")
  private boolean retrainProbes;

  /** Several backbones are asked for too. */
  boolean asked(int backbones) {
    return folds != 0 || leaveOut != null || retrainProbes || backbones > 1;
  }

  /** Makes sure that one thing is asked for. */
  void check(int backbones, CommandLine line) {
    int ways =
        (folds != 0 ? 1 : 0)
            + (leaveOut != null ? 1 : 0)
            + (retrainProbes ? 1 : 0)
            + (backbones > 1 ? 1 : 0);
    if (ways > 1) {
      throw new ParameterException(
          line,
          "--folds, --leave-out, --retrain-probes and several backbones: one of them, please.");
    }
    if (folds != 0 && folds < 2) {
      throw new ParameterException(line, "--folds: 2 or more, please.");
    }
  }

  int folds() {
    return folds;
  }

  SeriesPlan.By by() {
    return by;
  }

  @Nullable String leaveOut() {
    return leaveOut;
  }

  boolean retrainProbes() {
    return retrainProbes;
  }
}
