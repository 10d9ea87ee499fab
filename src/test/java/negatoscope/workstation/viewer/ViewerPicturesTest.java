package negatoscope.workstation.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.stage.Stage;
import negatoscope.film.Film;
import negatoscope.film.Provenance;
import negatoscope.film.ViewPosition;
import negatoscope.intake.Intake;
import negatoscope.rendering.ColourMap;
import negatoscope.rendering.HeatOverlay;
import negatoscope.task.InlineRunner;
import negatoscope.task.Progress;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Keeps pictures of the main states, with a real film, to be looked at. */
@NeedsShared
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ViewerPicturesTest {
  private final ViewerViewModel model = new ViewerViewModel(new InlineRunner(Progress.NONE));
  private ViewerPane pane;
  private Stage stage;

  @Start
  void start(Stage first) {
    stage = first;
    pane = new ViewerPane(model);
    stage.setScene(new Scene(pane));
    size(900, 720);
    stage.show();
  }

  private void size(double width, double height) {
    stage.setWidth(width);
    stage.setHeight(height);
  }

  private static Film film() {
    Path file =
        Shared.path(
            "films/originals/CR.1.2.840.113564.1722810170.20200325010134750210.1003000225002.png");
    Film read = Intake.withBuiltInToolkit().openFirst(file);
    return Film.ofPicture(
            read.samples(),
            new Provenance(
                file,
                1,
                1,
                "PNG",
                "",
                "PHANTOM^EXAMPLE",
                "P-0042",
                "20200325",
                "Chest, bedside",
                "",
                "",
                "",
                "DX",
                "CHEST"))
        .withView(ViewPosition.AP);
  }

  private static HeatOverlay overlay(Film film, double threshold) {
    float[] grid = new float[49];
    for (int i = 0; i < 49; i++) {
      double dx = i % 7 - 1.6;
      int row = i / 7;
      double dy = row - 3.8;
      grid[i] = (float) (3 * Math.exp(-(dx * dx + dy * dy) / 2.5));
      dx = i % 7 - 4.7;
      grid[i] += (float) (1.6 * Math.exp(-(dx * dx + dy * dy) / 2));
    }
    int side = Math.max(film.width(), film.height());
    return Overlays.of(
        grid,
        7,
        7,
        (film.width() - side) / 2.0,
        (film.height() - side) / 2.0,
        side,
        side,
        ColourMap.DEFAULT,
        threshold);
  }

  @Test
  void picturesOfTheMainStates(FxRobot robot) {
    Film film = film();
    robot.interact(() -> model.messageProperty().set("Open a film: Ctrl+O, or drop it here."));
    Screenshots.keep(pane, "viewer-message");
    robot.interact(() -> model.messageProperty().set(""));
    robot.interact(() -> model.filmProperty().set(film));
    Screenshots.keep(pane, "viewer-film");
    robot.interact(() -> model.layers().heatProperty().set(overlay(film, 0.15)));
    Screenshots.keep(pane, "viewer-overlay");
    robot.interact(() -> model.zoomAt(250, 400, 4));
    Screenshots.keep(pane, "viewer-overlay-zoomed");
    robot.interact(model::reset);
    robot.interact(() -> model.dragWindow(-160, 40, WindowDrag.Step.NORMAL));
    Screenshots.keep(pane, "viewer-overlay-narrow-window");
    robot.interact(model::reset);
    robot.interact(model::invert);
    robot.interact(model.layers()::toggleHeat);
    Screenshots.keep(pane, "viewer-inverted");
    robot.interact(model::reset);
    robot.interact(model.layers()::toggleHeat);
    robot.interact(() -> size(1800, 960));
    Screenshots.keep(pane, "viewer-large");
    robot.interact(() -> size(330, 260));
    Screenshots.keep(pane, "viewer-small");
    robot.interact(() -> size(180, 150));
    Screenshots.keep(pane, "viewer-tiny");
    robot.interact(() -> size(900, 720));
    robot.interact(() -> model.zoomAt(450, 300, 100));
    Screenshots.keep(pane, "viewer-close");
    assertThat(Path.of("target", "screenshots", "viewer-close.png")).isNotEmptyFile();
  }

  @Test
  void aPictureOfAVeryWideFilm(FxRobot robot) {
    Film film =
        Films.picture(
            20000, 3000, (x, y) -> (x / 500 + y / 500) % 2 == 0 ? x / 100 : 255 - x / 100);
    robot.interact(() -> model.filmProperty().set(film));
    Screenshots.keep(pane, "viewer-wide");
    assertThat(model.zoomProperty().get()).isEqualTo(0.045);
  }
}
