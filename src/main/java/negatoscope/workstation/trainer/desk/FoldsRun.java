package negatoscope.workstation.trainer.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import negatoscope.classification.EngineClassifier;
import negatoscope.film.Film;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.task.AtomicFiles;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.training.TrainedModel;
import negatoscope.training.TrainingOrder;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.Folds;
import negatoscope.training.data.Split;
import negatoscope.training.report.CrossValidation;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.run.TrainingMoment;
import negatoscope.training.series.SeriesFolder;
import negatoscope.training.series.SeriesPlan;
import negatoscope.training.series.SeriesResult;
import negatoscope.training.series.SeriesRun;

/**
 * Cross-validation beside a model: the same is trained in folds by patient. A fold that is finished
 * is not trained again when the run goes on.
 */
final class FoldsRun {
  private static final String STOPPED =
      "The cross-validation was left out, since the training was stopped.";

  private final Engine engine;
  private final Function<Path, Film> reader;
  private final Wish wish;
  private final RunFolder folder;

  FoldsRun(Engine engine, Function<Path, Film> reader, Wish wish, RunFolder folder) {
    this.engine = engine;
    this.reader = reader;
    this.wish = wish;
    this.folder = folder;
  }

  /** Orders a fold's training. */
  interface Orders {
    TrainingOrder order(String name, Path out, Split split);
  }

  /** A fold that learned less than the others would spoil the figures of all. */
  private static final class StoppedEarly extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Trains the folds and judges them, and keeps what they came to.
   *
   * @return why they were left out; empty where all went well
   * @throws java.util.concurrent.CancellationException if it was asked to stop; it can go on
   */
  Optional<String> run(
      RunWatcher watcher,
      TrainingControl control,
      Orders orders,
      Function<TrainingOrder, TrainedModel> trainer) {
    try {
      requireGoing(control);
      DataSet dataSet = wish.films().set().dataSet();
      SeriesPlan plan =
          SeriesPlan.folds(
              String.valueOf(dataSet.source().getFileName()),
              dataSet,
              wish.films().set().groups(),
              new Folds.Drawn(wish.folds()),
              SeriesPlan.By.PATIENT,
              wish.recipe().seed(),
              (name, split) ->
                  orders.order(name, SeriesFolder.member(folder.folds(), name), split));
      SeriesFolder.begin(folder.folds());
      SeriesRun run =
          new SeriesRun(
              (order, reading, changed) -> {
                TrainedModel trained = trainer.apply(order);
                requireGoing(control);
                return trained;
              },
              model -> EngineClassifier.open(model, engine, Device.AUTO),
              reader,
              (number, of, member, trained) -> watcher.part(number + 1, of + 1));
      SeriesResult result = run.run(plan, judging(watcher), control.cancellation());
      SeriesFolder.write(folder.folds(), result);
      folder.keep(result.crossValidation());
      return Optional.empty();
    } catch (StoppedEarly e) {
      leaveOut();
      return Optional.of(STOPPED);
    } catch (Failure e) {
      // The model is there all the same; what failed can be tried again by going on.
      return Optional.of("The cross-validation failed: " + e.getMessage());
    }
  }

  private static void requireGoing(TrainingControl control) {
    if (control.stopping()) {
      throw new StoppedEarly();
    }
  }

  private static Progress judging(RunWatcher watcher) {
    return (done, total, what) ->
        watcher.now(
            new TrainingMoment(TrainingMoment.Phase.FINISHING, what, 1, Double.NaN, 0, null));
  }

  private void leaveOut() {
    try {
      AtomicFiles.delete(folder.folds());
    } catch (IOException e) {
      throw AtomicFiles.notWritten(folder.folds(), e);
    }
    folder.keep(CrossValidation.without(STOPPED));
  }
}
