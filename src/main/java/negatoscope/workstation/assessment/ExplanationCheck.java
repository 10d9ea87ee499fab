package negatoscope.workstation.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import negatoscope.classification.Faithfulness;
import negatoscope.classification.SanityCheck;
import org.jspecify.annotations.Nullable;

/** A button that checks the heat map on the screen, and what was found. */
public final class ExplanationCheck extends VBox {
  private static final String MEANING =
      "Blurs the film place by place, the hottest first, and sees how fast the probability falls:"
          + " it should fall faster than for places drawn at random. Then shuffles the network's"
          + " weights: a map that stays the same shows the film, not what the network learnt.";

  private final ExplanationCheckViewModel check;
  private @Nullable CheckState shown;

  /** Held here, because a view may go while what it watches stays. */
  private final InvalidationListener refresh = changed -> show();

  /** A view of the check of one map. */
  public ExplanationCheck(ExplanationCheckViewModel check) {
    this.check = check;
    setId("explanation-check");
    getStyleClass().add("heat-map-controls");
    check.stateProperty().addListener(new WeakInvalidationListener(refresh));
    show();
  }

  private void show() {
    CheckState now = check.stateProperty().getValue();
    if (!now.equals(shown)) {
      shown = now;
      show(now);
    }
  }

  private void show(CheckState state) {
    if (state instanceof CheckState.Running running) {
      getChildren().setAll(running(running));
    } else if (state instanceof CheckState.Done done) {
      getChildren().setAll(found(done));
    } else if (state instanceof CheckState.Failed failed) {
      getChildren()
          .setAll(text(String.valueOf(failed.failure().getMessage()), "error-text"), button(false));
    } else {
      getChildren().setAll(button(state instanceof CheckState.None));
    }
  }

  private Button button(boolean disabled) {
    Button button = new Button("Check this heat map");
    button.setId("check-heat-map");
    Tooltip meaning = new Tooltip(MEANING);
    meaning.setWrapText(true);
    meaning.setMaxWidth(360);
    button.setTooltip(meaning);
    button.setDisable(disabled);
    button.setOnAction(event -> check.check());
    return button;
  }

  private Node running(CheckState.Running running) {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(running.progress());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText("Checking the heat map");
    HBox.setHgrow(bar, Priority.ALWAYS);
    Button cancel = new Button("Cancel");
    cancel.setId("cancel-check");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(event -> check.cancel());
    HBox row = new HBox(bar, cancel);
    row.getStyleClass().add("running");
    return row;
  }

  private static List<Node> found(CheckState.Done done) {
    Faithfulness faithfulness = done.faithfulness();
    SanityCheck sanity = done.sanity();
    GridPane grid = new GridPane();
    grid.getStyleClass().add("figures");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(names);
    row(grid, "Deletion (low is good)", faithfulness.deletion(), faithfulness.randomDeletion());
    row(grid, "Insertion (high is good)", faithfulness.insertion(), faithfulness.randomInsertion());
    Label similarity = text("Likeness with shuffled weights", "figure");
    grid.addRow(2, similarity, whole(number(sanity.similarity()), "figure"));
    List<Node> nodes = new ArrayList<>();
    nodes.add(grid);
    nodes.add(
        faithfulness.betterThanRandom()
            ? text("The answer depends on these places more than on random ones.", "quiet")
            : text(
                "The answer depends on these places no more than on random ones: do not go by this"
                    + " map.",
                "warning-sentence"));
    nodes.add(
        sanity.changed()
            ? text("The map changes with the weights, as it should.", "quiet")
            : text(
                "The map stays the same with shuffled weights: it shows the film, not what the"
                    + " network learnt.",
                "warning-sentence"));
    return nodes;
  }

  private static void row(GridPane grid, String name, double value, double random) {
    grid.addRow(
        grid.getRowCount(),
        text(name, "figure"),
        whole(number(value), "figure"),
        whole("random " + number(random), "quiet"));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** A text that is never broken. */
  private static Label whole(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static Label text(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    return label;
  }
}
