package negatoscope.command.models;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import negatoscope.command.conventions.Format;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.library.StoredWeights;
import negatoscope.network.Backbone;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models weights}: the weights that a training starts from. */
@Command(name = "weights", description = "The weights that a training can start from.")
final class WeightsCommand implements Callable<Integer> {
  private final WeightShelf shelf;

  @Spec private CommandSpec spec = CommandSpec.create();

  WeightsCommand(Surroundings around) {
    this.shelf = new WeightShelf(around);
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
  }

  @Command(name = "list", description = "List the stored weights.")
  int list(
      @Option(
              names = "--format",
              paramLabel = "text|json",
              defaultValue = "TEXT",
              description = "Form of the results.")
          Format format) {
    return shelf.list(format);
  }

  @Command(
      name = "import",
      description = "Check a weight file of a backbone without its top, and store a copy.")
  int take(
      @Parameters(
              paramLabel = "FILE",
              description = "What Keras wrote (.h5, .weights.h5), or a weights.bin of ours.")
          Path file,
      @Option(
              names = "--backbone",
              paramLabel = "NAME",
              description = "Whose weights they should be; recognised if none is named.")
          @Nullable Backbone backbone,
      @Option(
              names = "--licence",
              paramLabel = "TEXT",
              defaultValue = StoredWeights.NO_LICENCE,
              description =
                  "Under what they may be used; that of a published file is known. Goes into the"
                      + " cards of models that start from them.")
          String licence) {
    return shelf.take(file, Optional.ofNullable(backbone), licence);
  }

  @Command(
      name = "download",
      description =
          "Fetch the weights that Keras publishes for a backbone, from the address that is shown."
              + " A broken transfer goes on where it ended.")
  int download(
      @Parameters(paramLabel = "BACKBONE", description = "Such as vgg19.") Backbone backbone) {
    return shelf.download(backbone);
  }

  @Command(name = "remove", description = "Delete stored weights.")
  int remove(
      @Parameters(paramLabel = "NAME", description = "As the list names them.") String name) {
    return shelf.remove(name);
  }

  @Command(
      name = "export",
      description = "Write a model's or stored weights as a file for load_weights of Keras.")
  int export(
      @Parameters(
              paramLabel = "MODEL|NAME",
              description = "A model that was trained here, its folder, or stored weights.")
          String name,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "FILE.h5",
              description = "The file to write or replace.")
          Path out) {
    if (!out.toString().endsWith(".h5")) {
      throw usage("--out: Keras takes a name that ends in .h5.");
    }
    if (out.toString().endsWith(".weights.h5")) {
      throw usage(
          "--out: Keras takes a name in .weights.h5 for another layout; .h5 alone, please.");
    }
    return shelf.export(name, out);
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
