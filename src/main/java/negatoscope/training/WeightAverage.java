package negatoscope.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import org.jspecify.annotations.Nullable;

/** A mean of weights that are added one after another; names and shapes must agree. */
final class WeightAverage {
  private @Nullable Map<String, WeightTensor> mean;

  /** Moves the mean towards new weights: mean = share × new + (1 − share) × mean. */
  void add(Weights weights, double share) {
    if (mean == null) {
      Map<String, WeightTensor> first = new LinkedHashMap<>();
      weights
          .asMap()
          .forEach(
              (name, tensor) ->
                  first.put(name, new WeightTensor(tensor.shape(), tensor.values().clone())));
      mean = first;
      return;
    }
    mean.forEach((name, tensor) -> move(tensor.values(), values(weights, name), share));
  }

  /** The mean so far; at least one addition must have been made. */
  Weights weights() {
    if (mean == null) {
      throw new IllegalStateException("nothing was added");
    }
    Map<String, WeightTensor> copy = new LinkedHashMap<>();
    mean.forEach(
        (name, tensor) ->
            copy.put(name, new WeightTensor(tensor.shape(), tensor.values().clone())));
    return new Weights(copy);
  }

  /** The plain mean of some weights. */
  static Weights mean(List<Weights> all) {
    WeightAverage average = new WeightAverage();
    for (int i = 0; i < all.size(); i++) {
      average.add(all.get(i), 1.0 / (i + 1));
    }
    return average.weights();
  }

  private static void move(float[] mean, float[] values, double share) {
    for (int i = 0; i < mean.length; i++) {
      mean[i] += (float) (share * (values[i] - mean[i]));
    }
  }

  private static float[] values(Weights weights, String name) {
    WeightTensor tensor = weights.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return tensor.values();
  }
}
