package negatoscope.workstation.trainer.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import negatoscope.library.card.CardOperatingPoint;
import negatoscope.library.card.ModelCard;
import negatoscope.task.TaskRunner;
import negatoscope.task.Work;
import negatoscope.training.judging.ChosenPoints;
import negatoscope.training.report.Evaluation;
import negatoscope.training.report.ReportFolder;
import negatoscope.workstation.models.LongJob;
import negatoscope.workstation.trainer.desk.Trained;
import org.jspecify.annotations.Nullable;

/**
 * The report on a model, made in the background once its results are looked at; written whenever it
 * is asked for, under the name and with the thresholds that the model has by then.
 */
public final class ReportViewModel {
  private final Function<Trained, Work<Evaluation>> judging;
  private final Supplier<String> name;
  private final Supplier<Map<String, CardOperatingPoint>> points;
  private final LongJob job;
  private final List<Runnable> waiting = new ArrayList<>();
  private @Nullable Trained trained;
  // Written by the work itself: whoever waits for the work to end finds it.
  private volatile @Nullable Made made;

  private record Made(Trained trained, Evaluation evaluation) {}

  /**
   * No report.
   *
   * @param judging judges a model for a report; asked for on the JavaFX thread
   * @param runner does it, and writes
   * @param window runs what it is given on the JavaFX thread
   * @param name that the model is to have
   * @param points thresholds that were moved
   */
  public ReportViewModel(
      Function<Trained, Work<Evaluation>> judging,
      TaskRunner runner,
      Executor window,
      Supplier<String> name,
      Supplier<Map<String, CardOperatingPoint>> points) {
    this.judging = judging;
    this.name = name;
    this.points = points;
    job = new LongJob(runner, window);
    job.runningProperty()
        .addListener(
            (property, before, now) -> {
              if (!now) {
                window.execute(this::goOn);
              }
            });
  }

  /** How far it is, and how it ended. */
  public LongJob job() {
    return job;
  }

  /** Makes the report of a model, unless it is made or being made. */
  void of(Trained model) {
    if (!model.equals(trained)) {
      job.cancel();
      waiting.clear();
      trained = model;
      whenIdle(this::make);
    }
  }

  private void make() {
    Trained model = trained;
    if (model == null || evaluation().isPresent()) {
      return;
    }
    Work<Evaluation> work = judging.apply(model);
    job.run(
        "Judging for the report",
        (progress, cancellation) -> {
          Evaluation done = work.run(progress, cancellation);
          made = new Made(model, done);
          return done;
        },
        done -> "The report is ready.",
        done -> {});
  }

  private Optional<Evaluation> evaluation() {
    Made now = made;
    return now != null && now.trained().equals(trained)
        ? Optional.of(now.evaluation())
        : Optional.empty();
  }

  /** Does something as soon as no report is being made or written; at once where none is. */
  public void whenIdle(Runnable then) {
    if (job.runningProperty().get()) {
      waiting.add(then);
    } else {
      then.run();
    }
  }

  private void goOn() {
    while (!waiting.isEmpty() && !job.runningProperty().get()) {
      waiting.remove(0).run();
    }
  }

  /** Writes the report beside the model and shows it. */
  public void open(Consumer<Path> browser) {
    write(model -> model.model().folder().resolve(FOLDER), true, browser);
  }

  /** Writes the report into a new folder below one. */
  public void saveTo(Path folder) {
    write(model -> folder.resolve(name.get() + "-report"), false, page -> {});
  }

  private void write(Function<Trained, Path> place, boolean replace, Consumer<Path> then) {
    whenIdle(
        () -> {
          make();
          whenIdle(() -> writeNow(place, replace, then));
        });
  }

  private void writeNow(Function<Trained, Path> place, boolean replace, Consumer<Path> then) {
    Trained model = trained;
    Optional<Evaluation> ready = evaluation().map(this::asNow);
    if (model == null || ready.isEmpty()) {
      // Why it could not be made is said where its progress was.
      return;
    }
    Path out = place.apply(model);
    job.run(
        "Writing the report",
        (progress, cancellation) -> {
          if (replace) {
            ReportFolder.replace(out, ready.get());
          } else {
            ReportFolder.write(out, ready.get());
          }
          return out.resolve(ReportFolder.REPORT);
        },
        page -> "The report is " + page + ".",
        then);
  }

  private Evaluation asNow(Evaluation evaluation) {
    ModelCard card = evaluation.first().card().withName(name.get());
    return evaluation.withCard(card.withOperatingPoints(ChosenPoints.merged(card, points.get())));
  }

  /** The report as it is to lie beside the saved model; empty where none was made. */
  Optional<Evaluation> toSave() {
    return evaluation().map(this::asNow);
  }

  /** The report's folder, in the model's. */
  static final String FOLDER = "report";
}
