package negatoscope.workstation.assessment;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import negatoscope.classification.Classification;
import negatoscope.classification.Classifier;
import negatoscope.film.Film;
import negatoscope.library.card.ModelCard;
import negatoscope.network.CamMethod;
import negatoscope.task.Cancellation;
import negatoscope.task.Outcome;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.models.OpenModels.Lease;
import negatoscope.workstation.studies.OpenFilm;

/**
 * Asks models about films in the background, and remembers what each said about a film while that
 * is open, so that going back to a former model or film needs no engine.
 *
 * <p>Lives on the JavaFX thread.
 */
public final class Questions {
  /** How often a waiting request looks whether it was cancelled. */
  private static final long LOOK_MILLISECONDS = 20;

  private static final Set<CamMethod> METHODS = EnumSet.allOf(CamMethod.class);

  private final TaskRunner runner;
  private final Map<OpenFilm, List<Classification>> said = new WeakHashMap<>();

  /** Nothing was asked yet. */
  public Questions(TaskRunner runner) {
    this.runner = runner;
  }

  /** What a model said about a film before. */
  public Optional<Classification> known(OpenFilm film, ModelCard model) {
    return said.getOrDefault(film, List.of()).stream()
        .filter(answer -> answer.modelName().equals(model.name()))
        .filter(answer -> answer.modelId().equals(model.id()))
        .findFirst();
  }

  /**
   * Asks a model about a film, whatever it said before; opens the model if need be. A film that is
   * not in memory is not asked about.
   *
   * @param request by which the question is withdrawn
   * @param then told how it ended
   */
  public void ask(
      Lease model, OpenFilm open, Cancellation request, Consumer<Outcome<Classification>> then) {
    // What waits in line must not keep a film in memory that nobody looks at any more.
    WeakReference<Film> film = new WeakReference<>(open.film().orElse(null));
    Cancellation byRunner =
        runner.run(
            "Classifying " + open.captionProperty().get().file(),
            (progress, cancellation) -> ask(model, film, progress, cancellation, request),
            outcome -> {
              if (outcome instanceof Outcome.Done<Classification> done) {
                remember(open, done.value());
              }
              then.accept(outcome);
            });
    if (request.isCancelled()) {
      byRunner.cancel();
    }
  }

  private void remember(OpenFilm film, Classification answer) {
    List<Classification> answers = said.computeIfAbsent(film, open -> new ArrayList<>());
    answers.removeIf(
        former ->
            former.modelName().equals(answer.modelName())
                && former.modelId().equals(answer.modelId()));
    answers.add(answer);
  }

  private static Classification ask(
      Lease model,
      WeakReference<Film> waiting,
      Progress progress,
      Cancellation byRunner,
      Cancellation request)
      throws Exception {
    checkEither(byRunner, request);
    progress.report(-1, -1, "Opening the model");
    Classifier classifier = model.classifier();
    checkEither(byRunner, request);
    Film film = waiting.get();
    if (film == null) {
      throw new CancellationException();
    }
    progress.report(-1, -1, "Asking the network");
    CompletableFuture<Classification> future = classifier.classify(film, METHODS, request);
    while (true) {
      try {
        return future.get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (byRunner.isCancelled() || request.isCancelled()) {
          request.cancel();
          future.cancel(false);
          throw new CancellationException();
        }
      }
    }
  }

  private static void checkEither(Cancellation one, Cancellation other) {
    one.check();
    other.check();
  }
}
