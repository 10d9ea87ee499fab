package negatoscope.workstation.trainer.network;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import negatoscope.training.recipe.Preset;
import negatoscope.workstation.parts.IntegerSpinner;
import negatoscope.workstation.parts.Parts;
import negatoscope.workstation.trainer.step.Form;
import negatoscope.workstation.trainer.step.StepView;

/** The recipe, its values folded away, and what the training will take. */
public final class SettingsView {
  private SettingsView() {}

  /** The step with its view. */
  public static StepView of(SettingsViewModel settings) {
    ComboBox<Preset> preset = new ComboBox<>();
    preset.setId("preset");
    preset.getItems().setAll(Preset.values());
    preset.setConverter(new PresetTexts());
    preset.valueProperty().bindBidirectional(settings.presetProperty());
    HBox line = new HBox(Form.name("_Recipe", preset), preset);
    line.getStyleClass().add("train-line");
    Label about = Form.text("", "quiet");
    about.textProperty().bind(settings.presetProperty().map(PresetTexts::about));
    about.setId("preset-about");
    TitledPane advanced = new TitledPane("_Advanced", values(settings));
    advanced.setId("advanced");
    advanced.setMnemonicParsing(true);
    advanced.setExpanded(false);
    advanced.setAnimated(false);
    VBox content =
        new VBox(
            line,
            about,
            folds(settings.folds()),
            advanced,
            Form.title("What it will take"),
            estimate(settings));
    content.getStyleClass().add("train-step");
    return new StepView(settings, content, Optional.empty());
  }

  private static Node folds(FoldsChoice folds) {
    CheckBox wanted = new CheckBox("Also cross-_validate in");
    wanted.setId("folds-wanted");
    wanted.selectedProperty().bindBidirectional(folds.wantedProperty());
    var count =
        IntegerSpinner.of("folds", folds.countProperty(), FoldsChoice.LEAST, FoldsChoice.MOST, 1);
    count.setAccessibleText("Number of folds");
    count.disableProperty().bind(wanted.selectedProperty().not());
    Label what =
        Form.text(
            "folds by patient: every film is judged by a model that has not seen it.", "figure");
    HBox line = new HBox(wanted, count, what);
    line.getStyleClass().add("train-line");
    return line;
  }

  private static Node values(SettingsViewModel settings) {
    HBox columns = new HBox(32);
    RecipeField[] fields = RecipeField.values();
    int half = (fields.length + 1) / 2;
    for (int first = 0; first < fields.length; first += half) {
      GridPane grid = new GridPane();
      grid.getStyleClass().add("form");
      for (int i = first; i < Math.min(first + half, fields.length); i++) {
        row(grid, fields[i], settings);
      }
      columns.getChildren().add(grid);
    }
    return columns;
  }

  private static void row(GridPane grid, RecipeField field, SettingsViewModel settings) {
    Control control;
    if (field.choices().isEmpty()) {
      TextField text = new TextField();
      text.setPrefColumnCount(6);
      text.textProperty().bindBidirectional(settings.field(field));
      control = text;
    } else {
      ComboBox<String> choice = new ComboBox<>();
      choice.getItems().setAll(field.choices());
      choice.valueProperty().bindBidirectional(settings.field(field));
      control = choice;
    }
    control.setId("recipe-" + field.name());
    control.setMinWidth(90);
    if (!field.remark().isEmpty()) {
      control.setTooltip(new Tooltip(field.remark()));
    }
    control.setAccessibleHelp(field.remark());
    grid.addRow(grid.getRowCount(), Form.name(field.title(), control), control);
  }

  private static Node estimate(SettingsViewModel settings) {
    ProgressIndicator busy = new ProgressIndicator();
    busy.setPrefSize(18, 18);
    busy.setMinSize(18, 18);
    busy.visibleProperty().bind(settings.measuringProperty());
    busy.managedProperty().bind(busy.visibleProperty());
    Label sentence = Form.sentence("estimate", settings.estimateProperty(), "figure");
    Button again = Parts.button("measure", "Meas_ure again", settings::measure);
    again.disableProperty().bind(settings.measuringProperty());
    HBox line = new HBox(busy, sentence, again);
    line.getStyleClass().add("train-line");
    return line;
  }
}
