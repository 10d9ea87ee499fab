package negatoscope.workstation.parts;

import javafx.beans.property.IntegerProperty;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;

/** A whole number that can be typed and stepped. */
public final class IntegerSpinner {
  private IntegerSpinner() {}

  /**
   * A spinner of a number within bounds; what is no such number is put back when it is left.
   *
   * @param value follows the spinner, and is followed by it
   */
  public static Spinner<Integer> of(
      String id, IntegerProperty value, int least, int most, int step) {
    IntegerSpinnerValueFactory values =
        new IntegerSpinnerValueFactory(least, most, value.get(), step);
    Spinner<Integer> spinner = new Spinner<>(values);
    spinner.setId(id);
    spinner.setEditable(true);
    spinner.setPrefWidth(112);
    spinner.setMinWidth(96);
    values
        .valueProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null) {
                value.set(now);
              }
            });
    value.addListener((property, before, now) -> values.setValue(now.intValue()));
    spinner
        .getEditor()
        .textProperty()
        .addListener((property, before, now) -> take(spinner, values, now));
    spinner
        .focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (!now) {
                spinner.getEditor().setText(String.valueOf(values.getValue()));
              }
            });
    return spinner;
  }

  private static void take(
      Spinner<Integer> spinner, IntegerSpinnerValueFactory values, String typed) {
    if (spinner.getEditor().isFocused() && typed.strip().matches("-?[0-9]{1,9}")) {
      int number = Integer.parseInt(typed.strip());
      if (number >= values.getMin() && number <= values.getMax()) {
        values.setValue(number);
      }
    }
  }
}
