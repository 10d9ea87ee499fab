package negatoscope.workstation.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import negatoscope.workstation.viewer.LayersViewModel;
import negatoscope.workstation.viewer.WindowMenu;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** The menus and the toolbar, made from the same commands. */
final class MenuAndTools {
  private final Commands commands;
  private final WorkstationViewModel model;

  MenuAndTools(Commands commands, WorkstationViewModel model) {
    this.commands = commands;
    this.model = model;
  }

  MenuBar menuBar() {
    Menu file = menu("_File", commands.file());
    file.getItems().add(2, recent());
    file.getItems().add(3, new SeparatorMenuItem());
    MenuBar bar =
        new MenuBar(
            file,
            menu("F_ilm", commands.film()),
            menu("_Network", commands.network()),
            new ModelsMenu(commands.models(), model.models()),
            menu("_Help", commands.help()));
    bar.setUseSystemMenuBar(true);
    return bar;
  }

  private static Menu menu(String title, List<Command> commands) {
    Menu menu = new Menu(title);
    commands.forEach(command -> menu.getItems().add(command.menuItem()));
    return menu;
  }

  private Menu recent() {
    Menu menu = new Menu("Open recent");
    menu.setId("menu-recent");
    Runnable fill = () -> menu.getItems().setAll(recentItems());
    model.settings().currentProperty().addListener((property, before, now) -> fill.run());
    fill.run();
    return menu;
  }

  private List<MenuItem> recentItems() {
    List<String> files = model.settings().current().recentFiles();
    if (files.isEmpty()) {
      MenuItem none = new MenuItem("Nothing yet");
      none.setDisable(true);
      return List.of(none);
    }
    List<MenuItem> items = new java.util.ArrayList<>();
    for (String file : files) {
      MenuItem item = new MenuItem(file);
      item.setMnemonicParsing(false);
      item.setOnAction(event -> model.open(List.of(Path.of(file))));
      items.add(item);
    }
    MenuItem clear = new MenuItem("Forget these");
    clear.setOnAction(event -> model.forgetRecent());
    items.add(new SeparatorMenuItem());
    items.add(clear);
    return items;
  }

  ToolBar toolBar() {
    ToolBar bar = new ToolBar();
    bar.setId("toolbar");
    add(bar, "open", "open-folder");
    bar.getItems().add(new Separator(Orientation.VERTICAL));
    add(bar, "previous", "next", "close");
    bar.getItems().add(new Separator(Orientation.VERTICAL));
    add(bar, "fit", "one-to-one", "invert", "reset");
    bar.getItems().add(new WindowMenu(model.viewer().windows()));
    bar.getItems().add(planesButton());
    bar.getItems().add(shutterButton());
    bar.getItems().add(new Separator(Orientation.VERTICAL));
    bar.getItems().add(heatMapButton());
    add(bar, "classify", "cancel");
    bar.getItems().add(new Separator(Orientation.VERTICAL));
    add(bar, "attributes", "save-picture", "copy");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    bar.getItems().add(space);
    add(bar, "models", "compare", "train", "screen", "full-screen", "about");
    return bar;
  }

  private void add(ToolBar bar, String... ids) {
    for (String id : ids) {
      bar.getItems().add(commands.of(id).button());
    }
  }

  private Node planesButton() {
    LayersViewModel layers = model.viewer().layers();
    return toggle(
        "planes",
        MaterialDesignV.VECTOR_POLYLINE,
        "Overlays of the file on or off (O)",
        layers.planesShownProperty(),
        layers.planesProperty());
  }

  private Node shutterButton() {
    LayersViewModel layers = model.viewer().layers();
    return toggle(
        "shutter",
        MaterialDesignC.CROP,
        "Shutter of the file closed or lifted (S)",
        layers.shutterShownProperty(),
        layers.shutterProperty());
  }

  private Node heatMapButton() {
    return toggle(
        "heat-map",
        MaterialDesignL.LAYERS_OUTLINE,
        "Heat map on or off (H)",
        model.heatMap().visibleProperty(),
        new SimpleObjectProperty<>(true));
  }

  private static Node toggle(
      String id, Ikon icon, String tip, Property<Boolean> on, ObservableValue<Boolean> possible) {
    ToggleButton button = new ToggleButton(null, FontIcon.of(icon, 20));
    button.setId("do-" + id);
    button.getStyleClass().addAll("flat", "button-icon");
    button.setTooltip(new Tooltip(tip));
    button.setAccessibleText(tip);
    button.selectedProperty().bindBidirectional(on);
    button.disableProperty().bind(possible.map(can -> !can));
    return button;
  }
}
