package negatoscope.workstation.comparison;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import negatoscope.workstation.assessment.HeatMapViewModel;
import negatoscope.workstation.models.ModelRow;
import negatoscope.workstation.models.ModelsViewModel;

/** Which models are asked, whether they agree, and a column for each. */
public final class ComparisonPane extends BorderPane {
  private final ComparisonViewModel comparison;
  private final HeatMapViewModel heatMap;
  private final ModelsViewModel models;
  private final FlowPane choice = new FlowPane();
  private final Map<String, ToggleButton> toggles = new HashMap<>();
  private final HBox columns = new HBox();
  private final Label hint = label("quiet");

  /** A view of the comparison; the heat maps are painted as over the large film. */
  public ComparisonPane(
      ComparisonViewModel comparison, HeatMapViewModel heatMap, ModelsViewModel models) {
    this.comparison = comparison;
    this.heatMap = heatMap;
    this.models = models;
    setId("comparison");
    getStyleClass().add("comparison");
    choice.getStyleClass().add("model-actions");
    Label verdict = label("agreement");
    verdict.setId("agreement");
    verdict
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> comparison.agreementProperty().get().sentence(),
                comparison.agreementProperty()));
    verdict.visibleProperty().bind(verdict.textProperty().isNotEmpty());
    verdict.managedProperty().bind(verdict.visibleProperty());
    comparison
        .agreementProperty()
        .addListener(
            (property, before, now) -> {
              verdict.getStyleClass().remove("disagree");
              if (!now.agree()) {
                verdict.getStyleClass().add("disagree");
              }
            });
    VBox head = new VBox(choice, hint, verdict);
    head.getStyleClass().add("comparison-head");
    setTop(head);
    columns.getStyleClass().add("comparison-columns");
    ScrollPane scrolled = new ScrollPane(columns);
    scrolled.setFitToWidth(true);
    scrolled.setFocusTraversable(false);
    setCenter(scrolled);
    Label research = label("research-only");
    research.setText("Research use only. Class, method and colours are those of the large film.");
    HBox foot = new HBox(research);
    foot.getStyleClass().add("comparison-foot");
    setBottom(foot);
    InvalidationListener refill = changed -> fill();
    models.rows().addListener(refill);
    models.inUse().cardProperty().addListener(refill);
    comparison.columns().addListener((ListChangeListener<ComparedModel>) change -> fill());
    fill();
  }

  private void fill() {
    List<ModelRow> whole = models.rows().stream().filter(row -> row.card() != null).toList();
    fillChoice(whole);
    boolean full = comparison.columns().size() >= ComparisonViewModel.MOST;
    hint.setText(
        whole.size() < 2
            ? "There is only one model here. Import or train another to compare it."
            : full
                ? "At most %d models are asked at once: each holds its network in memory."
                    .formatted(ComparisonViewModel.MOST)
                : "Choose up to %d models; the one in use is always asked."
                    .formatted(ComparisonViewModel.MOST));
    Set<String> classes = new LinkedHashSet<>();
    comparison.columns().forEach(column -> classes.addAll(column.card().classes()));
    columns.getChildren().clear();
    for (ComparedModel column : comparison.columns()) {
      ComparisonColumn view =
          new ComparisonColumn(column, comparison, heatMap, List.copyOf(classes));
      HBox.setHgrow(view, Priority.ALWAYS);
      columns.getChildren().add(view);
    }
  }

  /** A button that stays keeps the keyboard. */
  private void fillChoice(List<ModelRow> whole) {
    List<String> names = whole.stream().map(ModelRow::name).toList();
    toggles.keySet().retainAll(names);
    List<ToggleButton> buttons =
        names.stream().map(name -> toggles.computeIfAbsent(name, this::toggle)).toList();
    if (!choice.getChildren().equals(buttons)) {
      choice.getChildren().setAll(buttons);
    }
    for (ModelRow row : whole) {
      ToggleButton button = toggles.computeIfAbsent(row.name(), this::toggle);
      boolean compared = comparison.isCompared(row.name());
      button.setSelected(compared);
      button.setDisable(
          comparison.isInUse(row.name())
              || (!compared && comparison.columns().size() >= ComparisonViewModel.MOST));
    }
  }

  private ToggleButton toggle(String name) {
    ToggleButton button = new ToggleButton(name);
    button.setMnemonicParsing(false);
    button.setId("compare-" + name);
    button.setOnAction(event -> choose(name));
    return button;
  }

  private void choose(String name) {
    if (comparison.isCompared(name)) {
      comparison.remove(name);
    } else {
      models.rows().stream()
          .filter(row -> row.name().equals(name))
          .map(ModelRow::card)
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(comparison::add);
    }
  }

  static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setWrapText(true);
    return label;
  }
}
