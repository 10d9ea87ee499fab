package negatoscope.workstation.assessment;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import negatoscope.library.card.ModelCard;
import negatoscope.workstation.studies.Answer;

/** Which class's heat map is shown: each film's most probable one, or always the same. */
final class ClassChoice extends ComboBox<String> {
  private final HeatMapViewModel heatMap;
  private final AssessmentViewModel assessment;
  private boolean filling;

  ClassChoice(HeatMapViewModel heatMap, AssessmentViewModel assessment) {
    this.heatMap = heatMap;
    this.assessment = assessment;
    setId("class-shown");
    setMaxWidth(Double.MAX_VALUE);
    setAccessibleText("Class whose heat map is shown");
    assessment.answerProperty().addListener((property, before, now) -> fill());
    assessment.cardProperty().addListener((property, before, now) -> fill());
    heatMap.classNameProperty().addListener((property, before, now) -> fill());
    setOnAction(event -> choose());
    fill();
  }

  /** The first entry stands for the most probable class, the others for one class each. */
  private void fill() {
    List<String> entries = new ArrayList<>();
    entries.add(
        assessment.answerProperty().getValue() instanceof Answer.Done done
            ? "Most probable: " + done.classification().topClass()
            : "Most probable class");
    entries.addAll(classes());
    filling = true;
    try {
      getItems().setAll(entries);
      String name = heatMap.classNameProperty().get();
      getSelectionModel().select(name == null ? 0 : 1 + classes().indexOf(name));
    } finally {
      filling = false;
    }
  }

  private void choose() {
    int index = getSelectionModel().getSelectedIndex();
    if (!filling && index >= 0) {
      heatMap.classNameProperty().set(index == 0 ? null : classes().get(index - 1));
    }
  }

  private List<String> classes() {
    if (assessment.answerProperty().getValue() instanceof Answer.Done done) {
      return done.classification().classes();
    }
    ModelCard card = assessment.cardProperty().get();
    return card == null ? List.of() : card.classes();
  }
}
