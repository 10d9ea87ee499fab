package negatoscope.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weight arrays by canonical Keras name, {@code layer/variable}, such as {@code Conv1/kernel};
 * immutable, in order.
 */
public final class Weights {
  private final Map<String, WeightTensor> tensors;

  /** Copies the map, keeping its order. */
  public Weights(Map<String, WeightTensor> tensors) {
    this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /** The names, in order. */
  public Set<String> names() {
    return tensors.keySet();
  }

  /** The array of a name, or null. */
  public @Nullable WeightTensor get(String name) {
    return tensors.get(name);
  }

  /** All of them, by name. */
  public Map<String, WeightTensor> asMap() {
    return tensors;
  }

  /** These weights with the others' added or put in place of those of the same name. */
  public Weights with(Weights others) {
    Map<String, WeightTensor> all = new LinkedHashMap<>(tensors);
    all.putAll(others.tensors);
    return new Weights(all);
  }

  /** How many numbers there are in all. */
  public long parameters() {
    return tensors.values().stream().mapToLong(tensor -> tensor.values().length).sum();
  }
}
