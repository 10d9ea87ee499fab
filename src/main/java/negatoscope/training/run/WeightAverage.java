package negatoscope.training.run;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;

/**
 * A mean of weights that are added one after another; names and shapes must agree. Tensors that
 * stay the same object, as those of a frozen backbone do, are neither copied nor averaged.
 */
public final class WeightAverage {
  private final Map<String, WeightTensor> mean = new LinkedHashMap<>();
  private final Set<String> moved = new HashSet<>();

  /** Nothing was added yet. */
  WeightAverage() {}

  /** A mean that was interrupted and goes on. */
  WeightAverage(Weights mean) {
    this.mean.putAll(mean.asMap());
  }

  /** Moves the mean towards new weights: mean = share × new + (1 − share) × mean. */
  void add(Weights weights, double share) {
    if (mean.isEmpty()) {
      mean.putAll(weights.asMap());
    } else {
      mean.replaceAll((name, tensor) -> moved(name, tensor, values(weights, name), share));
    }
  }

  private WeightTensor moved(String name, WeightTensor tensor, float[] values, double share) {
    if (tensor.values() == values) {
      return tensor;
    }
    WeightTensor own = moved.add(name) ? copy(tensor) : tensor;
    move(own.values(), values, share);
    return own;
  }

  /** The mean so far; at least one addition must have been made. */
  Weights weights() {
    if (mean.isEmpty()) {
      throw new IllegalStateException("nothing was added");
    }
    Map<String, WeightTensor> copy = new LinkedHashMap<>(mean);
    copy.replaceAll((name, tensor) -> moved.contains(name) ? copy(tensor) : tensor);
    return new Weights(copy);
  }

  /** The plain mean of some weights. */
  public static Weights mean(List<Weights> all) {
    WeightAverage average = new WeightAverage();
    for (int i = 0; i < all.size(); i++) {
      average.add(all.get(i), 1.0 / (i + 1));
    }
    return average.weights();
  }

  private static WeightTensor copy(WeightTensor tensor) {
    return new WeightTensor(tensor.shape(), tensor.values().clone());
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
