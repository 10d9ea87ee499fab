package negatoscope.workstation.assessment;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import negatoscope.rendering.ColourMap;

/** Which colour stands for how much; what lies below the threshold is left dark. */
final class ColourBar extends VBox {
  private static final int STEPS = 256;
  private static final int ROWS = 12;
  private static final double HEIGHT = 12;

  ColourBar(ObservableValue<ColourMap> map, ObservableDoubleValue threshold) {
    getStyleClass().add("colour-bar");
    setAccessibleText("Colour bar of the heat map, from none to most");
    ImageView picture = new ImageView();
    picture
        .imageProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> picture(map.getValue(), threshold.get()), map, threshold));
    picture.setFitHeight(HEIGHT);
    Pane holder = new Pane(picture);
    holder.setMinHeight(HEIGHT);
    holder.setMaxHeight(HEIGHT);
    holder.getStyleClass().add("colour-bar-picture");
    picture.fitWidthProperty().bind(holder.widthProperty());
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    Label none = new Label("none");
    Label most = new Label("most for this class");
    HBox ends = new HBox(none, between, most);
    ends.getStyleClass().add("colour-bar-ends");
    getChildren().setAll(holder, ends);
  }

  /** The colour map from left to right; what lies below the threshold is transparent. */
  static Image picture(ColourMap map, double threshold) {
    WritableImage image = new WritableImage(STEPS, ROWS);
    for (int x = 0; x < STEPS; x++) {
      double value = x / (STEPS - 1.0);
      for (int y = 0; y < ROWS; y++) {
        image.getPixelWriter().setArgb(x, y, value < threshold ? 0 : map.argb(value));
      }
    }
    return image;
  }
}
