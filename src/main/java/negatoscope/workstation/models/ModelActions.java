package negatoscope.workstation.models;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.FlowPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The buttons below the list, each for the selected model. */
final class ModelActions extends FlowPane {
  private static final FileChooser.ExtensionFilter ZIP =
      new FileChooser.ExtensionFilter("ZIP archives", "*.zip");

  private final ModelsViewModel models;

  ModelActions(ModelsViewModel models, Runnable compare) {
    this.models = models;
    getStyleClass().add("model-actions");
    MenuItem fromZip = new MenuItem("From a ZIP…");
    fromZip.setOnAction(event -> importZip());
    MenuItem fromFolder = new MenuItem("From a folder…");
    fromFolder.setOnAction(event -> importFolder());
    MenuButton importing =
        new MenuButton("Import", FontIcon.of(MaterialDesignI.IMPORT, 16), fromZip, fromFolder);
    importing.setId("import-model");
    Button use = button("use-model", "Use now", MaterialDesignP.PLAY_CIRCLE_OUTLINE, models::use);
    use.getStyleClass().add("accent");
    getChildren()
        .setAll(
            use,
            button("compare-models", "Compare…", MaterialDesignC.COMPARE, compare),
            button(
                "default-model", "Set default", MaterialDesignS.STAR_OUTLINE, models::setDefault),
            importing,
            button("export-model", "Export…", MaterialDesignE.EXPORT, this::exportModel),
            button("rename-model", "Rename…", MaterialDesignP.PENCIL_OUTLINE, this::rename),
            button("remove-model", "Remove", MaterialDesignD.DELETE_OUTLINE, models::remove));
    models.selectedProperty().addListener((property, before, now) -> enable());
    models.job().runningProperty().addListener((property, before, now) -> enable());
    enable();
  }

  private static Button button(String id, String text, Ikon icon, Runnable action) {
    Button button = new Button(text, FontIcon.of(icon, 16));
    button.setId(id);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** A damaged model can only be removed; the bundled one not even that. */
  private void enable() {
    ModelRow row = models.selectedProperty().get();
    boolean idle = !models.job().runningProperty().get();
    boolean whole = row != null && row.card() != null;
    boolean own = row != null && !row.bundled();
    for (Node node : getChildren()) {
      boolean possible =
          switch (String.valueOf(node.getId())) {
            case "use-model" -> whole;
            case "compare-models" -> true;
            case "import-model" -> idle;
            case "rename-model" -> idle && whole && own;
            case "remove-model" -> idle && own;
            default -> idle && whole;
          };
      node.setDisable(!possible);
    }
  }

  private Window window() {
    return getScene().getWindow();
  }

  private void importZip() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Import models");
    chooser.getExtensionFilters().setAll(ZIP);
    List<File> files = chooser.showOpenMultipleDialog(window());
    if (files != null) {
      models.importModels(files.stream().map(File::toPath).toList());
    }
  }

  private void importFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Import a model's folder");
    File folder = chooser.showDialog(window());
    if (folder != null) {
      models.importModels(List.of(folder.toPath()));
    }
  }

  private void exportModel() {
    ModelRow row = models.selectedProperty().get();
    if (row == null) {
      return;
    }
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Export " + row.name());
    chooser.setInitialFileName(row.name() + ".zip");
    chooser.getExtensionFilters().setAll(ZIP);
    File file = chooser.showSaveDialog(window());
    if (file != null) {
      Path path = file.toPath();
      models.exportModel(
          path.toString().endsWith(".zip") ? path : path.resolveSibling(file.getName() + ".zip"));
    }
  }

  /** Asks for a name; one that cannot be given is refused below the list. */
  void rename() {
    ModelRow row = models.selectedProperty().get();
    if (row == null || row.bundled() || row.card() == null) {
      return;
    }
    TextInputDialog dialog = new TextInputDialog(row.name());
    dialog.initOwner(window());
    dialog.setTitle("Rename " + row.name());
    dialog.setHeaderText(null);
    dialog.setGraphic(null);
    dialog.setContentText("New name:");
    dialog.getDialogPane().getStylesheets().setAll(getScene().getStylesheets());
    Optional<String> name = dialog.showAndWait();
    name.map(String::strip).filter(given -> !given.isEmpty()).ifPresent(models::rename);
  }
}
