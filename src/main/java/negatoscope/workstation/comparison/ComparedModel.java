package negatoscope.workstation.comparison;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import negatoscope.classification.Classification;
import negatoscope.classification.HeatMap;
import negatoscope.library.card.ModelCard;
import negatoscope.task.Cancellation;
import negatoscope.workstation.assessment.AssessmentViewModel;
import negatoscope.workstation.assessment.ExplanationCheckViewModel;
import negatoscope.workstation.assessment.ExplanationChecks;
import negatoscope.workstation.assessment.ExplanationChecks.Subject;
import negatoscope.workstation.assessment.HeatMapViewModel;
import negatoscope.workstation.assessment.Questions;
import negatoscope.workstation.models.OpenModels;
import negatoscope.workstation.models.OpenModels.Lease;
import negatoscope.workstation.studies.Answer;
import negatoscope.workstation.studies.OpenFilm;
import org.jspecify.annotations.Nullable;

/** One of the models that are asked side by side, and what it says about the film on the screen. */
public final class ComparedModel {
  private final ModelCard card;
  private final OpenModels models;
  private final Questions questions;
  private final ReadOnlyObjectWrapper<Answer> answer =
      new ReadOnlyObjectWrapper<>(new Answer.Idle());
  private @Nullable Lease lease;
  private @Nullable OpenFilm asked;
  private Cancellation question = new Cancellation();
  private final ObjectBinding<Optional<HeatMap>> map;
  private final ExplanationCheckViewModel check;

  ComparedModel(ModelCard card, OpenModels models, AssessmentViewModel assessment, Tools tools) {
    this.card = card;
    this.models = models;
    this.questions = tools.questions();
    HeatMapViewModel heatMap = tools.heatMap();
    this.map =
        Bindings.createObjectBinding(
            () -> said().flatMap(heatMap::mapOf),
            answer,
            heatMap.methodProperty(),
            heatMap.classNameProperty());
    this.check =
        new ExplanationCheckViewModel(
            Bindings.createObjectBinding(
                () ->
                    said()
                        .flatMap(
                            it ->
                                Subject.of(assessment.selectedProperty().getValue(), it, map.get()))
                        .orElse(null),
                map,
                assessment.selectedProperty()),
            () -> Optional.of(lease()),
            tools.checks());
  }

  /** What all columns share. */
  record Tools(Questions questions, HeatMapViewModel heatMap, ExplanationChecks checks) {}

  /** Its card. */
  public ModelCard card() {
    return card;
  }

  /** Its name. */
  public String name() {
    return card.name();
  }

  /** What it says. */
  public ReadOnlyObjectProperty<Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** What it says, if it has answered. */
  public Optional<Classification> said() {
    return answer.get() instanceof Answer.Done done
        ? Optional.of(done.classification())
        : Optional.empty();
  }

  /** Where it looked, for the class and method that are shown over the large film. */
  ObjectBinding<Optional<HeatMap>> mapProperty() {
    return map;
  }

  /** How far to believe that. */
  ExplanationCheckViewModel check() {
    return check;
  }

  /** Shows what is said elsewhere: this is the model in use. */
  void follow(Answer elsewhere) {
    stop();
    answer.set(elsewhere);
  }

  /** Shows what it says about a film, and asks it where it was not asked yet. */
  void show(OpenFilm film) {
    Optional<Classification> known = questions.known(film, card);
    if (known.isPresent()) {
      stop();
      asked = film;
      answer.set(new Answer.Done(known.get()));
    } else if (!film.equals(asked) || answer.get() instanceof Answer.Idle) {
      stop();
      ask(film);
    }
  }

  private void ask(OpenFilm film) {
    Lease held = lease();
    asked = film;
    Cancellation request = new Cancellation();
    question = request;
    Answer.Running running = new Answer.Running(request);
    answer.set(running);
    questions.ask(
        held,
        film,
        request,
        outcome -> {
          if (answer.get() == running) {
            answer.set(AssessmentViewModel.answerOf(outcome));
          }
        });
  }

  private Lease lease() {
    Lease held = lease == null ? models.lease(card.name()) : lease;
    lease = held;
    return held;
  }

  /** Forgets the film. */
  void clear() {
    stop();
    answer.set(new Answer.Idle());
  }

  /** Gives the model's memory back. */
  void release() {
    clear();
    if (lease != null) {
      lease.release();
      lease = null;
    }
  }

  private void stop() {
    asked = null;
    question.cancel();
  }
}
