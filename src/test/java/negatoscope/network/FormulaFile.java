package negatoscope.network;

import java.io.IOException;
import java.nio.file.Path;
import negatoscope.network.weights.BackboneWeights;
import negatoscope.network.weights.KerasHdf5Writer;

/** Writes the reference's formula weights of a backbone as a Keras file, for Keras to load. */
public final class FormulaFile {
  private FormulaFile() {}

  /** {@code BACKBONE FILE.h5}. */
  public static void main(String... arguments) throws IOException {
    Backbone backbone = Backbone.ofId(arguments[0]).orElseThrow();
    Weights weights = KerasReference.formulaBackbone(arguments[0].replace("-", ""));
    KerasHdf5Writer.write(new BackboneWeights(backbone, weights), Path.of(arguments[1]));
  }
}
