package negatoscope.workstation.trainer.results;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import negatoscope.library.card.CardOperatingPoint;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import negatoscope.workstation.trainer.desk.Judged;
import negatoscope.workstation.trainer.desk.Trained;
import negatoscope.workstation.trainer.step.Latest;
import negatoscope.workstation.trainer.step.Step;
import org.jspecify.annotations.Nullable;

/** How good the model is; its errors can be opened with what it looked at. */
public final class ResultsViewModel implements Step {
  /** More are not opened at once. */
  private static final int MOST_OPENED = 200;

  private final ObservableValue<@Nullable Trained> trained;
  private final BiConsumer<Trained, List<Judged>> open;
  private final ReadOnlyObjectWrapper<@Nullable Results> results = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
  private final ThresholdsViewModel thresholds = new ThresholdsViewModel();
  private final ReportViewModel report;
  private final Latest<Results> computing;

  /**
   * Nothing to show yet.
   *
   * @param trained the model; null until it is there
   * @param quick for what takes a moment
   * @param open shows films with the model's heat maps in the main window
   * @param reports makes the report's part of the step, of the thresholds that were moved
   */
  public ResultsViewModel(
      ObservableValue<@Nullable Trained> trained,
      TaskRunner quick,
      BiConsumer<Trained, List<Judged>> open,
      Function<Supplier<Map<String, CardOperatingPoint>>, ReportViewModel> reports) {
    this.trained = trained;
    this.open = open;
    report = reports.apply(thresholds::changed);
    computing = new Latest<>(quick, "Computing the figures", this::take);
    trained.addListener((property, before, now) -> compute(now));
    compute(trained.getValue());
  }

  @Override
  public String title() {
    return "Results";
  }

  @Override
  public String hint() {
    return "How good is it on films that it did not learn from? A cell of the matrix opens its"
        + " films in the main window, with what the model looked at.";
  }

  @Override
  public ReadOnlyStringProperty reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  /** The figures; null until they were computed. */
  public ReadOnlyObjectProperty<@Nullable Results> resultsProperty() {
    return results.getReadOnlyProperty();
  }

  /** Each class's operating point. */
  public ThresholdsViewModel thresholds() {
    return thresholds;
  }

  /** The report. */
  public ReportViewModel report() {
    return report;
  }

  @Override
  public void enter() {
    Trained now = trained.getValue();
    if (now != null) {
      report.of(now);
    }
  }

  private void compute(@Nullable Trained now) {
    results.set(null);
    if (now == null) {
      computing.forget();
      reason.set("There is no trained model yet.");
      return;
    }
    reason.set("The figures are being computed…");
    computing.ask((progress, cancellation) -> Results.of(now));
  }

  private void take(Outcome<Results> outcome) {
    if (outcome instanceof Outcome.Done<Results> done) {
      thresholds.show(done.value());
      results.set(done.value());
      reason.set("");
    } else if (outcome instanceof Outcome.Failed<Results> failed) {
      reason.set(failed.failure().getMessage());
    }
  }

  /** Opens films with what the model looked at. */
  public void open(List<Judged> films) {
    Trained now = trained.getValue();
    if (now != null && !films.isEmpty()) {
      open.accept(now, films.stream().limit(MOST_OPENED).toList());
    }
  }
}
