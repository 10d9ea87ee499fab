package negatoscope.workstation.assessment;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import negatoscope.network.CamMethod;
import negatoscope.rendering.ColourMap;
import org.jspecify.annotations.Nullable;

/** What the user can choose about the heat map. */
final class HeatMapControls extends VBox {
  private static final double WHEEL_STEP = 0.05;

  private final HeatMapViewModel heatMap;
  private final GridPane grid = new GridPane();

  /** Held here because bindings in both directions hold their ends weakly. */
  private final ObjectProperty<Boolean> uniform;

  HeatMapControls(
      HeatMapViewModel heatMap, AssessmentViewModel assessment, ExplanationCheckViewModel check) {
    this.heatMap = heatMap;
    this.uniform = heatMap.uniformOpacityProperty().asObject();
    getStyleClass().add("heat-map-controls");
    CheckBox on = new CheckBox("Show heat map");
    on.setId("heat-map-on");
    on.setTooltip(new Tooltip("Show or hide the heat map (H)"));
    on.selectedProperty().bindBidirectional(heatMap.visibleProperty());
    grid.getStyleClass().add("form");
    ColumnConstraints labels = new ColumnConstraints();
    labels.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    fields.setFillWidth(true);
    ColumnConstraints numbers = new ColumnConstraints();
    numbers.setMinWidth(48);
    grid.getColumnConstraints().setAll(labels, fields, numbers);
    slider(
        "Opacity",
        "opacity",
        "Wheel here, Ctrl+wheel over the film, or [ and ]",
        heatMap.opacityProperty());
    wide("Class", new ClassChoice(heatMap, assessment));
    wide(
        "Method",
        choice(
            "method",
            List.of(CamMethod.values()),
            HeatMapViewModel::title,
            heatMap.methodProperty()));
    wide(
        "Painted",
        choice(
            "painted",
            List.of(true, false),
            same -> same ? "Uniform opacity" : "Opacity by value",
            uniform));
    wide("Colours", colours());
    slider(
        "Threshold",
        "threshold",
        "Nothing is painted below this share of the greatest value",
        heatMap.thresholdProperty());
    grid.disableProperty().bind(heatMap.visibleProperty().not());
    getChildren()
        .setAll(
            on,
            emptiness(),
            grid,
            new ColourBar(heatMap.colourMapProperty(), heatMap.thresholdProperty()),
            new ExplanationCheck(check));
  }

  private Label emptiness() {
    Label sentence = new Label();
    sentence.setId("heat-map-empty");
    sentence.getStyleClass().add("warning-sentence");
    sentence.setWrapText(true);
    sentence.textProperty().bind(heatMap.emptinessProperty());
    sentence.visibleProperty().bind(sentence.textProperty().isNotEmpty());
    sentence.managedProperty().bind(sentence.visibleProperty());
    return sentence;
  }

  private void slider(String name, String id, String help, DoubleProperty value) {
    Slider slider = new Slider(0, 1, value.get());
    slider.setId(id);
    slider.setBlockIncrement(WHEEL_STEP);
    slider.setTooltip(new Tooltip(help));
    slider.setAccessibleText(name);
    slider.valueProperty().bindBidirectional(value);
    slider.addEventHandler(
        ScrollEvent.SCROLL,
        event -> {
          double turned = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
          double next = slider.getValue() + Math.signum(turned) * WHEEL_STEP;
          slider.setValue(Math.min(1, Math.max(0, Math.round(next * 100) / 100.0)));
          event.consume();
        });
    Label number = new Label();
    number.setId(id + "-number");
    number.getStyleClass().add("number");
    number.setMaxWidth(Double.MAX_VALUE);
    number
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> String.format(Locale.ROOT, "%.0f %%", 100 * value.get()), value));
    grid.addRow(grid.getRowCount(), label(name, slider), slider, number);
  }

  private void wide(String name, Node field) {
    int row = grid.getRowCount();
    grid.add(label(name, field), 0, row);
    grid.add(field, 1, row, 2, 1);
  }

  private static Label label(String name, Node field) {
    Label label = new Label(name);
    label.setLabelFor(field);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static <T> ComboBox<T> choice(
      String id, List<T> values, Function<T, String> title, Property<T> value) {
    ComboBox<T> box = new ComboBox<>();
    box.setId(id);
    box.setMaxWidth(Double.MAX_VALUE);
    box.getItems().setAll(values);
    box.setConverter(new Titles<>(title));
    box.valueProperty().bindBidirectional(value);
    return box;
  }

  private ComboBox<ColourMap> colours() {
    ComboBox<ColourMap> box =
        choice(
            "colours", List.of(ColourMap.values()), ColourMap::label, heatMap.colourMapProperty());
    box.setCellFactory(view -> new ColourCell());
    box.setButtonCell(new ColourCell());
    return box;
  }

  private static final class ColourCell extends ListCell<ColourMap> {
    @Override
    protected void updateItem(@Nullable ColourMap map, boolean empty) {
      super.updateItem(map, empty);
      if (map == null || empty) {
        setGraphic(null);
        setText(null);
      } else {
        ImageView picture = new ImageView(ColourBar.picture(map, 0));
        picture.setFitWidth(56);
        picture.setFitHeight(10);
        setGraphic(picture);
        setText(map.label());
      }
    }
  }
}
