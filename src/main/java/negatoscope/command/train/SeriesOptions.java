package negatoscope.command.train;

import negatoscope.training.data.Folds;
import negatoscope.training.series.SeriesPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The words by which several trainings are asked for instead of one. */
final class SeriesOptions {
  @Option(
      names = "--folds",
      paramLabel = "K|given",
      converter = FoldsByWord.class,
      description =
          "Train K times, so that every film is judged by a model that has not seen it; the report"
              + " has each fold, mean and deviation, and all films together. given: as the column"
              + " fold of the table or of splits.csv says; films without a fold take no part.")
  private @Nullable Folds folds;

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

  static final class FoldsByWord implements ITypeConverter<Folds> {
    @Override
    public Folds convert(String word) {
      if (word.equals("given")) {
        return new Folds.Given();
      }
      try {
        return new Folds.Drawn(Integer.parseInt(word));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'" + word + "' is neither given nor 2 or more");
      }
    }
  }

  /** Several backbones are asked for too. */
  boolean asked(int backbones) {
    return folds != null || leaveOut != null || retrainProbes || backbones > 1;
  }

  /** Makes sure that one thing is asked for. */
  void check(int backbones, CommandLine line) {
    int ways =
        (folds != null ? 1 : 0)
            + (leaveOut != null ? 1 : 0)
            + (retrainProbes ? 1 : 0)
            + (backbones > 1 ? 1 : 0);
    if (ways > 1) {
      throw new ParameterException(
          line,
          "--folds, --leave-out, --retrain-probes and several backbones: one of them, please.");
    }
  }

  @Nullable Folds folds() {
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
