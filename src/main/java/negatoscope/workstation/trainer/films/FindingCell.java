package negatoscope.workstation.trainer.films;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import negatoscope.training.scan.Finding;
import negatoscope.workstation.trainer.step.Form;
import org.jspecify.annotations.Nullable;

/** A finding in the list: what it is, how many films it is about, and its sentence. */
final class FindingCell extends ListCell<Finding> {
  FindingCell() {
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Finding finding, boolean empty) {
    super.updateItem(finding, empty);
    setText(null);
    if (empty || finding == null) {
      setGraphic(null);
      return;
    }
    int films = finding.films().size();
    String title = Kinds.title(finding.kind()) + (films == 0 ? "" : " · " + films);
    Label head = Form.text(title, "model-name");
    if (Kinds.grave(finding.kind())) {
      head.getStyleClass().add("warnings-head");
    }
    Label line = Form.text(finding.sentence(), "film-line");
    setGraphic(new VBox(2, head, line));
    setAccessibleText(title + ". " + finding.sentence());
  }
}
