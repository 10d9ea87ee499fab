package negatoscope.workstation.viewer;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Chooses a frame; seen where a file has several. */
public final class FrameBar extends HBox {
  private final FramesViewModel frames;
  private final Slider slider = new Slider(1, 1, 1);
  private boolean following;

  /** A bar for the given frames. */
  public FrameBar(FramesViewModel frames) {
    this.frames = frames;
    setId("frame-bar");
    getStyleClass().add("frame-bar");
    slider.setId("frame-slider");
    slider.setAccessibleText("Frame");
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(slider, Priority.ALWAYS);
    Label number = new Label();
    number.setId("frame-number");
    number.setMinWidth(USE_PREF_SIZE);
    number
        .textProperty()
        .bind(Bindings.concat("Frame ", frames.frameProperty(), " of ", frames.countProperty()));
    getChildren()
        .setAll(
            button(MaterialDesignC.CHEVRON_LEFT, "Previous frame (,)", -1),
            slider,
            button(MaterialDesignC.CHEVRON_RIGHT, "Next frame (.)", 1),
            number);
    visibleProperty().bind(frames.countProperty().greaterThan(1));
    managedProperty().bind(visibleProperty());
    slider.valueProperty().addListener((property, before, now) -> choose(now.doubleValue()));
    frames.frameProperty().addListener((property, before, now) -> follow());
    frames.countProperty().addListener((property, before, now) -> follow());
    follow();
  }

  private void follow() {
    following = true;
    slider.setMax(frames.countProperty().get());
    slider.setValue(frames.frameProperty().get());
    following = false;
  }

  private void choose(double value) {
    if (!following) {
      frames.frameProperty().set((int) Math.round(value));
    }
  }

  private Button button(Ikon icon, String tip, int step) {
    Button button = new Button(null, FontIcon.of(icon, 18));
    button.getStyleClass().addAll("flat", "button-icon", "small");
    button.setTooltip(new Tooltip(tip));
    button.setAccessibleText(tip);
    button.setOnAction(event -> frames.step(step));
    return button;
  }
}
