package negatoscope.workstation.assessment;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import negatoscope.workstation.assessment.ExplanationChecks.Subject;
import negatoscope.workstation.models.OpenModels.Lease;
import negatoscope.workstation.studies.Answer;
import org.jspecify.annotations.Nullable;

/** The check of one heat map that is seen, which may become another one. */
public final class ExplanationCheckViewModel {
  private final ObservableValue<@Nullable Subject> subject;
  private final Supplier<Optional<Lease>> model;
  private final ExplanationChecks checks;
  private final ObjectBinding<CheckState> state;

  /**
   * Watches the map that is seen.
   *
   * @param subject null for none
   * @param model the one that made the map; asked when a check begins
   */
  public ExplanationCheckViewModel(
      ObservableValue<@Nullable Subject> subject,
      Supplier<Optional<Lease>> model,
      ExplanationChecks checks) {
    this.subject = subject;
    this.model = model;
    this.checks = checks;
    this.state = Bindings.createObjectBinding(this::now, subject, checks.changesProperty());
  }

  /** Of the map over the large film. */
  public static ExplanationCheckViewModel onScreen(
      AssessmentViewModel assessment, HeatMapViewModel heatMap, ExplanationChecks checks) {
    return new ExplanationCheckViewModel(
        Bindings.createObjectBinding(
            () ->
                assessment.answerProperty().getValue() instanceof Answer.Done done
                    ? Subject.of(
                            assessment.selectedProperty().getValue(),
                            done.classification(),
                            Optional.ofNullable(heatMap.mapProperty().getValue()))
                        .orElse(null)
                    : null,
            assessment.selectedProperty(),
            assessment.answerProperty(),
            heatMap.mapProperty()),
        () -> assessment.model().lease(),
        checks);
  }

  private CheckState now() {
    Subject seen = subject.getValue();
    return seen == null ? new CheckState.None() : checks.stateOf(seen);
  }

  /** How far the check of the map that is seen is. */
  public ObservableValue<CheckState> stateProperty() {
    return state;
  }

  /** Checks the map that is seen, unless that was done or is under way. */
  public void check() {
    Subject seen = subject.getValue();
    if (seen != null) {
      model.get().ifPresent(lease -> checks.check(seen, lease));
    }
  }

  /** Stops the check of the map that is seen. */
  public void cancel() {
    Subject seen = subject.getValue();
    if (seen != null) {
      checks.cancel(seen);
    }
  }
}
