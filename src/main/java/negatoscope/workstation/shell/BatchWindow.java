package negatoscope.workstation.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.stage.Screen;
import javafx.stage.Stage;
import negatoscope.workstation.batch.BatchPane;
import negatoscope.workstation.batch.BatchTools;
import negatoscope.workstation.batch.BatchViewModel;
import negatoscope.workstation.batch.SystemBatchChoices;
import negatoscope.workstation.batch.table.ColumnMemory;
import negatoscope.workstation.models.Dialogs;
import negatoscope.workstation.models.ModelRow;
import negatoscope.workstation.settings.Settings;
import negatoscope.workstation.settings.Settings.ScreeningSettings;
import negatoscope.workstation.studies.OpenFilm;
import org.jspecify.annotations.Nullable;

/** The window of a screening, and what it does in the main one. */
final class BatchWindow {
  private static final ButtonType STOP = new ButtonType("Stop and resume later", ButtonData.YES);

  private final Stage owner;
  private final WorkstationViewModel model;
  private final BatchViewModel batch;
  private @Nullable Stage stage;
  private @Nullable BatchPane pane;
  private @Nullable OpenFilm mine;
  private @Nullable Path wanted;
  private int frame = 1;
  private boolean shown;
  private boolean ours;

  BatchWindow(Stage owner, WorkstationViewModel model, BatchTools tools) {
    this.owner = owner;
    this.model = model;
    this.batch =
        new BatchViewModel(
            tools,
            new BatchViewModel.Surroundings(
                model.assessment().model().cardProperty(),
                () ->
                    model.models().rows().stream()
                        .map(ModelRow::card)
                        .filter(Objects::nonNull)
                        .toList(),
                this::open));
    model.studies().selectedProperty().addListener((property, before, now) -> came(now));
  }

  /** Shows the screening as it was left. */
  void show() {
    Stage window = stage;
    if (window == null) {
      BatchPane made =
          new BatchPane(
              batch,
              new SystemBatchChoices(() -> Objects.requireNonNullElse(stage, owner)),
              new Memory());
      Rectangle2D screen = Screen.getPrimary().getVisualBounds();
      window =
          SideWindow.beside(
              owner,
              "Screen a folder",
              made,
              Math.min(1320, screen.getWidth() - 80),
              Math.min(820, screen.getHeight() - 80));
      window.setMinWidth(860);
      window.setMinHeight(520);
      window.setOnShown(event -> made.focusFirst());
      stage = window;
      pane = made;
    }
    model.models().refresh();
    window.show();
    window.toFront();
    window.requestFocus();
  }

  /** Shows a folder as one to be screened. */
  void screen(Path folder) {
    batch.choose(folder);
    show();
  }

  /** Goes on or back in the table. */
  void step(int by) {
    if (pane != null) {
      batch.rows().step(by);
    }
  }

  /** Shows a film with where the network looked. */
  private void open(Path file, int number) {
    if (!shown) {
      shown = true;
      model.heatMap().visibleProperty().set(true);
    }
    frame = number;
    wanted = file.toAbsolutePath().normalize();
    ours =
        model.studies().films().stream()
            .noneMatch(film -> film.file().toAbsolutePath().normalize().equals(wanted));
    model.studies().open(List.of(file));
  }

  /** Of the films that a reader goes through one is open at a time; those open before stay. */
  private void came(@Nullable OpenFilm now) {
    if (now == null || wanted == null || !now.file().toAbsolutePath().normalize().equals(wanted)) {
      return;
    }
    wanted = null;
    OpenFilm before = mine;
    mine = ours ? now : null;
    int number = frame;
    Platform.runLater(
        () -> {
          if (before != null && !before.file().equals(now.file())) {
            model.studies().close(before);
          }
          if (number > 1) {
            model.studies().selectFrame(number);
          }
        });
  }

  /** Whether the program may end; asks while films are screened. */
  boolean mayQuit() {
    if (!batch.stateProperty().get().active()) {
      return true;
    }
    Alert question = new Alert(Alert.AlertType.NONE, "", STOP, ButtonType.CANCEL);
    Dialogs.before(owner.getScene(), question);
    question.setTitle("A screening is under way");
    Label text =
        new Label(
            "Films are still being screened. If the program ends now, the screening can be resumed"
                + " with the same folder later; nothing that was screened is lost.");
    text.setWrapText(true);
    text.setPrefWidth(460);
    question.getDialogPane().setContent(text);
    if (question.showAndWait().orElse(ButtonType.CANCEL).equals(STOP)) {
      batch.cancel();
      return true;
    }
    return false;
  }

  /** The columns, in the settings. */
  private final class Memory implements ColumnMemory {
    @Override
    public ScreeningSettings columns() {
      return model.settings().current().screening();
    }

    @Override
    public void keep(ScreeningSettings columns) {
      model.settings().change((Settings now) -> now.withScreening(columns));
      model.settings().save();
    }
  }
}
