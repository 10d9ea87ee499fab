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
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import negatoscope.classification.Classification;
import negatoscope.classification.Classifier;
import negatoscope.classification.Faithfulness;
import negatoscope.classification.HeatMap;
import negatoscope.classification.SanityCheck;
import negatoscope.film.Film;
import negatoscope.network.CamMethod;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.task.Outcome;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.models.OpenModels.Lease;
import negatoscope.workstation.studies.Answer;
import negatoscope.workstation.studies.OpenFilm;
import org.jspecify.annotations.Nullable;

/**
 * Checks the heat map on the screen where the user wants that, and remembers what was found of each
 * film, class, method and model while the film is open.
 *
 * <p>Lives on the JavaFX thread; the checks run on the engine's thread, where films go before them.
 */
public final class ExplanationCheckViewModel {
  private final AssessmentViewModel assessment;
  private final HeatMapViewModel heatMap;
  private final TaskRunner runner;
  private final Executor window;
  private final Map<OpenFilm, Map<Question, State>> known = new WeakHashMap<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.None());
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);

  /** How far the check of the map on the screen is. */
  public sealed interface State {
    /** There is no map, or an empty one. */
    record None() implements State {}

    /** Not checked yet. */
    record Unchecked() implements State {}

    /** Being checked. */
    record Running(Cancellation cancellation) implements State {}

    /** Checked. */
    record Done(Faithfulness faithfulness, SanityCheck sanity) implements State {}

    /** The engine, the model or the film made it impossible. */
    record Failed(Failure failure) implements State {}
  }

  /** What a check is about, beside its film. */
  private record Question(CamMethod method, String className, String modelName, String modelId) {}

  /**
   * Watches the map on the screen.
   *
   * @param runner for what must not be done on the JavaFX thread
   * @param window runs what it is given on the JavaFX thread
   */
  public ExplanationCheckViewModel(
      AssessmentViewModel assessment,
      HeatMapViewModel heatMap,
      TaskRunner runner,
      Executor window) {
    this.assessment = assessment;
    this.heatMap = heatMap;
    this.runner = runner;
    this.window = window;
    assessment.selectedProperty().addListener((property, before, now) -> refresh());
    heatMap.mapProperty().addListener((property, before, now) -> refresh());
    assessment.answerProperty().addListener((property, before, now) -> refresh());
    refresh();
  }

  /** How far the check of the map on the screen is. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How much of the running check is done, 0 to 1. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  private void refresh() {
    OpenFilm film = assessment.selectedProperty().getValue();
    state.set(
        film == null
            ? new State.None()
            : question().map(asked -> of(film, asked)).orElseGet(State.None::new));
  }

  private State of(OpenFilm film, Question question) {
    return known.getOrDefault(film, Map.of()).getOrDefault(question, new State.Unchecked());
  }

  private Optional<Question> question() {
    HeatMap map = heatMap.mapProperty().getValue();
    if (map == null
        || map.empty()
        || !(assessment.answerProperty().getValue() instanceof Answer.Done done)) {
      return Optional.empty();
    }
    Classification said = done.classification();
    return Optional.of(
        new Question(map.method(), map.className(), said.modelName(), said.modelId()));
  }

  /** Checks the map on the screen, unless that was done or is under way. */
  public void check() {
    OpenFilm open = assessment.selectedProperty().getValue();
    HeatMap map = heatMap.mapProperty().getValue();
    Film film = open == null ? null : open.film().orElse(null);
    Lease lease = assessment.model().lease().orElse(null);
    Question question = question().orElse(null);
    State now = state.get();
    boolean wanted = now instanceof State.Unchecked || now instanceof State.Failed;
    if (wanted
        && open != null
        && map != null
        && film != null
        && lease != null
        && question != null) {
      start(open, film, map, lease, question);
    }
  }

  private void start(OpenFilm open, Film film, HeatMap map, Lease lease, Question question) {
    Cancellation cancellation = new Cancellation();
    State.Running running = new State.Running(cancellation);
    progress.set(0);
    put(open, question, running);
    Cancellation unused =
        runner.run(
            "Checking the heat map",
            (reported, byRunner) -> ask(lease.classifier(), film, map, cancellation, running),
            outcome ->
                asked(outcome, (found, problem) -> end(open, question, running, found, problem)));
  }

  /** Waits for the engine's answer without a thread. */
  private void asked(
      Outcome<CompletableFuture<State.Done>> outcome,
      BiConsumer<State.@Nullable Done, @Nullable Throwable> then) {
    if (outcome instanceof Outcome.Done<CompletableFuture<State.Done>> asked) {
      CompletableFuture<State.Done> unused =
          asked
              .value()
              .whenComplete((found, problem) -> window.execute(() -> then.accept(found, problem)));
    } else if (outcome instanceof Outcome.Failed<CompletableFuture<State.Done>> failed) {
      then.accept(null, failed.failure());
    } else {
      then.accept(null, new CancellationException());
    }
  }

  /** Only hands the questions in; the answer comes from the engine's thread. */
  private CompletableFuture<State.Done> ask(
      Classifier classifier,
      Film film,
      HeatMap map,
      Cancellation cancellation,
      State.Running running) {
    cancellation.check();
    double[] shares = new double[2];
    return classifier
        .faithfulness(film, map, half(0, shares, running), cancellation)
        .thenCombine(
            classifier.sanity(
                film, map.method(), map.className(), half(1, shares, running), cancellation),
            State.Done::new);
  }

  /** Reports one of two checks that take turns on the engine's thread. */
  private Progress half(int which, double[] shares, State.Running running) {
    return (done, total, message) ->
        window.execute(
            () -> {
              shares[which] = done / (2.0 * total);
              if (state.get().equals(running)) {
                progress.set(shares[0] + shares[1]);
              }
            });
  }

  private void end(
      OpenFilm film,
      Question question,
      State.Running running,
      State.@Nullable Done found,
      @Nullable Throwable problem) {
    if (!of(film, question).equals(running)) {
      return;
    }
    if (found != null) {
      put(film, question, found);
    } else if (running.cancellation().isCancelled() || problem instanceof CancellationException) {
      put(film, question, new State.Unchecked());
    } else {
      put(film, question, new State.Failed(Failure.of(Objects.requireNonNull(problem))));
    }
  }

  private void put(OpenFilm film, Question question, State next) {
    known.computeIfAbsent(film, open -> new HashMap<>()).put(question, next);
    refresh();
  }

  /** Stops the check of the map on the screen. */
  public void cancel() {
    OpenFilm film = assessment.selectedProperty().getValue();
    if (film != null && state.get() instanceof State.Running running) {
      running.cancellation().cancel();
      question().ifPresent(asked -> put(film, asked, new State.Unchecked()));
    }
  }
}
