package negatoscope.network.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import negatoscope.network.NetworkException;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Weights as variables, each made when it is first asked for; which of them train is an explicit
 * list.
 */
public final class TrainingVariables implements WeightSource {
  private record Entry(
      Operand<TFloat32> variable, int[] shape, Operand<TFloat32> newValue, Op assignment) {}

  private final Ops tf;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  public TrainingVariables(Ops tf) {
    this.tf = tf;
  }

  @Override
  public Operand<TFloat32> get(String name, int... shape) {
    Entry known = entries.get(name);
    if (known == null) {
      var tensorShape = ConstantWeights.shape(shape);
      Operand<TFloat32> variable = tf.variable(tensorShape, TFloat32.class);
      Operand<TFloat32> value = tf.placeholder(TFloat32.class, Placeholder.shape(tensorShape));
      known = new Entry(variable, shape, value, tf.assign(variable, value));
      entries.put(name, known);
    } else if (!Arrays.equals(known.shape(), shape)) {
      throw new IllegalArgumentException(name + " has another shape");
    }
    return known.variable();
  }

  @Override
  public Operand<TFloat32> transposed(String name, int rows, int columns) {
    return tf.linalg.transpose(get(name, rows, columns), tf.array(1, 0));
  }

  /** The variable of a name that was asked for before. */
  public Operand<TFloat32> known(String name) {
    return entry(name).variable();
  }

  public int[] shape(String name) {
    return entry(name).shape();
  }

  private Entry entry(String name) {
    return Objects.requireNonNull(entries.get(name), name);
  }

  /** Every name but the moving statistics, which stay. */
  public List<String> trainable() {
    return entries.keySet().stream()
        .filter(name -> !name.endsWith("/moving_mean") && !name.endsWith("/moving_variance"))
        .toList();
  }

  /** The names of a map of shapes, after making sure that each has a variable. */
  public List<String> namesOf(Map<String, int[]> shapes) {
    shapes.forEach(this::get);
    return new ArrayList<>(shapes.keySet());
  }

  /** Puts the given weights, all of them and no other, into the variables. */
  public void assignAll(Session session, Weights weights) {
    for (String name : weights.names()) {
      if (!entries.containsKey(name)) {
        throw new NetworkException(
            negatoscope.task.ErrorCode.BAD_WEIGHTS,
            "The weights hold %s, which the network does not have.".formatted(name),
            "Use weights of the same backbone and head.");
      }
    }
    List<TFloat32> fed = new ArrayList<>();
    try {
      Session.Runner runner = session.runner();
      entries.forEach(
          (name, entry) -> {
            float[] values = ConstantWeights.find(weights, name, entry.shape()).values();
            TFloat32 tensor = Floats.tensor(values, entry.shape());
            fed.add(tensor);
            runner.feed(entry.newValue(), tensor).addTarget(entry.assignment());
          });
      runner.run().close();
    } finally {
      fed.forEach(TFloat32::close);
    }
  }

  /** All weights as they are now. */
  public Weights read(Session session) {
    Session.Runner runner = session.runner();
    entries.values().forEach(entry -> runner.fetch(entry.variable()));
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    try (Result result = runner.run()) {
      int i = 0;
      for (var entry : entries.entrySet()) {
        tensors.put(
            entry.getKey(),
            new WeightTensor(entry.getValue().shape().clone(), Floats.array(result.get(i++))));
      }
    }
    return new Weights(tensors);
  }
}
