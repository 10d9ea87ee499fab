package negatoscope.workstation.viewer;

import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import negatoscope.rendering.Rendering;
import negatoscope.rendering.VoiChoice;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Says under which window the film is shown, and offers its others by name. */
public final class WindowMenu extends MenuButton {
  private static final String OWN = "Window by hand";

  private final WindowsViewModel windows;

  /** A menu for the film on the screen. */
  public WindowMenu(WindowsViewModel windows) {
    this.windows = windows;
    setId("window-menu");
    getStyleClass().addAll("flat", "window-menu");
    setGraphic(FontIcon.of(MaterialDesignC.CONTRAST_CIRCLE, 20));
    setMnemonicParsing(false);
    setTooltip(new Tooltip("Window or table that the film is shown by (W, Shift+W)"));
    setAccessibleText("Window");
    windows.choicesProperty().addListener((property, before, now) -> refresh());
    windows.renderingProperty().addListener((property, before, now) -> name());
    setOnShowing(event -> refresh());
    refresh();
  }

  private void name() {
    Rendering shown = windows.renderingProperty().get();
    setText(shown == null ? "Window" : shown.choice().map(VoiChoice::name).orElse(OWN));
    setDisable(shown == null);
  }

  private void refresh() {
    name();
    getItems().clear();
    Rendering shown = windows.renderingProperty().get();
    ToggleGroup group = new ToggleGroup();
    List<VoiChoice> choices = windows.choicesProperty().get();
    for (int i = 0; i < choices.size(); i++) {
      VoiChoice choice = choices.get(i);
      if (i > 0 && isOfTheFile(choices.get(i - 1)) && !isOfTheFile(choice)) {
        getItems().add(new SeparatorMenuItem());
      }
      getItems().add(item(choice, shown, group));
    }
  }

  private static boolean isOfTheFile(VoiChoice choice) {
    return choice.kind() == VoiChoice.Kind.WINDOW || choice.kind() == VoiChoice.Kind.TABLE;
  }

  private MenuItem item(VoiChoice choice, @Nullable Rendering shown, ToggleGroup group) {
    RadioMenuItem item = new RadioMenuItem(choice.name());
    item.setMnemonicParsing(false);
    item.setToggleGroup(group);
    item.setSelected(shown != null && shown.choice().filter(choice::equals).isPresent());
    item.setOnAction(event -> windows.choose(choice));
    return item;
  }
}
