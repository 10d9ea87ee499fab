package negatoscope.workstation.models;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
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
  private final ModelsViewModel models;
  private final FileChoices files;

  ModelActions(ModelsViewModel models, FileChoices files, Runnable compare, Runnable train) {
    this.models = models;
    this.files = files;
    getStyleClass().add("model-actions");
    MenuItem fromZip = new MenuItem("From a ZIP…");
    fromZip.setId("import-zip");
    fromZip.setOnAction(event -> models.importModels(files.modelZips()));
    MenuItem fromFolder = new MenuItem("From a folder…");
    fromFolder.setId("import-folder");
    fromFolder.setOnAction(
        event -> models.importModels(files.modelFolder().map(List::of).orElse(List.of())));
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
            button("train-model", "Train…", MaterialDesignS.SCHOOL_OUTLINE, train),
            button("export-model", "Export…", MaterialDesignE.EXPORT, this::exportModel),
            button("rename-model", "Rename…", MaterialDesignP.PENCIL_OUTLINE, this::rename),
            button("remove-model", "Remove", MaterialDesignD.DELETE_OUTLINE, models::remove));
    models.selectedProperty().addListener((property, before, now) -> enable());
    models.inUse().cardProperty().addListener((property, before, now) -> enable());
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
            case "use-model" -> whole && !models.isInUse(row);
            case "default-model" -> idle && whole && !row.preferred();
            case "compare-models", "train-model" -> true;
            case "import-model" -> idle;
            case "rename-model" -> idle && whole && own;
            case "remove-model" -> idle && own;
            default -> idle && whole;
          };
      node.setDisable(!possible);
    }
  }

  private void exportModel() {
    ModelRow row = models.selectedProperty().get();
    if (row != null) {
      files.exportOf(row.name()).ifPresent(models::exportModel);
    }
  }

  /** Asks for a name; one that cannot be given is refused below the list. */
  void rename() {
    ModelRow row = models.selectedProperty().get();
    if (row == null || row.bundled() || row.card() == null) {
      return;
    }
    new RenameDialog(row.name(), getScene()).showAndWait().ifPresent(models::rename);
  }
}
