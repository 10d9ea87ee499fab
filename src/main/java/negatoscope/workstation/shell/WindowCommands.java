package negatoscope.workstation.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import negatoscope.workstation.batch.BatchTools;
import negatoscope.workstation.comparison.ComparisonPane;
import negatoscope.workstation.models.ModelTabs;
import negatoscope.workstation.models.SystemFileChoices;
import negatoscope.workstation.studies.PassedOverView;
import negatoscope.workstation.trainer.TrainerTools;
import org.jspecify.annotations.Nullable;

/** The commands that need the window itself: choosers, the clipboard, other windows. */
final class WindowCommands implements Commands.Windowed {
  private final Stage stage;
  private final WorkstationViewModel model;
  private final TrainerWindow trainer;
  private final BatchWindow screening;
  private final Map<String, String> versions;
  private @Nullable Commands commands;
  private Runnable find = () -> {};
  private @Nullable Stage attributes;
  private @Nullable Stage models;
  private @Nullable Stage comparison;

  WindowCommands(
      Stage stage,
      WorkstationViewModel model,
      TrainerTools tools,
      BatchTools screening,
      Map<String, String> versions) {
    this.stage = stage;
    this.model = model;
    this.trainer = new TrainerWindow(stage, model, tools);
    this.screening = new BatchWindow(stage, model, screening);
    this.versions = versions;
  }

  /** Told after both are made; the list of keys is read from them. */
  void list(Commands all) {
    commands = all;
  }

  /** Told after it is made; puts the keyboard into the filter of the list. */
  void find(Runnable intoFilter) {
    find = intoFilter;
  }

  @Override
  public void find() {
    find.run();
  }

  /** Lists the files that are no films. */
  void showPassedOver() {
    SideWindow.of(
            stage,
            "Files that are no films",
            new PassedOverView(model.studies().passedOver()),
            900,
            520)
        .show();
  }

  @Override
  public void chooseFiles() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Open films");
    lastFolder().ifPresent(chooser::setInitialDirectory);
    chooser
        .getExtensionFilters()
        .setAll(
            new FileChooser.ExtensionFilter("All files", "*"),
            new FileChooser.ExtensionFilter("DICOM", "*.dcm", "*.dicom", "*.DCM", "DICOMDIR"),
            new FileChooser.ExtensionFilter("ZIP archives", "*.zip", "*.ZIP"),
            new FileChooser.ExtensionFilter(
                "Pictures", "*.png", "*.jpg", "*.jpeg", "*.tif", "*.tiff"));
    List<File> files = chooser.showOpenMultipleDialog(stage);
    if (files != null) {
      model.open(files.stream().map(File::toPath).toList());
    }
  }

  @Override
  public void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Open folder");
    lastFolder().ifPresent(chooser::setInitialDirectory);
    File folder = chooser.showDialog(stage);
    if (folder != null) {
      model.open(List.of(folder.toPath()));
    }
  }

  private Optional<File> lastFolder() {
    String folder = model.settings().current().lastFolder();
    return folder.isEmpty() || !Files.isDirectory(Path.of(folder))
        ? Optional.empty()
        : Optional.of(new File(folder));
  }

  @Override
  public void choosePicture() {
    if (!model.picture().isThere()) {
      return;
    }
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save heat map picture");
    chooser.setInitialFileName(model.picture().name());
    chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("PNG", "*.png"));
    File file = chooser.showSaveDialog(stage);
    if (file != null) {
      model.picture().save(file.toPath());
    }
  }

  @Override
  public void copyAnswer() {
    model
        .answerText()
        .ifPresent(
            text -> {
              ClipboardContent content = new ClipboardContent();
              content.putString(text);
              Clipboard.getSystemClipboard().setContent(content);
            });
  }

  @Override
  public void fullScreen() {
    stage.setFullScreen(!stage.isFullScreen());
  }

  @Override
  public void showAttributes() {
    Stage shown = attributes;
    if (shown == null) {
      shown = AttributesWindow.of(stage, model);
      attributes = shown;
    }
    bringUp(shown);
  }

  private static void bringUp(Stage shown) {
    shown.show();
    shown.toFront();
    shown.requestFocus();
  }

  @Override
  public void showModels() {
    Stage shown = models;
    if (shown == null) {
      ModelTabs tabs =
          new ModelTabs(
              model.models(),
              model.weights(),
              new SystemFileChoices(() -> Objects.requireNonNullElse(models, stage)),
              this::showComparison,
              this::showTrainer);
      shown = SideWindow.beside(stage, "Models", tabs, 900, 680);
      shown.setOnShown(event -> tabs.focusList());
      shown.setMinWidth(640);
      shown.setMinHeight(420);
      models = shown;
    }
    model.models().refresh();
    bringUp(shown);
  }

  @Override
  public void showComparison() {
    Stage shown = comparison;
    if (shown == null) {
      ComparisonPane pane = new ComparisonPane(model.comparison(), model.heatMap(), model.models());
      Rectangle2D screen = Screen.getPrimary().getVisualBounds();
      shown =
          SideWindow.beside(
              stage,
              "Models side by side",
              pane,
              Math.min(1200, screen.getWidth() - 120),
              Math.min(900, screen.getHeight() - 80));
      shown.setMinWidth(640);
      shown.setMinHeight(420);
      model.comparison().seenProperty().bind(shown.showingProperty());
      comparison = shown;
    }
    bringUp(shown);
  }

  @Override
  public void showTrainer() {
    trainer.show();
  }

  @Override
  public void showScreening() {
    screening.show();
  }

  @Override
  public void stepScreening(int by) {
    screening.step(by);
  }

  /** Shows a folder as one to be screened. */
  void screen(Path folder) {
    screening.screen(folder);
  }

  /** Whether the window may be closed; asks where something would be lost. */
  boolean mayClose() {
    return trainer.mayQuit() && screening.mayQuit();
  }

  @Override
  public void showShortcuts() {
    Commands all = commands;
    if (all != null) {
      ShortcutList.of(stage, all).show();
    }
  }

  @Override
  public void showAbout() {
    AboutWindow.of(stage, model.assessment(), versions).show();
  }

  @Override
  public void quit() {
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }
}
