package negatoscope.workstation.batch;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import negatoscope.workstation.parts.IntegerSpinner;
import negatoscope.workstation.parts.Parts;

/** How a folder is screened: the models, what is made of each film, and what comes first. */
final class OptionsBar extends HBox {
  private static final String NONE = "none";

  private final OptionsViewModel options;

  /**
   * A bar.
   *
   * @param model which model is asked, in words
   */
  OptionsBar(OptionsViewModel options, ObservableValue<String> model) {
    this.options = options;
    getStyleClass().add("batch-line");
    Label asked = new Label();
    asked.setId("batch-model");
    asked.setMinWidth(60);
    asked.textProperty().bind(model);
    Spinner<Integer> overdue =
        IntegerSpinner.of(
            "batch-overdue", options.overdueHoursProperty(), 0, OptionsViewModel.MOST_HOURS, 1);
    overdue.setPrefWidth(84);
    overdue.setMinWidth(84);
    overdue.setTooltip(
        new Tooltip("A film that has waited longer comes first, whatever the network says"));
    Label first = label("First after");
    first.setLabelFor(overdue);
    ComboBox<String> second = second();
    Label before = label("Second:");
    before.setLabelFor(second);
    getChildren()
        .setAll(
            asked,
            before,
            second,
            Parts.space(),
            first,
            overdue,
            label("hours"),
            box(
                "batch-heat-maps",
                "Heat maps",
                "A picture of where the network looked, of each film",
                options.heatMapsProperty()),
            box(
                "batch-dicom",
                "DICOM",
                "DICOM objects of each film: its heat map and a structured report",
                options.dicomProperty()),
            box(
                "batch-watch",
                "Watch",
                "Takes films as they come into the folder, until it is cancelled",
                options.watchProperty()));
  }

  private ComboBox<String> second() {
    ComboBox<String> second = new ComboBox<>();
    second.setId("batch-second");
    second.setMinWidth(USE_PREF_SIZE);
    second.setTooltip(
        new Tooltip("Films on which two models disagree come before others that are not overdue"));
    second.setOnShowing(event -> list(second));
    second.setValue(shown(options.secondProperty().get()));
    options.secondProperty().addListener((property, before, now) -> second.setValue(shown(now)));
    second
        .valueProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null) {
                options.secondProperty().set(now.equals(NONE) ? "" : now);
              }
            });
    return second;
  }

  /** Models come and go while the window is open. */
  private void list(ComboBox<String> second) {
    List<String> names = new ArrayList<>(List.of(NONE));
    names.addAll(options.others());
    if (!second.getItems().equals(names)) {
      String chosen = options.secondProperty().get();
      second.getItems().setAll(names);
      second.setValue(shown(chosen));
    }
  }

  private static String shown(String name) {
    return name.isEmpty() ? NONE : name;
  }

  private static CheckBox box(String id, String text, String tip, BooleanProperty value) {
    CheckBox box = new CheckBox(text);
    box.setId(id);
    box.setMinWidth(USE_PREF_SIZE);
    box.setTooltip(new Tooltip(tip));
    box.selectedProperty().bindBidirectional(value);
    return box;
  }

  private static Label label(String text) {
    Label label = new Label(text);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
