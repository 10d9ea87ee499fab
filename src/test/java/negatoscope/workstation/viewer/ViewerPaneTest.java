package negatoscope.workstation.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntBinaryOperator;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import negatoscope.film.Film;
import negatoscope.film.Overlay;
import negatoscope.film.Shutter;
import negatoscope.rendering.ColourMap;
import negatoscope.rendering.HeatOverlay;
import negatoscope.task.InlineRunner;
import negatoscope.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ViewerPaneTest {
  private final ViewerViewModel model = new ViewerViewModel(new InlineRunner(Progress.NONE));
  private ViewerPane pane;

  @Start
  void start(Stage stage) {
    pane = new ViewerPane(model);
    stage.setScene(new Scene(pane, 800, 600));
    stage.setWidth(800);
    stage.setHeight(600);
    stage.show();
  }

  private void show(int width, int height, IntBinaryOperator value) {
    Film film = Films.picture(width, height, value);
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> model.filmProperty().set(film));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private WritableImage snapshot() {
    return Screenshots.of(pane);
  }

  private int grey(int x, int y) {
    return snapshot().getPixelReader().getArgb(x, y) & 0xFF;
  }

  private static int red(int argb) {
    return argb >> 16 & 0xFF;
  }

  @Test
  void theFilmLiesInTheMiddleOnBlack() {
    show(400, 600, (x, y) -> 200);
    WritableImage picture = snapshot();
    assertThat(picture.getPixelReader().getArgb(400, 300)).isEqualTo(0xFFC8C8C8);
    assertThat(picture.getPixelReader().getArgb(201, 200)).isEqualTo(0xFFC8C8C8);
    assertThat(picture.getPixelReader().getArgb(198, 200)).isEqualTo(0xFF000000);
    assertThat(picture.getPixelReader().getArgb(602, 200)).isEqualTo(0xFF000000);
  }

  @Test
  void aLeftDragDownwardsDarkensAndControlMakesItFine(FxRobot robot) {
    show(800, 600, (x, y) -> 128);
    int before = grey(400, 300);
    robot.moveTo(pane).press(MouseButton.PRIMARY).moveBy(0, 80).release(MouseButton.PRIMARY);
    int darker = grey(400, 300);
    assertThat(darker).isCloseTo(before - 51, within(4));
    robot
        .moveTo(pane)
        .press(KeyCode.CONTROL)
        .press(MouseButton.PRIMARY)
        .moveBy(0, -80)
        .release(MouseButton.PRIMARY)
        .release(KeyCode.CONTROL);
    assertThat(grey(400, 300)).isCloseTo(darker + 5, within(2));
  }

  @Test
  void theWheelZoomsAtThePointer(FxRobot robot) {
    show(1600, 1200, (x, y) -> x / 8);
    robot.moveTo(pane).moveBy(200, 0);
    int before = grey(600, 300);
    robot.scroll(5, javafx.geometry.VerticalDirection.UP);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(model.zoomProperty().get()).isNotCloseTo(0.5, within(0.1));
    assertThat(grey(600, 300)).isCloseTo(before, within(2));
  }

  @Test
  void rightDragZoomsAndMiddleDragPans(FxRobot robot) {
    show(1600, 1200, (x, y) -> x / 8);
    robot.moveTo(pane).press(MouseButton.SECONDARY).moveBy(0, -120).release(MouseButton.SECONDARY);
    assertThat(model.zoomProperty().get()).isCloseTo(1, within(0.02));
    double left = model.placementProperty().get().left();
    robot.moveTo(pane).press(MouseButton.MIDDLE).moveBy(70, 30).release(MouseButton.MIDDLE);
    assertThat(model.placementProperty().get().left()).isCloseTo(left + 70, within(2.0));
  }

  @Test
  void spaceMakesTheLeftButtonPan(FxRobot robot) {
    show(1600, 1200, (x, y) -> x / 8);
    robot.interact(pane::requestFocus);
    robot.interact(model::oneToOne);
    String window = model.windowTextProperty().get();
    double left = model.placementProperty().get().left();
    robot.moveTo(pane).press(KeyCode.SPACE).press(MouseButton.PRIMARY).moveBy(-50, 0);
    robot.release(MouseButton.PRIMARY).release(KeyCode.SPACE);
    assertThat(model.placementProperty().get().left()).isCloseTo(left - 50, within(2.0));
    assertThat(model.windowTextProperty().get()).isEqualTo(window);
  }

  @Test
  void theKeysDoWhatTheyPromise(FxRobot robot) {
    show(1600, 1200, (x, y) -> 50);
    robot.interact(pane::requestFocus);
    robot.type(KeyCode.DIGIT1);
    assertThat(model.zoomTextProperty().get()).isEqualTo("100 %");
    double left = model.placementProperty().get().left();
    robot.type(KeyCode.RIGHT);
    assertThat(model.placementProperty().get().left()).isLessThan(left);
    robot.type(KeyCode.F);
    assertThat(model.fittedProperty().get()).isTrue();
    robot.type(KeyCode.I);
    assertThat(grey(400, 300)).isEqualTo(205);
    robot.type(KeyCode.R);
    assertThat(grey(400, 300)).isEqualTo(50);
    robot.type(KeyCode.H);
    assertThat(model.layers().heatShownProperty().get()).isFalse();
    robot.type(KeyCode.OPEN_BRACKET);
    robot.type(KeyCode.MINUS);
    assertThat(model.layers().heatOpacityProperty().get()).isCloseTo(0.3, within(1e-9));
    robot.type(KeyCode.CLOSE_BRACKET);
    robot.type(KeyCode.EQUALS);
    assertThat(model.layers().heatOpacityProperty().get()).isCloseTo(0.4, within(1e-9));
  }

  @Test
  void arrowsAreLeftToOthersWhileTheWholeFilmIsSeen(FxRobot robot) {
    show(1600, 1200, (x, y) -> 50);
    robot.interact(pane::requestFocus);
    AtomicInteger seen = new AtomicInteger();
    robot.interact(() -> pane.getScene().setOnKeyPressed(event -> seen.incrementAndGet()));
    robot.type(KeyCode.RIGHT);
    assertThat(seen.get()).isEqualTo(1);
    robot.type(KeyCode.DIGIT1);
    robot.type(KeyCode.RIGHT);
    assertThat(seen.get()).isEqualTo(1);
  }

  @Test
  void aDoubleClickMaximises(FxRobot robot) {
    show(800, 600, (x, y) -> 50);
    robot.moveTo(pane).doubleClickOn(MouseButton.PRIMARY);
    assertThat(model.maximisedProperty().get()).isTrue();
  }

  private HeatOverlay overlay() {
    float[] grid = new float[49];
    grid[3 * 7 + 1] = 2;
    return Overlays.of(grid, 7, 7, 0, -100, 800, 800, ColourMap.DEFAULT, 0.1);
  }

  @Test
  void theOverlaysOpacityIsTheShareOfItsColour(FxRobot robot) {
    show(800, 600, (x, y) -> 100);
    robot.interact(() -> model.layers().heatProperty().set(overlay()));
    int hotX = (int) (1.5 / 7 * 800);
    robot.interact(() -> model.layers().heatOpacityProperty().set(1));
    int full = snapshot().getPixelReader().getArgb(hotX, 300);
    for (double opacity : new double[] {0, 0.25, 0.5, 0.75}) {
      robot.interact(() -> model.layers().heatOpacityProperty().set(opacity));
      int mixed = snapshot().getPixelReader().getArgb(hotX, 300);
      assertThat((double) red(mixed)).isCloseTo(100 + opacity * (red(full) - 100), within(2.0));
      assertThat((double) (mixed & 0xFF))
          .isCloseTo(100 + opacity * ((full & 0xFF) - 100), within(2.0));
    }
    assertThat(snapshot().getPixelReader().getArgb(650, 200)).isEqualTo(0xFF646464);
    robot.interact(() -> model.layers().heatShownProperty().set(false));
    assertThat(snapshot().getPixelReader().getArgb(hotX, 300)).isEqualTo(0xFF646464);
  }

  @Test
  void controlAndTheWheelChangeTheOpacity(FxRobot robot) {
    show(800, 600, (x, y) -> 100);
    robot.interact(() -> model.layers().heatProperty().set(overlay()));
    double before = model.layers().heatOpacityProperty().get();
    robot.moveTo(pane).press(KeyCode.CONTROL);
    robot.scroll(2, javafx.geometry.VerticalDirection.UP);
    robot.release(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(Math.abs(model.layers().heatOpacityProperty().get() - before)).isGreaterThan(0.04);
    assertThat(model.fittedProperty().get()).isTrue();
  }

  @Test
  void theWindowWorksUnderTheOverlay(FxRobot robot) {
    show(800, 600, (x, y) -> 100);
    robot.interact(() -> model.layers().heatProperty().set(overlay()));
    int hotX = (int) (1.5 / 7 * 800);
    int before = red(snapshot().getPixelReader().getArgb(hotX, 300));
    robot.interact(() -> model.dragWindow(0, -100, WindowDrag.Step.NORMAL));
    int after = red(snapshot().getPixelReader().getArgb(hotX, 300));
    assertThat((double) (after - before)).isCloseTo(0.6 * 64, within(3.0));
  }

  @Test
  void aFilmBeyondTheTextureLimitShowsItsRightEnd(FxRobot robot) {
    show(20000, 3000, (x, y) -> x / 100);
    assertThat(grey(700, 300)).isCloseTo(175, within(1));
    robot.interact(model::oneToOne);
    robot.interact(() -> model.pan(-(20000 - 800) / 2.0, 0));
    assertThat(model.placementProperty().get().filmX(800)).isCloseTo(20000, within(1.0));
    assertThat(grey(50, 300)).isEqualTo(192);
    assertThat(grey(795, 300)).isEqualTo(199);
  }

  @Test
  void cornerTextsStayInsideAtEverySize(FxRobot robot) {
    show(400, 400, (x, y) -> 60);
    for (int[] size : new int[][] {{800, 600}, {260, 200}, {170, 140}}) {
      robot.interact(
          () -> {
            pane.getScene().getWindow().setWidth(size[0]);
            pane.getScene().getWindow().setHeight(size[1]);
          });
      WaitForAsyncUtils.waitForFxEvents();
      pane.lookupAll(".corner").stream()
          .filter(node -> node.getId() != null)
          .forEach(
              node -> {
                var bounds = ((javafx.scene.text.Text) node).getLayoutBounds();
                double x = node.getLayoutX() + bounds.getMinX();
                double y = node.getLayoutY() + bounds.getMinY();
                assertThat(x).isGreaterThanOrEqualTo(0);
                assertThat(y).isGreaterThanOrEqualTo(0);
                assertThat(x + bounds.getWidth()).isLessThanOrEqualTo(pane.getWidth());
                assertThat(y + bounds.getHeight()).isLessThanOrEqualTo(pane.getHeight());
              });
    }
  }

  @Test
  void theNoticeStandsFlushWithTheRightEdge(FxRobot robot) {
    for (int width : new int[] {800, 300}) {
      robot.interact(() -> pane.getScene().getWindow().setWidth(width));
      WaitForAsyncUtils.waitForFxEvents();
      var notice = pane.lookup("#corner-notice");
      double right = notice.getLayoutX() + notice.getLayoutBounds().getMaxX();
      assertThat(right).isCloseTo(width - 10, within(1.0));
    }
  }

  @Test
  void theShutterCoversUntilItIsLifted(FxRobot robot) {
    Film film = Films.picture(800, 600, (x, y) -> 100);
    List<Shutter.Shape> shapes =
        List.of(new Shutter.Rectangular(100, 699, 100, 499), new Shutter.Circular(400, 300, 250));
    Shutter grey = new Shutter(shapes, 0x3333);
    robot.interact(
        () ->
            model.filmProperty().set(film.withPresentation(film.presentation().withShutter(grey))));
    robot.interact(pane::requestFocus);
    assertThat(grey(400, 300)).isEqualTo(100);
    assertThat(grey(400, 101)).isEqualTo(100);
    assertThat(grey(400, 98)).isEqualTo(0x33);
    assertThat(grey(640, 110)).isEqualTo(0x33);
    assertThat(grey(5, 300)).isEqualTo(0x33);
    robot.type(KeyCode.S);
    assertThat(grey(5, 300)).isEqualTo(100);
    robot.type(KeyCode.S);
    robot.type(KeyCode.I);
    assertThat(grey(5, 300)).isEqualTo(0x33);
    assertThat(grey(400, 300)).isEqualTo(155);
  }

  @Test
  void overlayPlanesAreDrawnOverTheFilmUntilTheyAreHidden(FxRobot robot) {
    Film film =
        Films.withOverlay(
            Films.picture(800, 600, (x, y) -> 255), Overlay.Kind.GRAPHICS, 300, 200, 100, 50);
    robot.interact(() -> model.filmProperty().set(film));
    robot.interact(pane::requestFocus);
    assertThat(snapshot().getPixelReader().getArgb(350, 225)).isEqualTo(OverlayPlanes.COLOUR);
    assertThat(grey(450, 225)).isEqualTo(255);
    robot.type(KeyCode.O);
    assertThat(grey(350, 225)).isEqualTo(255);
    robot.type(KeyCode.O);
    robot.interact(() -> model.pan(50, 0));
    assertThat(snapshot().getPixelReader().getArgb(445, 225)).isEqualTo(OverlayPlanes.COLOUR);
    show(800, 600, (x, y) -> 255);
    assertThat(grey(350, 225)).isEqualTo(255);
  }

  @Test
  void theHeatMapLiesOverTheFilmsPixelsWhateverTheirShape(FxRobot robot) {
    Film film = Films.picture(400, 600, (x, y) -> 0).withAspect(0.5);
    float[] grid = new float[6];
    grid[4] = 1;
    HeatOverlay lowerLeft = Overlays.of(grid, 3, 2, 0, 0, 400, 600, ColourMap.DEFAULT, 0.6);
    robot.interact(() -> model.filmProperty().set(film));
    robot.interact(() -> model.layers().heatProperty().set(lowerLeft));
    robot.interact(() -> model.layers().heatOpacityProperty().set(1));
    FilmPlacement placement = model.placementProperty().get();
    assertThat(placement.shownWidth()).isEqualTo(800);
    assertThat(placement.shownHeight()).isEqualTo(600);
    assertThat(red(snapshot().getPixelReader().getArgb(200, 500))).isGreaterThan(100);
    assertThat(red(snapshot().getPixelReader().getArgb(600, 500))).isZero();
    assertThat(red(snapshot().getPixelReader().getArgb(200, 250))).isZero();
  }

  @Test
  void commaAndPeriodTurnFrames(FxRobot robot) {
    show(800, 600, (x, y) -> 100);
    robot.interact(pane::requestFocus);
    robot.interact(() -> model.frames().show(1, 3));
    robot.type(KeyCode.PERIOD);
    robot.type(KeyCode.PERIOD);
    assertThat(model.frames().frameProperty().get()).isEqualTo(3);
    robot.type(KeyCode.COMMA);
    assertThat(model.frames().frameProperty().get()).isEqualTo(2);
  }
}
