package negatoscope.workstation.models;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** A model in the list: its name, what it is at a glance, and what is special about it. */
final class ModelCell extends ListCell<ModelRow> {
  private final ModelsViewModel models;

  ModelCell(ModelsViewModel models) {
    this.models = models;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable ModelRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    Label name = new Label(row.name());
    name.getStyleClass().add("model-name");
    name.setMinWidth(0);
    HBox head = new HBox(name);
    HBox.setHgrow(name, Priority.SOMETIMES);
    head.getStyleClass().add("model-head");
    tag(head, "in use", models.isInUse(row));
    tag(head, "default", row.preferred());
    tag(head, "bundled", row.bundled());
    Label line = new Label(row.summary());
    line.getStyleClass().add(row.damage() == null ? "film-line" : "error-text");
    if (row.damage() != null) {
      line.setGraphic(FontIcon.of(MaterialDesignA.ALERT_OUTLINE, 14));
    }
    setGraphic(new VBox(2, head, line));
    setAccessibleText(row.name() + ", " + row.summary());
  }

  private static void tag(HBox head, String text, boolean shown) {
    if (shown) {
      Label tag = new Label(text);
      tag.getStyleClass().add("model-tag");
      tag.setMinWidth(USE_PREF_SIZE);
      head.getChildren().add(tag);
    }
  }
}
