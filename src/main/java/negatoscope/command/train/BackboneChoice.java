package negatoscope.command.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import negatoscope.command.conventions.BackboneConverter;
import negatoscope.network.Backbone;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;

/**
 * {@code --backbone}: one, several separated by commas, or {@code all}.
 *
 * @param backbones in the order given; empty for the start weights' own
 */
record BackboneChoice(List<Backbone> backbones) {
  /** The start weights' own. */
  static final BackboneChoice NONE = new BackboneChoice(List.of());

  private static final String ALL = "all";

  /** Copies the list. */
  BackboneChoice {
    backbones = List.copyOf(backbones);
  }

  /** The first one, or null for the start weights' own. */
  @Nullable Backbone first() {
    return backbones.isEmpty() ? null : backbones.get(0);
  }

  /** Reads the word. */
  static final class Converter implements ITypeConverter<BackboneChoice> {
    @Override
    public BackboneChoice convert(String word) {
      if (word.equals(ALL)) {
        return new BackboneChoice(Arrays.asList(Backbone.values()));
      }
      List<Backbone> backbones = new ArrayList<>();
      for (String id : word.split(",", -1)) {
        Backbone backbone = new BackboneConverter().convert(id.strip());
        if (!backbones.contains(backbone)) {
          backbones.add(backbone);
        }
      }
      return new BackboneChoice(backbones);
    }
  }
}
