package negatoscope.workstation.shell;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;
import negatoscope.library.WeightStore;
import negatoscope.task.Failure;
import negatoscope.workstation.batch.BatchTools;
import negatoscope.workstation.batch.JournalDesk;
import negatoscope.workstation.models.OpenModels;
import negatoscope.workstation.settings.Settings.FilmSettings;
import negatoscope.workstation.settings.SettingsStore;
import negatoscope.workstation.trainer.TrainerTools;
import negatoscope.workstation.trainer.desk.RunFolders;
import negatoscope.workstation.trainer.films.FilmSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window. */
public final class Workstation {
  private static final Logger LOG = LoggerFactory.getLogger(Workstation.class);

  /** Films that are not on the screen may take a quarter of the memory that Java may use. */
  private static final int MEMORY_SHARE = 4;

  private Workstation() {}

  /**
   * Starts JavaFX, opens the window on the given paths, and returns when it was closed. There must
   * be a display. To be called once, not on the JavaFX thread.
   */
  public static void launch(WorkstationContext context) {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    try (Lanes lanes = new Lanes();
        OpenModels models = new OpenModels(context.classifier(), lanes.engine())) {
      Platform.startup(
          () -> {
            try {
              Stage stage = new Stage();
              WorkstationViewModel model = open(context, stage, lanes, models);
              stage.setOnHidden(
                  event -> {
                    keep(model);
                    closed.complete(null);
                  });
            } catch (RuntimeException | Error e) {
              closed.completeExceptionally(e);
            }
          });
      closed.join();
    } finally {
      Platform.exit();
    }
  }

  /** Opens the window in a stage; on the JavaFX thread. */
  static WorkstationViewModel open(
      WorkstationContext context, Stage stage, Lanes lanes, OpenModels models) {
    WorkstationViewModel model =
        new WorkstationViewModel(
            new IntakeReader(context.intake()),
            context.intake()::header,
            context.library(),
            new WeightStore(context.home()),
            context.card(),
            models,
            new SettingsStore(context.home().settings()),
            new WorkstationViewModel.Runners(
                lanes.files(), lanes.engine(), lanes.picture(), Platform::runLater),
            Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
    MainWindow window =
        new MainWindow(
            stage,
            model,
            trainer(context, lanes),
            new BatchTools(
                new JournalDesk(context.intake(), context.home().natives()),
                models,
                context.intake()::openFrame,
                context.objects(),
                lanes.quick(),
                lanes.screening(),
                Platform::runLater),
            lanes.running(),
            context.device(),
            context.versions());
    window.stage().show();
    model.openAtStart(context.paths());
    return model;
  }

  private static TrainerTools trainer(WorkstationContext context, Lanes lanes) {
    return new TrainerTools(
        new FilmSource(
            context.intake()::films, context.intake()::openFirst, context.home().cache()),
        new WeightStore(context.home()),
        context.library(),
        new RunFolders(context.home().trainings()),
        context.desk(),
        new TrainerTools.Runners(
            lanes.files(), lanes.quick(), lanes.engine(), lanes.training(), Platform::runLater));
  }

  /** Writes the settings; the window is gone by then, so it may take a moment. */
  static void keep(WorkstationViewModel model) {
    try {
      model.settings().change(now -> now.withHeatMap(model.heatMap().settings()));
      boolean overlays = model.viewer().layers().planesShownProperty().get();
      model.settings().change(now -> now.withFilm(new FilmSettings(overlays)));
      model.settings().saveNow();
    } catch (Failure e) {
      LOG.warn("The settings could not be saved: {}", e.getMessage());
    }
  }
}
