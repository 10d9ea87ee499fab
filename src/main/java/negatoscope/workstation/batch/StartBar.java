package negatoscope.workstation.batch;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import negatoscope.screening.ScreeningOrder.Start;
import negatoscope.workstation.parts.Parts;

/** What is screened, where the list goes, and how far it is. */
final class StartBar extends VBox {
  private final BatchViewModel batch;

  StartBar(BatchViewModel batch, BatchChoices choices, Button choose) {
    this.batch = batch;
    getStyleClass().add("batch-head");
    Button change =
        Parts.button("batch-out", "Change…", () -> choices.out().ifPresent(batch::chooseOut));
    Label folder = path("batch-folder", batch.folderProperty().map(Object::toString), "No folder");
    Label out = path("batch-out-path", batch.outProperty().map(Object::toString), "");
    OptionsBar options = new OptionsBar(batch.options(), batch.modelProperty());
    BooleanBinding active = state(BatchState.RUNNING, BatchState.PAUSED, BatchState.ENDING);
    choose.disableProperty().bind(active);
    change.disableProperty().bind(active.or(batch.outProperty().isNull()));
    options.disableProperty().bind(active);
    Label to = new Label("Work list:");
    to.getStyleClass().add("quiet");
    to.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .setAll(
            Parts.line(choose, folder, to, out, change),
            options,
            Parts.line(steering(active), progress(active), said()),
            Parts.text("batch-note-of-run", batch.noteProperty(), "quiet"),
            Parts.text("batch-trouble", batch.troubleProperty(), "warning-sentence"));
  }

  private static Label path(String id, ObservableValue<String> text, String otherwise) {
    Label label = new Label();
    label.setId(id);
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.textProperty().bind(text.orElse(otherwise));
    label.setMinWidth(60);
    return label;
  }

  private HBox steering(BooleanBinding active) {
    Button start = Parts.button("batch-start", "_Start", () -> batch.start(Start.NEW));
    start.getStyleClass().add("accent");
    start.disableProperty().bind(batch.folderProperty().isNull());
    Parts.shownWhile(start, state(BatchState.IDLE, BatchState.LOOKING));
    Button resume = Parts.button("batch-resume", "_Resume", () -> batch.start(Start.RESUME));
    Parts.shownWhile(resume, state(BatchState.KEPT));
    Button anew = Parts.button("batch-anew", "Start _anew", () -> batch.start(Start.RESTART));
    Parts.shownWhile(anew, state(BatchState.KEPT));
    Button pause = Parts.button("batch-pause", "_Pause", batch::pause);
    Parts.shownWhile(pause, state(BatchState.RUNNING));
    Button goOn = Parts.button("batch-go-on", "_Go on", batch::goOn);
    Parts.shownWhile(goOn, state(BatchState.PAUSED));
    Button cancel = Parts.button("batch-cancel", "Cancel", batch::cancel);
    Parts.shownWhile(cancel, active);
    cancel.disableProperty().bind(state(BatchState.ENDING));
    HBox buttons = new HBox(start, resume, anew, pause, goOn, cancel);
    buttons.getStyleClass().add("batch-line");
    buttons.setMinWidth(USE_PREF_SIZE);
    return buttons;
  }

  private ProgressBar progress(BooleanBinding active) {
    ProgressBar bar = new ProgressBar();
    bar.setId("batch-progress");
    bar.setPrefWidth(180);
    bar.setMinWidth(80);
    bar.progressProperty().bind(batch.progressProperty());
    Parts.shownWhile(bar, active);
    return bar;
  }

  private Label said() {
    Label said = new Label();
    said.setId("batch-said");
    said.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    switch (batch.stateProperty().get()) {
                      case PAUSED -> "Paused. " + batch.saidProperty().get();
                      case ENDING -> "Stopping; what is under way is finished…";
                      case LOOKING -> "Reading the work list…";
                      default -> batch.saidProperty().get();
                    },
                batch.stateProperty(),
                batch.saidProperty()));
    said.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(said, Priority.ALWAYS);
    return said;
  }

  private BooleanBinding state(BatchState... any) {
    return Bindings.createBooleanBinding(
        () -> java.util.List.of(any).contains(batch.stateProperty().get()), batch.stateProperty());
  }
}
