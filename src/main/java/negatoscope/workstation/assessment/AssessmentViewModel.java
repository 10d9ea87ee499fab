package negatoscope.workstation.assessment;

import java.lang.ref.WeakReference;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import negatoscope.classification.Classification;
import negatoscope.film.Film;
import negatoscope.library.ModelCard;
import negatoscope.network.CamMethod;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.task.Outcome;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.studies.Answer;
import negatoscope.workstation.studies.Content;
import negatoscope.workstation.studies.OpenFilm;
import org.jspecify.annotations.Nullable;

/**
 * Asks the classifier about films and keeps each answer at its film. The film on the screen is
 * asked about as soon as it was read.
 */
public final class AssessmentViewModel {
  /** How often a waiting request looks whether it was cancelled. */
  private static final long LOOK_MILLISECONDS = 20;

  private static final Set<CamMethod> METHODS = EnumSet.allOf(CamMethod.class);

  private final EngineDoor engine;
  private final TaskRunner runner;
  private final ObservableValue<@Nullable OpenFilm> selected;
  private final ObservableValue<Answer> answer;
  private final ReadOnlyObjectWrapper<@Nullable ModelCard> card = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> cardFailure =
      new ReadOnlyObjectWrapper<>();

  /**
   * Watches the film on the screen.
   *
   * @param cards gives the card of the model without opening the engine; read in the background
   */
  public AssessmentViewModel(
      ObservableValue<@Nullable OpenFilm> selected,
      Supplier<ModelCard> cards,
      EngineDoor engine,
      TaskRunner runner) {
    this.engine = engine;
    this.runner = runner;
    this.selected = selected;
    this.answer = selected.flatMap(OpenFilm::answerProperty).orElse(new Answer.Idle());
    Cancellation unused =
        runner.run(
            "Reading the model's card", (progress, cancellation) -> cards.get(), this::takeCard);
    selected
        .flatMap(OpenFilm::contentProperty)
        .addListener((property, before, now) -> classifyIfNew());
    classifyIfNew();
  }

  private void takeCard(Outcome<ModelCard> outcome) {
    if (outcome instanceof Outcome.Done<ModelCard> done) {
      card.set(done.value());
    } else if (outcome instanceof Outcome.Failed<ModelCard> failed) {
      cardFailure.set(failed.failure());
    }
  }

  /** The card of the model; null until it was read, or where there is none. */
  public ReadOnlyObjectProperty<@Nullable ModelCard> cardProperty() {
    return card.getReadOnlyProperty();
  }

  /** Why there is no card; null where there is one. */
  public ReadOnlyObjectProperty<@Nullable Failure> cardFailureProperty() {
    return cardFailure.getReadOnlyProperty();
  }

  /** The film on the screen; null when none is open. */
  public ObservableValue<@Nullable OpenFilm> selectedProperty() {
    return selected;
  }

  /** What is known about the film on the screen. */
  public ObservableValue<Answer> answerProperty() {
    return answer;
  }

  private void classifyIfNew() {
    OpenFilm film = selected.getValue();
    if (film != null && film.answer() instanceof Answer.Idle) {
      classify(film);
    }
  }

  /** Classifies the film on the screen, again if need be. */
  public void classifySelected() {
    OpenFilm film = selected.getValue();
    if (film != null) {
      classify(film);
    }
  }

  /** Starts to classify a film that was read, unless that is under way. */
  public void classify(OpenFilm open) {
    if (!(open.content() instanceof Content.Shown shown)
        || open.answer() instanceof Answer.Running) {
      return;
    }
    // An inline runner is done before run() returns: the request must be known before.
    Cancellation request = new Cancellation();
    Answer.Running running = new Answer.Running(request);
    open.answerProperty().set(running);
    // What waits in line must not keep a film in memory that nobody looks at any more.
    WeakReference<Film> film = new WeakReference<>(shown.film());
    Cancellation byRunner =
        runner.run(
            "Classifying " + open.captionProperty().get().file(),
            (progress, cancellation) -> ask(film, progress, cancellation, request),
            outcome -> {
              if (open.answer() == running) {
                open.answerProperty().set(answerOf(outcome));
              }
            });
    if (request.isCancelled()) {
      byRunner.cancel();
    }
  }

  private Classification ask(
      WeakReference<Film> waiting, Progress progress, Cancellation byRunner, Cancellation request)
      throws Exception {
    checkEither(byRunner, request);
    progress.report(-1, -1, "Opening the engine");
    var classifier = engine.classifier();
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

  private static Answer answerOf(Outcome<Classification> outcome) {
    if (outcome instanceof Outcome.Done<Classification> done) {
      return new Answer.Done(done.value());
    }
    if (outcome instanceof Outcome.Failed<Classification> failed) {
      return new Answer.Failed(failed.failure());
    }
    return new Answer.Cancelled();
  }

  /** Stops the classification of a film; its answer becomes {@link Answer.Cancelled} at once. */
  public void cancel(OpenFilm film) {
    if (film.answer() instanceof Answer.Running running) {
      running.cancellation().cancel();
      film.answerProperty().set(new Answer.Cancelled());
    }
  }

  /** Stops the classification of the film on the screen. */
  public void cancelSelected() {
    OpenFilm film = selected.getValue();
    if (film != null) {
      cancel(film);
    }
  }
}
