package negatoscope.command.classify;

import java.nio.file.Path;
import negatoscope.network.CamMethod;

/**
 * Which heat-map pictures are wanted.
 *
 * @param folder where they go; made if it is not there
 * @param method how the maps are made
 * @param classes of which classes
 * @param opacity of the overlay, 0 to 1
 */
public record HeatMapChoice(Path folder, CamMethod method, ClassChoice classes, double opacity) {
  /** The same pictures in a folder below. */
  HeatMapChoice below(String name) {
    return new HeatMapChoice(folder.resolve(name), method, classes, opacity);
  }
}
