package negatoscope.workstation.trainer.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import negatoscope.training.report.CrossValidation;
import negatoscope.workstation.models.JobBar;
import negatoscope.workstation.parts.Parts;
import negatoscope.workstation.trainer.desk.Judged;
import negatoscope.workstation.trainer.step.Form;
import negatoscope.workstation.trainer.step.StepView;
import org.jspecify.annotations.Nullable;

/** The figures, the errors, and the curve with its operating point. */
public final class ResultsView {
  private final ResultsViewModel model;
  private final StackPane content = new StackPane();

  private ResultsView(ResultsViewModel model) {
    this.model = model;
  }

  /**
   * The step with its view.
   *
   * @param outlet where a report goes
   */
  public static StepView of(ResultsViewModel model, ReportOutlet outlet) {
    ResultsView view = new ResultsView(model);
    VBox.setVgrow(view.content, Priority.ALWAYS);
    VBox whole = new VBox(8, view.content, report(model, outlet));
    whole.getStyleClass().add("train-step");
    model.resultsProperty().addListener((property, before, now) -> view.show(now));
    view.show(model.resultsProperty().get());
    return new StepView(model, whole, Optional.empty());
  }

  private static Node report(ResultsViewModel model, ReportOutlet outlet) {
    ReportViewModel report = model.report();
    Button open = Parts.button("open-report", "Open the report", () -> report.open(outlet::browse));
    Button save =
        Parts.button(
            "save-report", "Save the report to…", () -> outlet.folder().ifPresent(report::saveTo));
    for (Button button : List.of(open, save)) {
      button.disableProperty().bind(model.resultsProperty().isNull());
    }
    JobBar job = new JobBar(report.job());
    HBox.setHgrow(job, Priority.ALWAYS);
    HBox line = new HBox(open, save, job);
    line.getStyleClass().add("train-line");
    return line;
  }

  private void show(@Nullable Results results) {
    if (results == null) {
      content.getChildren().setAll(Form.sentence("no-results", model.reasonProperty(), "quiet"));
      return;
    }
    TabPane tabs =
        new TabPane(
            tab("Figures", figures(results)),
            tab("Errors · " + results.worst().size(), errors(results)),
            tab("Operating point", new RocPane(model.thresholds(), results.classes())));
    CrossValidation folds = results.trained().folds();
    if (folds != null) {
      tabs.getTabs().add(tab("Cross-validation", folds(folds)));
    }
    tabs.setId("results");
    content.getChildren().setAll(tabs);
  }

  private static Tab tab(String title, Node node) {
    Tab tab = new Tab(title, node);
    tab.setClosable(false);
    return tab;
  }

  private static Node folds(CrossValidation folds) {
    VBox tab = new VBox(10, Form.text(folds.sentence(), "figure"));
    tab.getChildren().get(0).setId("folds-sentence");
    if (!folds.figures().isEmpty()) {
      tab.getChildren()
          .addAll(
              Form.table("folds-figures", folds.figureTable()),
              Form.table("folds-each", folds.foldTable()),
              Form.text(
                  "The figures are those of this way to train on these films; the model that is"
                      + " saved is the one under Figures.",
                  "quiet"));
    }
    tab.getStyleClass().add("train-tab");
    return tab;
  }

  private Node figures(Results results) {
    int films = results.trained().films().size();
    VBox left =
        new VBox(
            10,
            Form.text(
                results.trained().tested()
                    ? "On %,d test films, looked at once.".formatted(films)
                    : "There are no test films. These figures are on the %,d films that the epoch was"
                            .formatted(films)
                        + " chosen by, and so too good.",
                results.trained().tested() ? "figure" : "warning-sentence"),
            Form.table("overall", rows("figure", results.overall())),
            Form.table("per-class", results.perClass()));
    VBox right =
        new VBox(10, Form.title("What was taken for what"), new ConfusionGrid(results, model));
    if (results.perCollection().size() > 1) {
      right.getChildren().add(Form.title("Each collection"));
      right.getChildren().add(Form.table("per-collection", results.perCollection()));
    }
    if (!results.probes().isEmpty()) {
      left.getChildren().add(Form.title("Without the lungs"));
      left.getChildren().add(Form.table("probes", rows("probe", results.probes())));
      left.getChildren()
          .add(
              Form.text(
                  "Both should fall to chance. As far as they do not, the model reads something"
                      + " beside the lungs.",
                  "quiet"));
    }
    left.setPrefWidth(470);
    HBox.setHgrow(left, Priority.SOMETIMES);
    right.setMinWidth(Region.USE_PREF_SIZE);
    HBox columns = new HBox(36, left, right);
    columns.getStyleClass().add("train-tab");
    return columns;
  }

  private static List<List<String>> rows(String what, List<Results.Row> figures) {
    List<List<String>> rows = new ArrayList<>();
    boolean intervals = figures.stream().anyMatch(row -> !row.interval().isEmpty());
    rows.add(List.of(what, "value", intervals && what.equals("figure") ? "95 %" : ""));
    figures.forEach(row -> rows.add(List.of(row.name(), row.value(), row.interval())));
    return rows;
  }

  private Node errors(Results results) {
    ListView<Judged> list = new ListView<>();
    list.setId("worst");
    list.getStyleClass().add("film-list");
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setCellFactory(view -> new ErrorCell(results.classes()));
    list.setPlaceholder(Form.text("No film was taken for another class.", "quiet"));
    list.getItems().setAll(results.worst());
    Runnable open = () -> model.open(List.copyOf(list.getSelectionModel().getSelectedItems()));
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER
              && !list.getSelectionModel().getSelectedItems().isEmpty()) {
            open.run();
            event.consume();
          }
        });
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            open.run();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    Button some = Parts.button("open-worst", "Show in the _main window", open);
    some.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    Button all =
        Parts.button("open-all-worst", "Show all of t_hem", () -> model.open(results.worst()));
    all.setDisable(results.worst().isEmpty());
    FlowPane actions = new FlowPane(some, all);
    actions.getStyleClass().add("model-actions");
    VBox errors =
        new VBox(
            Form.text("Taken for another class, the surest errors first.", "quiet"), list, actions);
    errors.getStyleClass().add("train-tab");
    return errors;
  }
}
