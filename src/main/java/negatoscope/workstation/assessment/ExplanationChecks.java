package negatoscope.workstation.assessment;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import negatoscope.classification.Classification;
import negatoscope.classification.Classifier;
import negatoscope.classification.HeatMap;
import negatoscope.film.Film;
import negatoscope.network.CamMethod;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.task.Outcome;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.models.OpenModels.Lease;
import negatoscope.workstation.studies.OpenFilm;
import org.jspecify.annotations.Nullable;

/**
 * Checks heat maps where the user wants that, and remembers what was found of each film, class,
 * method and model while the film is open.
 *
 * <p>Lives on the JavaFX thread; the checks run on the engine's thread, where films go before them.
 */
public final class ExplanationChecks {
  private final TaskRunner runner;
  private final Executor window;
  private final Map<OpenFilm, Map<Question, CheckState>> known = new WeakHashMap<>();
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper(0);

  /**
   * Nothing was checked yet.
   *
   * @param runner for what must not be done on the JavaFX thread
   * @param window runs what it is given on the JavaFX thread
   */
  public ExplanationChecks(TaskRunner runner, Executor window) {
    this.runner = runner;
    this.window = window;
  }

  /** A heat map that is not empty, its film, and the model that made it. */
  public record Subject(OpenFilm film, HeatMap map, String modelName, String modelId) {
    /** Of a model's answer about a film; empty where there is nothing to check. */
    public static Optional<Subject> of(
        @Nullable OpenFilm film, Classification said, Optional<HeatMap> map) {
      return film == null
          ? Optional.empty()
          : map.filter(shown -> !shown.empty())
              .map(shown -> new Subject(film, shown, said.modelName(), said.modelId()));
    }

    private Question question() {
      return new Question(map.method(), map.className(), modelName, modelId);
    }
  }

  /** What a check is about, beside its film. */
  private record Question(CamMethod method, String className, String modelName, String modelId) {}

  /** Counts up whenever a check begins or ends. */
  public ReadOnlyLongProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** How far the check of a map is. */
  public CheckState stateOf(Subject subject) {
    return known
        .getOrDefault(subject.film(), Map.of())
        .getOrDefault(subject.question(), new CheckState.Unchecked());
  }

  /** Checks a map, unless that was done, is under way, or its film is not in memory. */
  void check(Subject subject, Lease model) {
    CheckState now = stateOf(subject);
    Film film = subject.film().film().orElse(null);
    if (film == null
        || !(now instanceof CheckState.Unchecked || now instanceof CheckState.Failed)) {
      return;
    }
    Cancellation cancellation = new Cancellation();
    ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    CheckState.Running running =
        new CheckState.Running(cancellation, progress.getReadOnlyProperty());
    put(subject, running);
    Cancellation byRunner =
        runner.run(
            "Checking the heat map",
            (reported, unused) ->
                ask(model.classifier(), film, subject.map(), cancellation, progress),
            outcome -> asked(outcome, (found, problem) -> end(subject, running, found, problem)));
    byRunner.whenCancelled(cancellation::cancel);
  }

  /** Waits for the engine's answer without a thread. */
  private void asked(
      Outcome<CompletableFuture<CheckState.Done>> outcome,
      BiConsumer<CheckState.@Nullable Done, @Nullable Throwable> then) {
    if (outcome instanceof Outcome.Done<CompletableFuture<CheckState.Done>> asked) {
      CompletableFuture<CheckState.Done> unused =
          asked
              .value()
              .whenComplete((found, problem) -> window.execute(() -> then.accept(found, problem)));
    } else if (outcome instanceof Outcome.Failed<CompletableFuture<CheckState.Done>> failed) {
      then.accept(null, failed.failure());
    } else {
      then.accept(null, new CancellationException());
    }
  }

  /** Only hands the questions in; the answer comes from the engine's thread. */
  private CompletableFuture<CheckState.Done> ask(
      Classifier classifier,
      Film film,
      HeatMap map,
      Cancellation cancellation,
      ReadOnlyDoubleWrapper progress) {
    cancellation.check();
    double[] shares = new double[2];
    return classifier
        .faithfulness(film, map, half(0, shares, progress), cancellation)
        .thenCombine(
            classifier.sanity(
                film, map.method(), map.className(), half(1, shares, progress), cancellation),
            CheckState.Done::new);
  }

  /** Reports one of two checks that take turns on the engine's thread. */
  private Progress half(int which, double[] shares, ReadOnlyDoubleWrapper progress) {
    return (done, total, message) ->
        window.execute(
            () -> {
              shares[which] = done / (2.0 * total);
              progress.set(shares[0] + shares[1]);
            });
  }

  private void end(
      Subject subject,
      CheckState.Running running,
      CheckState.@Nullable Done found,
      @Nullable Throwable problem) {
    if (!stateOf(subject).equals(running)) {
      return;
    }
    if (found != null) {
      put(subject, found);
    } else if (running.cancellation().isCancelled() || problem instanceof CancellationException) {
      put(subject, new CheckState.Unchecked());
    } else {
      put(subject, new CheckState.Failed(Failure.of(Objects.requireNonNull(problem))));
    }
  }

  private void put(Subject subject, CheckState next) {
    known.computeIfAbsent(subject.film(), open -> new HashMap<>()).put(subject.question(), next);
    changes.set(changes.get() + 1);
  }

  /** Stops the check of a map. */
  void cancel(Subject subject) {
    if (stateOf(subject) instanceof CheckState.Running running) {
      running.cancellation().cancel();
      put(subject, new CheckState.Unchecked());
    }
  }
}
