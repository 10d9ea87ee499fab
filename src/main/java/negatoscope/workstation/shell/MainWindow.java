package negatoscope.workstation.shell;

import atlantafx.base.theme.PrimerDark;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import negatoscope.workstation.assessment.AssessmentPane;
import negatoscope.workstation.batch.BatchTools;
import negatoscope.workstation.studies.StudiesPane;
import negatoscope.workstation.trainer.TrainerTools;

/** Puts the panes together in a stage. */
final class MainWindow {
  static final String STYLE =
      Objects.requireNonNull(
              MainWindow.class.getResource("/negatoscope/workstation/workstation.css"))
          .toExternalForm();

  private static final int[] ICON_SIDES = {16, 32, 48, 64, 128, 256};

  private final WorkstationViewModel model;
  private final Stage stage;
  private final BorderPane root = new BorderPane();
  private final Panes panes;
  private final VBox top;
  private final ScreenHere here;
  private final StatusBar bottom;

  /**
   * Fills the stage, without showing it.
   *
   * @param trainer what the wizard works with
   * @param screening what screening works with
   * @param running what the status bar shows
   */
  MainWindow(
      Stage stage,
      WorkstationViewModel model,
      TrainerTools trainer,
      BatchTools screening,
      ObservableList<Task<?>> running,
      Supplier<String> device,
      Map<String, String> versions) {
    this.stage = stage;
    this.model = model;
    Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
    WindowCommands windowed = new WindowCommands(stage, model, trainer, screening, versions);
    Commands commands = new Commands(model, windowed);
    windowed.list(commands);
    stage.setOnCloseRequest(
        event -> {
          if (!windowed.mayClose()) {
            event.consume();
          }
        });
    MenuAndTools bars = new MenuAndTools(commands, model);
    top = new VBox(bars.menuBar(), bars.toolBar());
    StudiesPane left = new StudiesPane(model.studies(), windowed::showPassedOver);
    windowed.find(left::find);
    left.setPrefWidth(264);
    left.setMinWidth(150);
    AssessmentPane right =
        new AssessmentPane(model.assessment(), model.heatMap(), model.check(), model.models());
    right.setPrefWidth(336);
    right.setMinWidth(260);
    here = new ScreenHere(windowed::screen);
    FilmArea middle = new FilmArea(model, commands, here);
    panes = new Panes(left, middle, right);
    bottom = new StatusBar(model, running, device);
    root.setTop(top);
    root.setCenter(panes);
    root.setBottom(bottom);
    root.getStyleClass().add("workstation");
    model.viewer().maximisedProperty().addListener((property, before, now) -> showAlone(now));
    Scene scene = new Scene(root, 1280, 800, SideWindow.GROUND);
    scene.getStylesheets().add(STYLE);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::turnPages);
    root.addEventHandler(KeyEvent.KEY_PRESSED, MainWindow::keepLetters);
    scene.setOnDragOver(this::offerDrop);
    scene.setOnDragExited(event -> here.hide());
    scene.setOnDragDropped(this::drop);
    stage.setScene(scene);
    stage.setMinWidth(800);
    stage.setMinHeight(560);
    for (int side : ICON_SIDES) {
      icon(side).ifPresent(stage.getIcons()::add);
    }
    stage
        .titleProperty()
        .bind(
            model
                .studies()
                .selectedProperty()
                .flatMap(film -> film.captionProperty())
                .map(caption -> caption.file() + " – Negatoscope")
                .orElse("Negatoscope"));
    new WindowPlace(stage, model.settings()).restore();
  }

  /** Page Up and Page Down turn films wherever the focus is; lists would scroll instead. */
  private void turnPages(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    if (plain && event.getCode() == KeyCode.PAGE_DOWN) {
      model.studies().selectNext();
      event.consume();
    } else if (plain && event.getCode() == KeyCode.PAGE_UP) {
      model.studies().selectPrevious();
      event.consume();
    }
  }

  /** What is typed into a field is text there, and no key of the film. */
  private static void keepLetters(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown();
    KeyCode code = event.getCode();
    boolean letter = !code.isFunctionKey() && !code.isNavigationKey() && code != KeyCode.ESCAPE;
    if (event.getTarget() instanceof TextInputControl && plain && letter) {
      event.consume();
    }
  }

  private void offerDrop(DragEvent event) {
    here.offer(event);
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void drop(DragEvent event) {
    here.hide();
    List<Path> paths = event.getDragboard().getFiles().stream().map(file -> file.toPath()).toList();
    model.open(paths);
    event.setDropCompleted(!paths.isEmpty());
    event.consume();
  }

  private void showAlone(boolean alone) {
    panes.showAlone(alone);
    root.setTop(alone ? null : top);
    root.setBottom(alone ? null : bottom);
  }

  /** The program's icon, if the build holds one of that size. */
  static Optional<Image> icon(int side) {
    String name = "/negatoscope/icons/negatoscope-" + side + ".png";
    URL found = MainWindow.class.getResource(name);
    return found == null ? Optional.empty() : Optional.of(new Image(found.toExternalForm()));
  }

  Stage stage() {
    return stage;
  }
}
