package negatoscope.workstation.trainer;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import negatoscope.workstation.parts.Parts;
import negatoscope.workstation.trainer.KeptTrainings.Kept;
import negatoscope.workstation.trainer.step.Form;

/** Offers to go on with former trainings. */
final class KeptView extends VBox {
  private static final int MOST = 3;

  private final TrainerViewModel trainer;

  KeptView(TrainerViewModel trainer) {
    this.trainer = trainer;
    setId("kept");
    getStyleClass().add("kept");
    trainer.kept().list().addListener((ListChangeListener<Kept>) change -> show());
    show();
  }

  private void show() {
    getChildren().clear();
    trainer.kept().list().stream()
        .filter(kept -> trainer.run().folder().filter(kept.folder()::equals).isEmpty())
        .limit(MOST)
        .forEach(kept -> getChildren().add(line(kept)));
    getChildren()
        .add(Form.sentence("kept-trouble", trainer.kept().troubleProperty(), "error-text"));
  }

  private HBox line(Kept kept) {
    Label sentence = Form.text(kept.sentence(), "figure");
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Button resume =
        Parts.button(
            "resume",
            kept.finished() ? "_Look at it" : "_Resume",
            () -> trainer.resume(kept.folder()));
    Button away = Parts.button("forget-kept", "_Discard", () -> trainer.kept().throwAway(kept));
    HBox line = new HBox(10, sentence, resume, away);
    line.getStyleClass().add("undo-bar");
    return line;
  }
}
