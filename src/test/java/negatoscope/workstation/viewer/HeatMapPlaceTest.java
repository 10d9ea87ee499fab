package negatoscope.workstation.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import negatoscope.classification.HeatMap;
import negatoscope.film.Film;
import negatoscope.network.CamMethod;
import negatoscope.task.InlineRunner;
import negatoscope.task.Progress;
import negatoscope.tensor.TensorGeometry;
import negatoscope.tensor.TensorOptions;
import negatoscope.workstation.assessment.HeatMapViewModel;
import negatoscope.workstation.studies.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A heat map with one hot cell is seen where that cell lies on the film, however it is shown. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class HeatMapPlaceTest {
  private static final int CELLS = 7;

  private final ViewerViewModel model = new ViewerViewModel(new InlineRunner(Progress.NONE));
  private final HeatMapViewModel heatMap =
      new HeatMapViewModel(new SimpleObjectProperty<>(new Answer.Idle()));
  private ViewerPane pane;

  /** A film's shape; the aspect is the height of a pixel divided by its width. */
  private record Shape(int width, int height, double aspect) {}

  /** A corner: shares of the film's width and height. */
  private record Corner(double x, double y) {}

  private static final List<Corner> CORNERS =
      List.of(
          new Corner(0.02, 0.02),
          new Corner(0.98, 0.02),
          new Corner(0.02, 0.98),
          new Corner(0.98, 0.98));

  @Start
  void start(Stage stage) {
    pane = new ViewerPane(model);
    stage.setScene(new Scene(pane, 800, 600));
    stage.setWidth(800);
    stage.setHeight(600);
    stage.show();
    // Only the film and what is painted over it are looked at.
    pane.getChildrenUnmodifiable().stream()
        .filter(node -> !List.of("film", "overlay").contains(String.valueOf(node.getId())))
        .forEach(node -> node.setOpacity(0));
    model.layers().heatOpacityProperty().set(1);
  }

  private static boolean painted(int argb) {
    int red = argb >> 16 & 0xFF;
    int green = argb >> 8 & 0xFF;
    int blue = argb & 0xFF;
    int most = Math.max(red, Math.max(green, blue));
    return most - Math.min(red, Math.min(green, blue)) > 40;
  }

  /** Paints the cell under a corner of the film, and looks at all corners, seen or not. */
  private void assertSeen(FxRobot robot, Shape shape, TensorOptions options, Runnable move) {
    Film film = Films.picture(shape.width, shape.height, (x, y) -> 90).withAspect(shape.aspect);
    TensorGeometry place = TensorGeometry.of(shape.width, shape.height, shape.aspect, options);
    robot.interact(() -> model.filmProperty().set(film));
    robot.interact(move);
    for (Corner hot : CORNERS) {
      int column = cell(place.cellX(hot.x * shape.width, CELLS));
      int row = cell(place.cellY(hot.y * shape.height, CELLS));
      float[] cells = new float[CELLS * CELLS];
      cells[row * CELLS + column] = 1;
      HeatMap map = new HeatMap("covid-19", CamMethod.GRADCAM, CELLS, CELLS, cells, place);
      robot.interact(() -> model.layers().heatProperty().set(heatMap.overlayOf(map).orElseThrow()));
      TensorGeometry.Area area = place.cell(column, row, CELLS, CELLS);
      double middleX = clamp(area.left() + area.width() / 2, 1, shape.width - 1);
      double middleY = clamp(area.top() + area.height() / 2, 1, shape.height - 1);
      WritableImage seen = Screenshots.of(pane);
      String what = "%s %s, hot at %s".formatted(shape, options.fit(), hot);
      assertPainted(seen, middleX, middleY, true, what);
      for (Corner cold : CORNERS) {
        double x = cold.x * shape.width;
        double y = cold.y * shape.height;
        boolean far =
            Math.abs(x - middleX) > 2 * area.width() || Math.abs(y - middleY) > 2 * area.height();
        if (far) {
          assertPainted(seen, x, y, false, what + ", cold at " + cold);
        }
      }
      assertThat(strays(seen, area)).as(what).isZero();
    }
  }

  private static int cell(double at) {
    return (int) clamp(Math.floor(at), 0, CELLS - 1);
  }

  private static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }

  private void assertPainted(WritableImage seen, double x, double y, boolean hot, String what) {
    FilmPlacement placement = model.placementProperty().get();
    int paneX = (int) Math.floor(placement.paneX(x));
    int paneY = (int) Math.floor(placement.paneY(y));
    if (paneX >= 0 && paneX < seen.getWidth() && paneY >= 0 && paneY < seen.getHeight()) {
      assertThat(painted(seen.getPixelReader().getArgb(paneX, paneY))).as(what).isEqualTo(hot);
    }
  }

  /** Painted pixels further from the cell than interpolation reaches. */
  private int strays(WritableImage seen, TensorGeometry.Area area) {
    FilmPlacement placement = model.placementProperty().get();
    int count = 0;
    for (int y = 0; y < seen.getHeight(); y += 3) {
      for (int x = 0; x < seen.getWidth(); x += 3) {
        double cellsX = (placement.filmX(x + 0.5) - area.left() - area.width() / 2) / area.width();
        double cellsY = (placement.filmY(y + 0.5) - area.top() - area.height() / 2) / area.height();
        if (painted(seen.getPixelReader().getArgb(x, y))
            && (Math.abs(cellsX) > 1.1 || Math.abs(cellsY) > 1.1)) {
          count++;
        }
      }
    }
    return count;
  }

  private static final List<Shape> SHAPES =
      List.of(
          new Shape(400, 600, 1),
          new Shape(1500, 400, 1),
          new Shape(500, 500, 0.5),
          new Shape(300, 500, 2));

  @Test
  void aHotCornerIsSeenInThatCornerOfTheWholeFilm(FxRobot robot) {
    for (Shape shape : SHAPES) {
      for (TensorOptions.Fit fit : TensorOptions.Fit.values()) {
        assertSeen(robot, shape, new TensorOptions(224, fit), model::fit);
      }
    }
  }

  @Test
  void itStaysThereWhenTheFilmIsZoomedPannedAndInverted(FxRobot robot) {
    for (Shape shape : SHAPES) {
      assertSeen(
          robot,
          shape,
          TensorOptions.DEFAULT,
          () -> {
            model.zoomAt(620, 140, 2.3);
            model.pan(-90, 60);
          });
      assertSeen(robot, shape, TensorOptions.DEFAULT, () -> model.zoomAt(100, 500, 0.4));
      assertSeen(
          robot,
          shape,
          TensorOptions.DEFAULT,
          () -> {
            model.oneToOne();
            model.invert();
            model.pan(150, -80);
          });
    }
  }

  @Test
  void itStaysThereWhenTheWindowChangesItsSize(FxRobot robot) {
    Shape shape = SHAPES.get(0);
    assertSeen(
        robot,
        shape,
        TensorOptions.DEFAULT,
        () -> {
          model.zoomAt(400, 300, 0.6);
          pane.getScene().getWindow().setWidth(520);
          pane.getScene().getWindow().setHeight(380);
        });
  }

  @Test
  void aCellThatLiesInThePaddingAloneIsNotPaintedBesideTheFilm(FxRobot robot) {
    Shape tall = new Shape(200, 700, 1);
    TensorGeometry place = TensorGeometry.of(200, 700, TensorOptions.DEFAULT);
    robot.interact(() -> model.filmProperty().set(Films.picture(200, 700, (x, y) -> 90)));
    float[] cells = new float[CELLS * CELLS];
    cells[3 * CELLS] = 1;
    HeatMap map = new HeatMap("covid-19", CamMethod.GRADCAM, CELLS, CELLS, cells, place);
    robot.interact(() -> model.layers().heatProperty().set(heatMap.overlayOf(map).orElseThrow()));
    WritableImage seen = Screenshots.of(pane);
    assertThat(tall.width * CELLS).as("two cells wide").isEqualTo(2 * tall.height);
    for (int x = 0; x < 800; x += 5) {
      assertThat(painted(seen.getPixelReader().getArgb(x, 300))).isFalse();
    }
  }
}
