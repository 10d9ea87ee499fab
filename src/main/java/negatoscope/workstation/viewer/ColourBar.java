package negatoscope.workstation.viewer;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import negatoscope.rendering.ColourMap;
import negatoscope.rendering.HeatOverlay;

/**
 * What the heat map's colours mean: from 0 to the map's greatest value. The part below the
 * threshold, where nothing is painted, is left dark.
 */
final class ColourBar extends Region {
  private static final double BAR = 12;
  private static final double GAP = 6;
  private static final int STOPS = 24;

  private final Rectangle bar = new Rectangle();
  private final Rectangle unpainted = new Rectangle();
  private final Text greatest = label("100 %");
  private final Text middle = label("50 %");
  private final Text none = label("0 %");
  private double threshold;

  ColourBar() {
    setId("colour-bar");
    getStyleClass().add("colour-bar");
    setMouseTransparent(true);
    bar.getStyleClass().add("bar");
    unpainted.getStyleClass().add("unpainted");
    getChildren().addAll(bar, unpainted, greatest, middle, none);
  }

  private static Text label(String text) {
    Text label = new Text(text);
    label.getStyleClass().add("corner");
    return label;
  }

  void show(HeatOverlay overlay) {
    threshold = Math.max(0, Math.min(1, overlay.threshold()));
    bar.setFill(gradient(overlay.colours()));
    requestLayout();
  }

  private static LinearGradient gradient(ColourMap colours) {
    List<Stop> stops = new ArrayList<>();
    for (int i = 0; i <= STOPS; i++) {
      int argb = colours.argb(1 - i / (double) STOPS);
      stops.add(
          new Stop(
              i / (double) STOPS, Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF)));
    }
    return new LinearGradient(0, 0, 0, 1, true, CycleMethod.NO_CYCLE, stops);
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(BAR + GAP + greatest.getLayoutBounds().getWidth());
  }

  @Override
  protected void layoutChildren() {
    double x = snapPositionX(getWidth() - BAR);
    double height = snapSizeY(getHeight());
    place(bar, x, 0, height);
    double dark = Math.round(height * threshold);
    place(unpainted, x, height - dark, dark);
    unpainted.setVisible(dark > 0);
    put(greatest, x, 0);
    put(middle, x, (height - middle.getLayoutBounds().getHeight()) / 2);
    put(none, x, height - none.getLayoutBounds().getHeight());
  }

  private static void place(Rectangle shape, double x, double y, double height) {
    shape.setX(x);
    shape.setY(y);
    shape.setWidth(BAR);
    shape.setHeight(height);
  }

  private void put(Text text, double x, double y) {
    text.relocate(snapPositionX(x - GAP - text.getLayoutBounds().getWidth()), snapPositionY(y));
  }
}
