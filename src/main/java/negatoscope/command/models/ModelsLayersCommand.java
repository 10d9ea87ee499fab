package negatoscope.command.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import negatoscope.command.conventions.Exit;
import negatoscope.command.conventions.FactWriter;
import negatoscope.command.conventions.Format;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.network.Backbone;
import negatoscope.network.WeightTensor;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.backbone.Layer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models layers}: what {@code train --fine-tune} can name. */
@Command(
    name = "layers",
    description =
        "List a backbone's layers and blocks in the order of their creation. \"train --fine-tune\""
            + " takes the name of either; all layers above it stay frozen.",
    showDefaultValues = true)
final class ModelsLayersCommand implements Callable<Integer> {
  private static final int SIDE = 224;

  private final Surroundings around;

  @Parameters(
      paramLabel = "BACKBONE",
      description = "Such as vgg19.",
      showDefaultValue = Visibility.NEVER)
  private Backbone backbone = Backbone.MOBILENET_V2;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the results.")
  private Format format = Format.TEXT;

  ModelsLayersCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    List<Layer> layers = Architecture.layers(backbone, SIDE);
    FactWriter writer = new FactWriter(around.console().out());
    if (format == Format.TEXT) {
      print("INDEX", "BLOCK", "LAYER", "TYPE", "OUTPUT", "PARAMETERS");
    }
    for (int index = 0; index < layers.size(); index++) {
      Layer layer = layers.get(index);
      if (format == Format.JSON) {
        writer.write(facts(index, layer), format);
      } else {
        print(
            String.valueOf(index),
            layer.block(),
            layer.name(),
            layer.type(),
            "%d x %d x %d".formatted(layer.size(), layer.size(), layer.channels()),
            String.valueOf(parameters(layer)));
      }
    }
    return Exit.WELL;
  }

  private static Map<String, Object> facts(int index, Layer layer) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("index", index);
    facts.put("block", layer.block());
    facts.put("layer", layer.name());
    facts.put("type", layer.type());
    facts.put("output", List.of(layer.size(), layer.size(), layer.channels()));
    facts.put("parameters", parameters(layer));
    return facts;
  }

  private static long parameters(Layer layer) {
    return layer.weights().values().stream().mapToLong(WeightTensor::count).sum();
  }

  private void print(
      String index, String block, String layer, String type, String output, String parameters) {
    around
        .console()
        .out()
        .println(
            "%5s  %-13s  %-28s  %-18s  %-16s  %10s"
                .formatted(index, block, layer, type, output, parameters));
  }
}
