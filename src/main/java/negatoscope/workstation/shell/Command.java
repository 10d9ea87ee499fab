package negatoscope.workstation.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Something the user can do, the same in menu, toolbar and by key.
 *
 * @param id names its button and its menu item
 * @param text in the menu
 * @param icon in the toolbar; null for none
 * @param key null for none
 * @param possible whether it can be done now
 */
record Command(
    String id,
    String text,
    @Nullable Ikon icon,
    @Nullable KeyCombination key,
    ObservableBooleanValue possible,
    Runnable action) {
  /** Always possible. */
  static final ObservableBooleanValue ALWAYS =
      new javafx.beans.property.SimpleBooleanProperty(true);

  private static final int ICON = 20;

  MenuItem menuItem() {
    MenuItem item = new MenuItem(text);
    item.setId("menu-" + id);
    if (icon != null) {
      item.setGraphic(FontIcon.of(icon, 16));
    }
    item.setAccelerator(key);
    item.disableProperty().bind(Bindings.not(possible));
    item.setOnAction(event -> action.run());
    return item;
  }

  Button button() {
    Button button = new Button();
    button.setId("do-" + id);
    button.setGraphic(icon == null ? null : FontIcon.of(icon, ICON));
    button.getStyleClass().addAll("flat", "button-icon");
    String title = text.replace("…", "");
    button.setTooltip(new Tooltip(key == null ? title : title + " (" + key.getDisplayText() + ")"));
    button.setAccessibleText(title);
    button.disableProperty().bind(Bindings.not(possible));
    button.setOnAction(event -> action.run());
    return button;
  }
}
