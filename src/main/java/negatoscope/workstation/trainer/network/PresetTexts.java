package negatoscope.workstation.trainer.network;

import java.util.Arrays;
import javafx.util.StringConverter;
import negatoscope.training.recipe.Preset;
import org.jspecify.annotations.Nullable;

/** Presets in words for people. */
final class PresetTexts extends StringConverter<Preset> {
  static String title(Preset preset) {
    return switch (preset) {
      case RECOMMENDED -> "Recommended";
      case PUBLISHED -> "As published (the authors' code)";
      case PAPER -> "As the paper says";
    };
  }

  static String about(Preset preset) {
    String about =
        switch (preset) {
          case RECOMMENDED ->
              "First the head learns, on features that are kept; then the whole network at a lower"
                  + " rate, on films varied a little.";
          case PUBLISHED ->
              "The network and settings that the paper's authors released: a far larger head, the"
                  + " backbone and the LSTM never trained, 20 epochs.";
          case PAPER ->
              "The settings that the paper states: RMSprop at 0.00001, 32 films an update, 150"
                  + " epochs, classes brought up to equal numbers.";
        };
    return String.join(" ", about, String.join(" ", preset.notes())).strip();
  }

  @Override
  public String toString(@Nullable Preset preset) {
    return preset == null ? "" : title(preset);
  }

  @Override
  public Preset fromString(String text) {
    return Arrays.stream(Preset.values())
        .filter(preset -> title(preset).equals(text))
        .findFirst()
        .orElse(Preset.RECOMMENDED);
  }
}
