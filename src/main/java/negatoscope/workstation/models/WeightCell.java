package negatoscope.workstation.models;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import negatoscope.library.StoredWeights;
import org.jspecify.annotations.Nullable;

/** Weights in the list: whose they are, where they come from, and which file. */
final class WeightCell extends ListCell<WeightRow> {
  WeightCell() {
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable WeightRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    Label name = new Label(row.backbone().title());
    name.getStyleClass().add(row.stored() == null ? "quiet" : "model-name");
    HBox head = new HBox(name);
    head.getStyleClass().add("model-head");
    StoredWeights stored = row.stored();
    if (stored != null) {
      Label origin = new Label(stored.official() ? "official" : "own");
      origin.getStyleClass().add("model-tag");
      head.getChildren().add(origin);
    }
    Label line = new Label(row.summary());
    line.getStyleClass().add("film-line");
    setGraphic(new VBox(2, head, line));
    setAccessibleText(row.backbone().title() + ", " + row.summary());
  }
}
