package negatoscope.workstation.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import negatoscope.library.card.ModelCard;
import negatoscope.workstation.models.ModelInUse;
import negatoscope.workstation.models.ModelRow;
import negatoscope.workstation.models.ModelsViewModel;
import org.jspecify.annotations.Nullable;

/** What can be done with models, and below it the models, the one in use marked. */
final class ModelsMenu extends Menu {
  private final List<MenuItem> fixed;
  private final ModelsViewModel models;

  ModelsMenu(List<Command> commands, ModelsViewModel models) {
    super("_Models");
    setId("menu-of-models");
    this.fixed = commands.stream().map(Command::menuItem).toList();
    this.models = models;
    ModelInUse inUse = models.inUse();
    models.rows().addListener((ListChangeListener<ModelRow>) change -> fill());
    inUse.cardProperty().addListener((property, before, now) -> fill());
    inUse.openingProperty().addListener((property, before, now) -> fill());
    fill();
  }

  private void fill() {
    ModelInUse inUse = models.inUse();
    ModelCard card = inUse.cardProperty().get();
    String opening = inUse.openingProperty().get();
    String marked = opening != null ? opening : card == null ? null : card.name();
    List<MenuItem> items = new ArrayList<>(fixed);
    items.add(new SeparatorMenuItem());
    ToggleGroup one = new ToggleGroup();
    for (ModelRow row : models.rows()) {
      if (row.card() != null) {
        items.add(item(row.name(), marked, row.name().equals(opening), one));
      }
    }
    getItems().setAll(items);
  }

  private MenuItem item(String name, @Nullable String marked, boolean opening, ToggleGroup group) {
    RadioMenuItem item = new RadioMenuItem(opening ? name + " (opening…)" : name);
    item.setId("menu-use-" + name);
    item.setMnemonicParsing(false);
    item.setToggleGroup(group);
    item.setSelected(name.equals(marked));
    item.setOnAction(event -> models.inUse().choose(name));
    return item;
  }
}
