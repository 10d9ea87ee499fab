package negatoscope.workstation.shell;

import javafx.beans.binding.Bindings;
import javafx.stage.Stage;
import javafx.stage.Window;
import negatoscope.workstation.attributes.AttributesPane;
import negatoscope.workstation.attributes.AttributesViewModel;

/** The table of attributes in a window of its own, which follows the film on the screen. */
final class AttributesWindow {
  private AttributesWindow() {}

  static Stage of(Window owner, WorkstationViewModel model) {
    AttributesViewModel attributes = model.attributes();
    Stage stage =
        SideWindow.beside(owner, "DICOM attributes", new AttributesPane(attributes), 980, 640);
    stage.setMinWidth(560);
    stage.setMinHeight(320);
    stage
        .titleProperty()
        .bind(
            Bindings.when(attributes.titleProperty().isEmpty())
                .then("DICOM attributes")
                .otherwise(attributes.titleProperty().concat(" – DICOM attributes")));
    attributes.seenProperty().bind(stage.showingProperty());
    return stage;
  }
}
