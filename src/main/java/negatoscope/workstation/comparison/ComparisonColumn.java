package negatoscope.workstation.comparison;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import negatoscope.classification.Classification;
import negatoscope.classification.HeatMap;
import negatoscope.workstation.assessment.AnswerText;
import negatoscope.workstation.assessment.ExplanationCheck;
import negatoscope.workstation.assessment.HeatMapViewModel;
import negatoscope.workstation.studies.Answer;
import org.jspecify.annotations.Nullable;

/** What one model says: its probabilities, its warnings, and where it looked. */
final class ComparisonColumn extends VBox {
  private final ComparedModel model;
  private final ComparisonViewModel comparison;
  private final HeatMapViewModel heatMap;
  private final List<String> classes;
  private final FilmWithHeat picture;
  private final Label caption = ComparisonPane.label("quiet");
  private final VBox answer = new VBox();
  private final ExplanationCheck check;

  /** Held here, because the columns come and go while what they watch stays. */
  private final InvalidationListener refresh = changed -> show();

  ComparisonColumn(
      ComparedModel model,
      ComparisonViewModel comparison,
      HeatMapViewModel heatMap,
      List<String> classes) {
    this.model = model;
    this.comparison = comparison;
    this.heatMap = heatMap;
    this.classes = classes;
    this.picture = new FilmWithHeat(heatMap);
    this.check = new ExplanationCheck(model.check());
    setId("column-" + model.name());
    getStyleClass().add("comparison-column");
    setPrefWidth(0);
    setMinWidth(180);
    answer.getStyleClass().add("answer");
    picture.setOnMouseClicked(event -> comparison.use(model));
    Tooltip.install(picture, new Tooltip("Use this model: its heat map comes to the large film"));
    getChildren().setAll(head(), answer, picture, caption, check);
    WeakInvalidationListener weak = new WeakInvalidationListener(refresh);
    model.answerProperty().addListener(weak);
    model.mapProperty().addListener(weak);
    comparison.pictureProperty().addListener(weak);
    heatMap.colourMapProperty().addListener(weak);
    heatMap.thresholdProperty().addListener(weak);
    heatMap.uniformOpacityProperty().addListener(weak);
    show();
  }

  private Node head() {
    Label name = new Label(model.name());
    name.getStyleClass().add("model-name");
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox head = new HBox(name);
    head.getStyleClass().add("model-head");
    if (comparison.isInUse(model.name())) {
      Label tag = new Label("in use");
      tag.getStyleClass().add("model-tag");
      tag.setMinWidth(USE_PREF_SIZE);
      head.getChildren().add(tag);
    } else {
      Button use = new Button("Use");
      use.setId("use-" + model.name());
      use.setMinWidth(USE_PREF_SIZE);
      use.getStyleClass().add("small");
      use.setOnAction(event -> comparison.use(model));
      head.getChildren().add(use);
    }
    return head;
  }

  private void show() {
    Answer now = model.answerProperty().get();
    answer.getChildren().clear();
    answer.getStyleClass().remove("doubtful");
    if (now instanceof Answer.Done done) {
      answer.getChildren().add(bars(done.classification()));
      if (!done.classification().warnings().isEmpty()) {
        answer.getStyleClass().add("doubtful");
        answer.getChildren().add(warnings(done.classification()));
      }
    } else if (now instanceof Answer.Running) {
      ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
      bar.setMaxWidth(Double.MAX_VALUE);
      answer.getChildren().setAll(text("Classifying…", "quiet"), bar);
    } else if (now instanceof Answer.Failed failed) {
      Button again = new Button("Try again");
      again.setOnAction(event -> comparison.askAgain(model));
      answer
          .getChildren()
          .setAll(
              text(failed.failure().code().name(), "error-code"),
              text(failed.failure().getMessage(), "figure"),
              again);
    } else {
      answer.getChildren().setAll(text("Open a film to ask this model.", "quiet"));
    }
    showPicture();
  }

  private void showPicture() {
    Optional<HeatMap> map = model.mapProperty().get();
    picture.show(
        comparison.pictureProperty().get(),
        comparison.film().orElse(null),
        map.flatMap(heatMap::overlayOf).orElse(null));
    check.setVisible(map.filter(shown -> !shown.empty()).isPresent());
    check.setManaged(check.isVisible());
    caption.setText(
        map.map(
                shown ->
                    HeatMapViewModel.title(shown.method())
                        + " of "
                        + shown.className()
                        + (shown.empty() ? " is empty: it explains nothing" : ""))
            .orElse(""));
  }

  private GridPane bars(Classification said) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("bars");
    ColumnConstraints name = new ColumnConstraints();
    ColumnConstraints bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    ColumnConstraints number = new ColumnConstraints();
    number.setMinWidth(62);
    grid.getColumnConstraints().setAll(name, bar, number);
    for (int row = 0; row < classes.size(); row++) {
      int k = said.classes().indexOf(classes.get(row));
      Label label = new Label(classes.get(row));
      label.setMinWidth(USE_PREF_SIZE);
      Label percent = new Label(k < 0 ? "not known" : AnswerText.percent(probability(said, k)));
      percent.getStyleClass().add(k < 0 ? "quiet" : "probability");
      percent.setMaxWidth(Double.MAX_VALUE);
      ProgressBar strip = new ProgressBar(k < 0 ? 0 : probability(said, k));
      strip.getStyleClass().add("probability-bar");
      strip.setMaxWidth(Double.MAX_VALUE);
      strip.setMinWidth(24);
      strip.setVisible(k >= 0);
      if (k == said.top()) {
        List.of(label, strip, percent).forEach(node -> node.getStyleClass().add("top"));
      }
      grid.addRow(row, label, strip, percent);
    }
    return grid;
  }

  private static double probability(Classification said, int k) {
    return said.probabilities().get(k);
  }

  private static Label warnings(Classification said) {
    return text(
        String.join(", ", said.warnings().stream().map(warning -> warning.code().name()).toList()),
        "warning-code");
  }

  private static Label text(@Nullable String text, String style) {
    Label label = ComparisonPane.label(style);
    label.setText(text);
    return label;
  }
}
