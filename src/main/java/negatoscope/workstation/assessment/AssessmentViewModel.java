package negatoscope.workstation.assessment;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import negatoscope.classification.Classification;
import negatoscope.library.card.ModelCard;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.task.Outcome;
import negatoscope.workstation.models.ModelInUse;
import negatoscope.workstation.models.OpenModels.Lease;
import negatoscope.workstation.studies.Answer;
import negatoscope.workstation.studies.Content;
import negatoscope.workstation.studies.OpenFilm;
import org.jspecify.annotations.Nullable;

/**
 * Asks the model in use about films and keeps each answer at its film. The film on the screen is
 * asked about as soon as it was read, and again when another model comes into use. Then the other
 * films' answers make room for what the new model said before, if it did, so that none is ever seen
 * under the name of a model that did not give it.
 */
public final class AssessmentViewModel {
  private final ModelInUse model;
  private final Questions questions;
  private final ObservableValue<@Nullable OpenFilm> selected;
  private final ObservableList<OpenFilm> films;
  private final ObservableValue<Answer> answer;

  /**
   * Watches the film on the screen and the model in use.
   *
   * @param films all that are open; what another model said about them is dropped
   */
  public AssessmentViewModel(
      ObservableValue<@Nullable OpenFilm> selected,
      ObservableList<OpenFilm> films,
      ModelInUse model,
      Questions questions) {
    this.model = model;
    this.questions = questions;
    this.selected = selected;
    this.films = films;
    this.answer = selected.flatMap(OpenFilm::answerProperty).orElse(new Answer.Idle());
    model.cardProperty().addListener((property, before, now) -> askAnew());
    model.failureProperty().addListener((property, before, now) -> classifyIfNew());
    selected
        .flatMap(OpenFilm::contentProperty)
        .addListener((property, before, now) -> classifyIfNew());
    classifyIfNew();
  }

  /** Puts what the new model said before, or nothing, in the place of the former's answers. */
  private void askAnew() {
    ModelCard card = model.cardProperty().get();
    films.stream()
        .flatMap(film -> film.framesAskedFor().stream())
        .forEach(
            film -> {
              if (film.answer() instanceof Answer.Running running) {
                running.cancellation().cancel();
              }
              film.answerProperty().set(knownAnswer(film, card));
            });
    classifyIfNew();
  }

  private Answer knownAnswer(OpenFilm film, @Nullable ModelCard card) {
    return Optional.ofNullable(card)
        .flatMap(now -> questions.known(film, now))
        .<Answer>map(Answer.Done::new)
        .orElseGet(Answer.Idle::new);
  }

  /** Which model is asked. */
  public ModelInUse model() {
    return model;
  }

  /** The card of the model in use; null until it was read, or where there is none. */
  public ReadOnlyObjectProperty<@Nullable ModelCard> cardProperty() {
    return model.cardProperty();
  }

  /** Why there is no card; null where there is one. */
  public ReadOnlyObjectProperty<@Nullable Failure> cardFailureProperty() {
    return model.failureProperty();
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

  /** Classifies the film on the screen, again if need be; looks for a model where there is none. */
  public void classifySelected() {
    OpenFilm film = selected.getValue();
    if (film != null && model.lease().isPresent()) {
      classify(film);
    } else if (film != null) {
      film.answerProperty().set(new Answer.Idle());
      model.readPreferred();
    }
  }

  /** Starts to classify a film that was read, unless that is under way. */
  public void classify(OpenFilm open) {
    if (!(open.content() instanceof Content.Shown) || open.answer() instanceof Answer.Running) {
      return;
    }
    Lease lease = model.lease().orElse(null);
    if (lease == null) {
      Failure none = model.failureProperty().get();
      open.answerProperty().set(none == null ? new Answer.Idle() : new Answer.Failed(none));
      return;
    }
    // An inline runner is done before ask() returns: the request must be known before.
    Cancellation request = new Cancellation();
    Answer.Running running = new Answer.Running(request);
    open.answerProperty().set(running);
    questions.ask(
        lease,
        open,
        request,
        outcome -> {
          if (open.answer() == running) {
            open.answerProperty().set(answerOf(outcome));
          }
        });
  }

  /** The outcome of a question as an answer. */
  public static Answer answerOf(Outcome<Classification> outcome) {
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
