package negatoscope.workstation.models;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import negatoscope.library.card.CardTraining;
import negatoscope.library.card.ModelCard;
import negatoscope.network.Backbone;

/** A model's card for people: its figures, the honest ones beside the others, and its limits. */
public final class CardView extends VBox {
  /**
   * A view of one card.
   *
   * @param whole also with what the model knows and what it learned from
   */
  public CardView(ModelCard card, boolean whole) {
    getStyleClass().add("model-view");
    getChildren().add(text(card.name(), "model-name"));
    if (whole) {
      getChildren().add(facts(card));
    }
    getChildren().add(figures(card));
    card.limits().forEach(limit -> getChildren().add(text(limit, "quiet")));
  }

  private static Node facts(ModelCard card) {
    CardTraining training = card.training();
    GridPane grid = new GridPane();
    grid.getStyleClass().add("figures");
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(92);
    ColumnConstraints value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(name, value);
    fact(grid, "Classes", String.join(", ", card.classes()));
    fact(
        grid,
        "Network",
        "%s, %s head, input %d × %d"
            .formatted(
                Backbone.ofId(card.backbone()).map(Backbone::title).orElse(card.backbone()),
                card.head().type(),
                card.input().side(),
                card.input().side()));
    fact(
        grid,
        "Learned from",
        "%,d films of %,d patients%s"
            .formatted(
                training.data().films(),
                training.data().patients(),
                listed(training.data().perCollection())));
    if (card.weights() != null) {
      fact(
          grid,
          "Started from",
          card.weights().name() + " (licence: " + card.weights().licence() + ")");
    }
    fact(grid, "Made", card.created().replaceFirst("T.*", "") + ", version " + card.version());
    return grid;
  }

  private static String listed(java.util.Map<String, Integer> counts) {
    return counts.isEmpty()
        ? ""
        : counts.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ", ": ", ""));
  }

  private static void fact(GridPane grid, String name, String value) {
    Label label = text(name, "quiet");
    GridPane.setValignment(label, javafx.geometry.VPos.TOP);
    grid.addRow(grid.getRowCount(), label, text(value, "figure"));
  }

  private static Node figures(ModelCard card) {
    List<CardFigures.Row> rows = CardFigures.of(card).rows();
    if (rows.isEmpty()) {
      return text(
          "This model was never tested on films it did not learn from.", "warning-sentence");
    }
    GridPane grid = new GridPane();
    grid.getStyleClass().add("figures");
    ColumnConstraints label = new ColumnConstraints();
    label.setHgrow(Priority.ALWAYS);
    ColumnConstraints value = new ColumnConstraints();
    value.setMinWidth(USE_PREF_SIZE);
    grid.getColumnConstraints().setAll(label, value);
    for (CardFigures.Row row : rows) {
      Label name = text(row.label(), row.honest() ? "figure-honest" : "figure");
      Label number = text(row.value(), row.honest() ? "figure-honest" : "figure");
      number.setWrapText(false);
      number.setMinWidth(USE_PREF_SIZE);
      grid.addRow(grid.getRowCount(), name, number);
    }
    return grid;
  }

  static Label text(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    return label;
  }
}
