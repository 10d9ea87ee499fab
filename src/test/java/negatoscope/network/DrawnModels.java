package negatoscope.network;

import java.nio.file.Path;
import negatoscope.network.graph.Initialisers;

/** Models with drawn weights, for tests outside this room. */
public final class DrawnModels {
  private DrawnModels() {}

  /** Exports a backbone with a small head of three classes. */
  public static void export(Engine engine, Backbone backbone, int side, Path folder) {
    NetworkSpec spec = new NetworkSpec(backbone, HeadSpec.compact(16), 3, side);
    Weights weights = RandomBackbone.of(backbone, 7);
    engine.export(spec, weights.with(Initialisers.missing(spec, weights, 3)), 1, folder);
  }
}
