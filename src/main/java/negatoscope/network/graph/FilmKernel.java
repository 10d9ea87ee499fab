package negatoscope.network.graph;

import java.util.List;
import negatoscope.network.Scaling;
import negatoscope.network.WeightTensor;

/** The first convolution's kernel, made to read the grey film in place of three channels. */
final class FilmKernel {
  private FilmKernel() {}

  /**
   * A kernel for what {@link ServingLayers#scaled} gives.
   *
   * @param kernel [rows, columns, 3, filters]
   * @return [rows, columns, 1, filters] where all three channels are equal; else [rows, columns, 2,
   *     filters] for the film and the ones
   */
  static WeightTensor of(WeightTensor kernel, Scaling scaling) {
    List<Scaling.Channel> channels = scaling.channels();
    if (scaling.factorOnly()) {
      return overInputs(kernel, 1, (into, channel) -> channels.get(channel).factor());
    }
    if (scaling.grey()) {
      return overInputs(kernel, 1, (into, channel) -> 1);
    }
    return overInputs(
        kernel,
        2,
        (into, channel) ->
            into == 0 ? channels.get(channel).factor() : channels.get(channel).offset());
  }

  private interface Share {
    double of(int into, int channel);
  }

  private static WeightTensor overInputs(WeightTensor kernel, int inputs, Share share) {
    int[] shape = kernel.shape();
    int filters = shape[3];
    int cells = shape[0] * shape[1];
    float[] sums = new float[cells * inputs * filters];
    for (int i = 0; i < sums.length; i++) {
      int filter = i % filters;
      int into = i / filters % inputs;
      int cell = i / filters / inputs;
      double total = 0;
      for (int c = 0; c < shape[2]; c++) {
        total += share.of(into, c) * kernel.values()[(cell * shape[2] + c) * filters + filter];
      }
      sums[i] = (float) total;
    }
    return new WeightTensor(new int[] {shape[0], shape[1], inputs, filters}, sums);
  }
}
