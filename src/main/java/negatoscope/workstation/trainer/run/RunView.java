package negatoscope.workstation.trainer.run;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import negatoscope.training.run.Epoch;
import negatoscope.workstation.parts.Parts;
import negatoscope.workstation.trainer.step.Form;
import negatoscope.workstation.trainer.step.StepView;

/** How far the training is, its curves, and what can be done with it. */
public final class RunView {
  private final RunViewModel run;

  private RunView(RunViewModel run) {
    this.run = run;
  }

  /** The step with its view. */
  public static StepView of(RunViewModel run) {
    return new StepView(run, new RunView(run).content(), Optional.empty());
  }

  private Node content() {
    LiveFigures live = run.live();
    Label said = Form.sentence("run-said", run.saidProperty(), "figure");
    said.styleProperty()
        .bind(
            Bindings.when(run.stateProperty().isEqualTo(RunState.FAILED))
                .then("-fx-text-fill: -color-danger-fg;")
                .otherwise(""));
    ProgressBar bar = new ProgressBar();
    bar.setId("run-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(live.shareProperty());
    Label what = Form.sentence("run-what", live.whatProperty(), "quiet");
    bar.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> run.stateProperty().get().active(), run.stateProperty()));
    bar.managedProperty().bind(bar.visibleProperty());
    FlowPane figures = new FlowPane(28, 10);
    figures.setId("live-figures");
    figure(figures, "Part", "live-part", live.partProperty());
    figures.getChildren().get(0).visibleProperty().bind(live.partProperty().isNotEmpty());
    figures.getChildren().get(0).managedProperty().bind(live.partProperty().isNotEmpty());
    figure(figures, "Epoch", "live-epoch", live.epochProperty());
    figure(figures, "Films", "live-films", live.filmsProperty());
    figure(figures, "Speed", "live-speed", live.speedProperty());
    figure(figures, "Time left", "live-left", live.leftProperty());
    figure(figures, "Learning rate", "live-rate", live.rateProperty());
    figure(figures, "Memory", "live-memory", live.memoryProperty());
    Curves loss =
        new Curves("Loss", live.epochs(), Epoch::loss, epoch -> epoch.validation().loss());
    Curves accuracy =
        new Curves(
            "Accuracy", live.epochs(), Epoch::accuracy, epoch -> epoch.validation().accuracy());
    HBox curves = new HBox(8, loss, accuracy);
    HBox.setHgrow(loss, Priority.ALWAYS);
    HBox.setHgrow(accuracy, Priority.ALWAYS);
    VBox.setVgrow(curves, Priority.ALWAYS);
    VBox content = new VBox(said, bar, what, figures, curves, actions());
    content.getStyleClass().add("train-step");
    return content;
  }

  private static void figure(FlowPane to, String name, String id, ObservableStringValue value) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add("live-figure");
    label.textProperty().bind(value);
    to.getChildren().add(new VBox(1, Form.text(name, "film-line"), label));
  }

  private Node actions() {
    Button pause = Parts.button("pause", "_Pause", run::pause);
    Button goOn = Parts.button("go-on", "_Go on", run::goOn);
    Button keep = Parts.button("stop-and-keep", "_Stop and keep the best", run::stopAndKeepBest);
    Button cancel = Parts.button("cancel-training", "_Cancel the training", run::cancel);
    Button again = Parts.button("go-on-with-last", "_Go on from the last epoch", run::goOnWithLast);
    shownIn(pause, EnumSet.of(RunState.RUNNING));
    shownIn(goOn, EnumSet.of(RunState.PAUSED));
    shownIn(keep, EnumSet.of(RunState.RUNNING, RunState.PAUSED));
    shownIn(cancel, EnumSet.of(RunState.RUNNING, RunState.PAUSED));
    shownIn(again, EnumSet.of(RunState.STOPPED, RunState.FAILED));
    Button away = Parts.button("throw-away", "_Discard it", run::throwAway);
    shownIn(away, EnumSet.of(RunState.STOPPED, RunState.FAILED));
    FlowPane actions = new FlowPane(pause, goOn, keep, cancel, again, away);
    actions.getStyleClass().add("model-actions");
    return actions;
  }

  private void shownIn(Button button, Set<RunState> states) {
    button
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> states.contains(run.stateProperty().get()), run.stateProperty()));
    button.managedProperty().bind(button.visibleProperty());
  }
}
