package negatoscope.workstation.trainer.films;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import negatoscope.training.data.PatientPattern;
import negatoscope.workstation.parts.IntegerSpinner;
import negatoscope.workstation.trainer.step.Form;
import negatoscope.workstation.trainer.step.StepView;
import org.jspecify.annotations.Nullable;

/** The classes and their names, the shares of the parts, and what comes of it in numbers. */
public final class ClassesView {
  private final ClassesViewModel classes;
  private final GridPane names = new GridPane();
  private final VBox tried = new VBox(2);
  private final VBox parts = new VBox(10);

  private ClassesView(ClassesViewModel classes) {
    this.classes = classes;
  }

  /** The step with its view. */
  public static StepView of(ClassesViewModel classes) {
    return new StepView(classes, new ClassesView(classes).content(), Optional.empty());
  }

  private Node content() {
    names.setId("class-names");
    names.getStyleClass().add("form");
    classes.rows().addListener((ListChangeListener<ClassRow>) change -> showNames());
    classes
        .pattern()
        .examples()
        .addListener((ListChangeListener<PatientPattern.Example>) change -> showExamples());
    classes.chosenProperty().addListener((property, before, now) -> showParts(now));
    showNames();
    showExamples();
    showParts(classes.chosenProperty().get());
    VBox left = new VBox(8, Form.title("Classes"), names, Form.title("Parts"), shares());
    VBox right =
        new VBox(8, Form.title("What comes of it"), parts, Form.title("Patients"), patients());
    left.setPrefWidth(380);
    left.setMinWidth(320);
    right.setPrefWidth(480);
    right.setMinWidth(300);
    right.setMaxWidth(640);
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox columns = new HBox(36, left, right);
    columns.getStyleClass().add("train-step");
    return columns;
  }

  private void showNames() {
    names.getChildren().clear();
    names.addRow(
        0,
        Form.text("learn", "counts-head"),
        Form.text("films", "counts-head"),
        Form.text("class", "counts-head"));
    int number = 0;
    for (ClassRow row : classes.rows()) {
      number++;
      CheckBox taken = new CheckBox(row.label());
      taken.setId("take-" + row.label());
      taken.setMnemonicParsing(false);
      taken.selectedProperty().bindBidirectional(row.takenProperty());
      Label films = Form.text("%,d".formatted(row.films()), "count");
      TextField name = new TextField();
      name.setId("name-" + row.label());
      name.setAccessibleText("Name of class " + row.label());
      name.setPrefColumnCount(14);
      name.textProperty().bindBidirectional(row.nameProperty());
      name.disableProperty().bind(row.takenProperty().not());
      names.addRow(number, taken, films, name);
    }
  }

  private Node shares() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("form");
    CheckBox given = new CheckBox("_Keep the parts that came with the films");
    given.setId("parts-given");
    given.selectedProperty().bindBidirectional(classes.shares().givenProperty());
    given.visibleProperty().bind(classes.partsProperty());
    given.managedProperty().bind(classes.partsProperty());
    share(grid, "_Learn from, %", "share-train", classes.shares().trainProperty());
    share(grid, "_Choose by, %", "share-validation", classes.shares().validationProperty());
    share(grid, "_Test on, %", "share-test", classes.shares().testProperty());
    grid.disableProperty().bind(classes.partsProperty().and(classes.shares().givenProperty()));
    GridPane draw = new GridPane();
    draw.getStyleClass().add("form");
    var seed = IntegerSpinner.of("seed", classes.shares().seedProperty(), 0, 1_000_000, 1);
    draw.addRow(0, Form.name("_Seed", seed), seed);
    return new VBox(
        8,
        given,
        grid,
        draw,
        Form.text(
            "The network learns from the first part; the best of its epochs is chosen by the"
                + " second; the third is looked at once, at the end.",
            "quiet"));
  }

  private static void share(
      GridPane grid, String text, String id, javafx.beans.property.IntegerProperty value) {
    var field = IntegerSpinner.of(id, value, 0, 98, 1);
    grid.addRow(grid.getRowCount(), Form.name(text, field), field);
  }

  private Node patients() {
    TextField field = new TextField();
    field.setId("patient-pattern");
    field.setPromptText("such as person(\\d+)_");
    field.textProperty().bindBidirectional(classes.pattern().textProperty());
    return new VBox(
        6,
        Form.text(
            "Films of one patient must not be learned from and tested on. Where neither a table nor"
                + " the DICOM file names the patient, a pattern on the film's name can: its"
                + " parentheses enclose what stands for the patient.",
            "quiet"),
        Form.name("Patt_ern of names", field),
        field,
        Form.sentence("pattern-trouble", classes.pattern().troubleProperty(), "error-text"),
        tried);
  }

  private void showExamples() {
    tried.getChildren().clear();
    for (PatientPattern.Example example : classes.pattern().examples()) {
      tried
          .getChildren()
          .add(
              Form.text(
                  example.name()
                      + " → "
                      + example.patient().map(patient -> "patient " + patient).orElse("no match"),
                  example.patient().isPresent() ? "film-line" : "warning-sentence"));
    }
  }

  private void showParts(@Nullable ChosenFilms chosen) {
    if (chosen == null) {
      parts.getChildren().setAll(Form.sentence("parts-trouble", classes.reasonProperty(), "quiet"));
      return;
    }
    parts.getChildren().setAll(Form.table("parts", PartsTable.perClass(chosen)));
    List<List<String>> perCollection = PartsTable.perCollection(chosen);
    if (!perCollection.isEmpty()) {
      parts.getChildren().add(Form.table("parts-collections", perCollection));
    }
    if (chosen.split().test().length == 0) {
      parts
          .getChildren()
          .add(
              Form.text(
                  "Nothing is left to test on: how good the model is will not be known.",
                  "warning-sentence"));
    }
  }
}
