package negatoscope.workstation.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import negatoscope.workstation.models.Dialogs;
import negatoscope.workstation.models.ModelInUse;
import negatoscope.workstation.models.SystemFileChoices;
import negatoscope.workstation.trainer.TrainerPane;
import negatoscope.workstation.trainer.TrainerTools;
import negatoscope.workstation.trainer.TrainerViewModel;
import negatoscope.workstation.trainer.desk.Judged;
import negatoscope.workstation.trainer.desk.Trained;
import negatoscope.workstation.trainer.films.SystemSourceChoices;
import negatoscope.workstation.trainer.results.SystemReportOutlet;
import org.jspecify.annotations.Nullable;

/** The wizard's window, and what it does in the main one. */
final class TrainerWindow {
  private static final ButtonType RUN_ON = new ButtonType("Let it run on", ButtonData.YES);
  private static final ButtonType LATER = new ButtonType("Stop and resume later", ButtonData.NO);

  private final Stage owner;
  private final WorkstationViewModel model;
  private final TrainerTools tools;
  private @Nullable Stage stage;
  private @Nullable TrainerViewModel trainer;
  private @Nullable String former;

  TrainerWindow(Stage owner, WorkstationViewModel model, TrainerTools tools) {
    this.owner = owner;
    this.model = model;
    this.tools = tools;
  }

  /** Shows the wizard as it was left, or a new one. */
  void show() {
    TrainerViewModel shown = trainer;
    Stage window = stage;
    if (shown == null || window == null) {
      shown = new TrainerViewModel(tools, this::open, this::saved);
      window = window(shown);
      trainer = shown;
      stage = window;
    }
    shown.kept().refresh();
    window.show();
    window.toFront();
    window.requestFocus();
  }

  private Stage window(TrainerViewModel shown) {
    TrainerPane pane =
        new TrainerPane(
            shown,
            new TrainerPane.Surroundings(
                new SystemSourceChoices(() -> Objects.requireNonNullElse(stage, owner)),
                new SystemFileChoices(() -> Objects.requireNonNullElse(stage, owner)),
                new SystemReportOutlet(() -> Objects.requireNonNullElse(stage, owner)),
                this::openFilms,
                this::close));
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Stage window =
        SideWindow.beside(
            owner,
            "Train from a folder",
            pane,
            Math.min(1160, screen.getWidth() - 80),
            Math.min(800, screen.getHeight() - 80));
    window
        .titleProperty()
        .bind(
            shown
                .currentProperty()
                .map(
                    number ->
                        "Train from a folder – " + shown.steps().get(number.intValue()).title()));
    window.setMinWidth(860);
    window.setMinHeight(560);
    window.setOnShown(event -> pane.focusStep());
    window.setOnCloseRequest(
        event -> {
          if (!mayHide(window.getScene())) {
            event.consume();
          }
        });
    return window;
  }

  private void close() {
    Stage window = stage;
    if (window != null) {
      window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
    }
  }

  private Optional<TrainerViewModel> running() {
    return Optional.ofNullable(trainer).filter(it -> it.run().stateProperty().get().active());
  }

  /** A training that runs is let run on, or stopped so that it can be resumed. */
  private boolean mayHide(Scene scene) {
    if (running().isEmpty()) {
      return true;
    }
    ButtonType answer =
        ask(
            scene,
            "The network is still learning. It can run on while this window is closed, or be"
                + " stopped and resumed later from its last epoch.",
            RUN_ON,
            LATER);
    if (answer.equals(LATER)) {
      running().ifPresent(it -> it.run().cancel());
    }
    return !answer.equals(ButtonType.CANCEL);
  }

  /** Whether the program may end; asks where a training runs. */
  boolean mayQuit() {
    if (running().isEmpty()) {
      return true;
    }
    ButtonType answer =
        ask(
            owner.getScene(),
            "The network is still learning. If the program ends now, the training can be resumed"
                + " from its last epoch when the wizard is opened again.",
            LATER);
    if (answer.equals(LATER)) {
      running().ifPresent(it -> it.run().cancel());
      return true;
    }
    return false;
  }

  private static ButtonType ask(Scene scene, String sentence, ButtonType... answers) {
    Alert question = new Alert(Alert.AlertType.NONE, "", answers);
    question.getButtonTypes().add(ButtonType.CANCEL);
    Dialogs.before(scene, question);
    question.setTitle("A training is under way");
    Label text = new Label(sentence);
    text.setWrapText(true);
    text.setPrefWidth(460);
    question.getDialogPane().setContent(text);
    return question.showAndWait().orElse(ButtonType.CANCEL);
  }

  private void openFilms(List<Path> films) {
    model.studies().open(films);
    owner.toFront();
    owner.requestFocus();
  }

  /** The new model says where it looked, though it has no name yet. */
  private void open(Trained trained, List<Judged> films) {
    ModelInUse inUse = model.models().inUse();
    String unnamed = trained.model().folder().toString();
    String now = inUse.name().orElse(null);
    if (!unnamed.equals(now)) {
      former = now;
      inUse.use(unnamed);
    }
    model.heatMap().visibleProperty().set(true);
    openFilms(films.stream().map(Judged::file).toList());
  }

  private void saved(String name, boolean use) {
    model.models().refresh();
    String before = former;
    if (use) {
      model.models().inUse().use(name);
    } else if (before != null) {
      model.models().inUse().use(before);
    }
    Stage window = stage;
    trainer = null;
    stage = null;
    former = null;
    if (window != null) {
      window.hide();
    }
    owner.toFront();
    owner.requestFocus();
  }
}
