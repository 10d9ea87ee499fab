package negatoscope.workstation.assessment;

import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import negatoscope.classification.Classification;
import negatoscope.film.FilmWarning;
import negatoscope.task.Failure;
import negatoscope.workstation.studies.Answer;
import negatoscope.workstation.studies.Content;
import negatoscope.workstation.studies.OpenFilm;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The probabilities as bars, the warnings, or how far the answer is. */
final class AnswerView extends VBox {
  /** Told below the film, whether there is an answer or not. */
  private static final Set<FilmWarning.Code> OF_THE_FILM =
      Set.of(
          FilmWarning.Code.WINDOW_REPLACED,
          FilmWarning.Code.POLARITY_GUESSED,
          FilmWarning.Code.HEADER_REPAIRED,
          FilmWarning.Code.SYNTAX_GUESSED,
          FilmWarning.Code.PIXELS_REPAIRED,
          FilmWarning.Code.SMALL_FILM);

  private final AssessmentViewModel assessment;
  private final ObservableValue<Content> content;

  AnswerView(AssessmentViewModel assessment) {
    this.assessment = assessment;
    this.content =
        assessment
            .selectedProperty()
            .flatMap(OpenFilm::contentProperty)
            .map(Content.class::cast)
            .orElse(new Content.Listed());
    setId("answer");
    getStyleClass().add("answer");
    assessment.answerProperty().addListener((property, before, now) -> show(now));
    content.addListener((property, before, now) -> show(assessment.answerProperty().getValue()));
    show(assessment.answerProperty().getValue());
  }

  private void show(Answer answer) {
    getStyleClass().remove("doubtful");
    if (answer instanceof Answer.Done done) {
      showDone(done.classification());
    } else if (answer instanceof Answer.Running) {
      showRunning();
    } else if (answer instanceof Answer.Failed failed) {
      showFailed(failed.failure());
    } else if (answer instanceof Answer.Cancelled) {
      getChildren().setAll(quiet("Classification was cancelled."), again("Classify"));
    } else if (content.getValue() instanceof Content.Failed) {
      getChildren().setAll(quiet("The film could not be read, so there is no answer."));
    } else {
      getChildren().setAll(quiet("Probabilities appear here once a film is open."));
    }
  }

  private void showDone(Classification said) {
    boolean doubtful = !said.warnings().isEmpty();
    GridPane bars = new GridPane();
    bars.setId("probabilities");
    bars.getStyleClass().add("bars");
    ColumnConstraints name = new ColumnConstraints();
    ColumnConstraints bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    ColumnConstraints number = new ColumnConstraints();
    number.setMinWidth(62);
    bars.getColumnConstraints().setAll(name, bar, number);
    for (int k = 0; k < said.classes().size(); k++) {
      addBar(bars, k, said);
    }
    getChildren().setAll(bars);
    said.called().ifPresent(called -> getChildren().add(countsAs(called)));
    if (doubtful) {
      getStyleClass().add("doubtful");
      getChildren().add(warnings(said));
    }
  }

  private static void addBar(GridPane bars, int k, Classification said) {
    double probability = said.probabilities().get(k);
    String text = AnswerText.percent(probability);
    Label name = new Label(said.classes().get(k));
    name.getStyleClass().add("class-name");
    name.setMinWidth(USE_PREF_SIZE);
    ProgressBar bar = new ProgressBar(probability);
    bar.getStyleClass().add("probability-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setMinWidth(40);
    bar.setAccessibleText(said.classes().get(k) + " " + text);
    Label number = new Label(text);
    number.setId("probability-" + said.classes().get(k));
    number.getStyleClass().add("probability");
    number.setMaxWidth(Double.MAX_VALUE);
    if (k == said.top()) {
      name.getStyleClass().add("top");
      bar.getStyleClass().add("top");
      number.getStyleClass().add("top");
    }
    bars.addRow(k, name, marked(bar, said.thresholds().get(said.classes().get(k))), number);
  }

  /** A bar with a stroke at the probability from which the film counts as one of the class. */
  private static Node marked(ProgressBar bar, @Nullable Double threshold) {
    if (threshold == null) {
      return bar;
    }
    Region mark = new Region();
    mark.getStyleClass().add("threshold-mark");
    mark.setMaxWidth(USE_PREF_SIZE);
    mark.setMouseTransparent(true);
    StackPane pane = new StackPane(bar, mark);
    pane.setAlignment(Pos.CENTER_LEFT);
    mark.translateXProperty().bind(pane.widthProperty().multiply(threshold));
    Tooltip.install(pane, new Tooltip("Counts from " + AnswerText.percent(threshold) + " on"));
    return pane;
  }

  private static Label countsAs(List<String> called) {
    Label label =
        quiet(
            called.isEmpty()
                ? "Below every class's threshold."
                : "Counts as " + String.join(" and ", called) + " by the model's thresholds.");
    label.setId("counts-as");
    return label;
  }

  private static Node warnings(Classification said) {
    VBox box = new VBox();
    box.setId("warnings");
    box.getStyleClass().add("warnings");
    Label head = new Label("Do not rely on these probabilities:");
    head.getStyleClass().add("warnings-head");
    head.setWrapText(true);
    box.getChildren().add(head);
    List<FilmWarning> ofTheAnswer =
        said.warnings().stream().filter(warning -> !OF_THE_FILM.contains(warning.code())).toList();
    for (FilmWarning warning : ofTheAnswer) {
      Label code = new Label(warning.code().name(), FontIcon.of(MaterialDesignA.ALERT_OUTLINE, 16));
      code.getStyleClass().add("warning-code");
      Label sentence = new Label(warning.message());
      sentence.setWrapText(true);
      sentence.getStyleClass().add("warning-sentence");
      box.getChildren().add(new VBox(code, sentence));
    }
    if (ofTheAnswer.size() < said.warnings().size()) {
      Label below =
          new Label((ofTheAnswer.isEmpty() ? "See" : "See also") + " the warnings below the film.");
      below.setId("warnings-below");
      below.setWrapText(true);
      box.getChildren().add(below);
    }
    return box;
  }

  private void showRunning() {
    ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Button cancel = new Button("Cancel");
    cancel.setId("cancel-classification");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(event -> assessment.cancelSelected());
    HBox row = new HBox(bar, cancel);
    row.getStyleClass().add("running");
    getChildren().setAll(quiet("Classifying…"), row);
  }

  private void showFailed(Failure failure) {
    Label code = new Label(failure.code().name(), FontIcon.of(MaterialDesignA.ALERT_OUTLINE, 16));
    code.getStyleClass().add("error-code");
    Label sentence = new Label(failure.sentence());
    sentence.setWrapText(true);
    getChildren().setAll(code, sentence);
    if (!failure.advice().isEmpty()) {
      getChildren().add(quiet(failure.advice()));
    }
    getChildren().add(again("Try again"));
  }

  private Button again(String text) {
    Button again = new Button(text);
    again.setId("classify-again");
    again.setOnAction(event -> assessment.classifySelected());
    return again;
  }

  private static Label quiet(@Nullable String text) {
    Label label = new Label(text);
    label.getStyleClass().add("quiet");
    label.setWrapText(true);
    return label;
  }
}
