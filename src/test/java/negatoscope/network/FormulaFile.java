package negatoscope.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import negatoscope.network.weights.BackboneWeights;
import negatoscope.network.weights.KerasHdf5Writer;

/** Writes the reference's formula weights of every backbone as Keras files, for Keras to load. */
public final class FormulaFile {
  private FormulaFile() {}

  /** Writes {@code BACKBONE.h5} into the folder that is named. */
  public static void main(String... arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (Backbone backbone : Backbone.values()) {
      Weights weights = KerasReference.formulaBackbone(backbone.id().replace("-", ""));
      KerasHdf5Writer.write(
          new BackboneWeights(backbone, weights), folder.resolve(backbone.id() + ".h5"));
    }
  }
}
