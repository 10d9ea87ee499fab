package negatoscope.workstation.models;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.VBox;
import negatoscope.library.Library;

/** Asks for a model's new name, and takes only what can be one. */
final class RenameDialog extends TextInputDialog {
  private static final String RULE =
      "Letters, digits, hyphens, underscores and full stops within; at most 64 characters.";

  /**
   * A dialog that begins with the former name.
   *
   * @param over in front of whose window it stands, and in whose colours
   */
  RenameDialog(String former, Scene over) {
    super(former);
    setTitle("Rename " + former);
    setHeaderText(null);
    setGraphic(null);
    TextField field = getEditor();
    field.setId("new-name");
    field.setPrefColumnCount(32);
    Label prompt = new Label("New name of " + former);
    prompt.setLabelFor(field);
    Label rule = CardView.text(RULE, "quiet");
    rule.setId("name-rule");
    getDialogPane().setContent(new VBox(8, prompt, field, rule));
    getDialogPane().setPrefWidth(460);
    Dialogs.before(over, this);
    Node rename = getDialogPane().lookupButton(ButtonType.OK);
    ((javafx.scene.control.Button) rename).setText("Rename");
    rename.setId("rename-ok");
    rename
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !Library.isName(field.getText().strip()), field.textProperty()));
    setResultConverter(button -> button == ButtonType.OK ? field.getText().strip() : null);
    setOnShown(
        event -> {
          field.requestFocus();
          field.selectAll();
        });
  }
}
