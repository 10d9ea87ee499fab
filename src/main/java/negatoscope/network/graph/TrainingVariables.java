package negatoscope.network.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/** Weights as variables, each made when it is first asked for. */
public final class TrainingVariables implements WeightSource {
  private record Entry(
      Operand<TFloat32> variable, int[] shape, Operand<TFloat32> newValue, Op assignment) {}

  /** Floats that are put into variables in one run: 64 MB. */
  private static final long AT_ONCE = 1 << 24;

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
  public UnaryOperator<Operand<TFloat32>> timesTransposed(
      Ops tf, String name, int rows, int columns) {
    Operand<TFloat32> matrix = get(name, rows, columns);
    return x ->
        tf.linalg.transpose(tf.linalg.matMul(matrix, x, MatMul.transposeB(true)), tf.array(1, 0));
  }

  /** The variable of a name that was asked for before. */
  public Operand<TFloat32> known(String name) {
    return entry(name).variable();
  }

  /** Those of some names, by name. */
  Map<String, Operand<TFloat32>> known(List<String> names) {
    Map<String, Operand<TFloat32>> named = new LinkedHashMap<>();
    names.forEach(name -> named.put(name, known(name)));
    return named;
  }

  public int[] shape(String name) {
    return entry(name).shape();
  }

  private Entry entry(String name) {
    return Objects.requireNonNull(entries.get(name), name);
  }

  /** The names of all variables, in the order in which they were asked for. */
  public Set<String> names() {
    return Collections.unmodifiableSet(new LinkedHashSet<>(entries.keySet()));
  }

  /**
   * Puts weights into the variables, some megabytes at a time: so that little of them is held
   * twice, and still in few runs, because TensorFlow prepares the whole graph for each set of
   * variables anew.
   *
   * @param weights all that the variables need; what else they hold is left alone
   */
  public void assign(Session session, Weights weights) {
    Map<Entry, float[]> group = new LinkedHashMap<>();
    long size = 0;
    for (var named : entries.entrySet()) {
      Entry entry = named.getValue();
      float[] values = ConstantWeights.find(weights, named.getKey(), entry.shape()).values();
      group.put(entry, values);
      size += values.length;
      if (size >= AT_ONCE) {
        assign(session, group);
        group.clear();
        size = 0;
      }
    }
    if (!group.isEmpty()) {
      assign(session, group);
    }
  }

  private static void assign(Session session, Map<Entry, float[]> group) {
    Session.Runner runner = session.runner();
    List<TFloat32> tensors = new ArrayList<>();
    try {
      group.forEach(
          (entry, values) -> {
            TFloat32 tensor = Floats.tensor(values, entry.shape());
            tensors.add(tensor);
            runner.feed(entry.newValue(), tensor).addTarget(entry.assignment());
          });
      runner.run().close();
    } finally {
      tensors.forEach(TFloat32::close);
    }
  }

  /** The variables' values as they are now, read some megabytes at a time. */
  public Weights read(Session session) {
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    Map<String, Entry> group = new LinkedHashMap<>();
    long size = 0;
    for (var named : entries.entrySet()) {
      group.put(named.getKey(), named.getValue());
      size += WeightTensor.count(named.getValue().shape());
      if (size >= AT_ONCE) {
        read(session, group, tensors);
        group.clear();
        size = 0;
      }
    }
    read(session, group, tensors);
    return new Weights(tensors);
  }

  private static void read(
      Session session, Map<String, Entry> group, Map<String, WeightTensor> tensors) {
    if (group.isEmpty()) {
      return;
    }
    Session.Runner runner = session.runner();
    group.values().forEach(entry -> runner.fetch(entry.variable()));
    try (Result result = runner.run()) {
      int i = 0;
      for (var entry : group.entrySet()) {
        tensors.put(
            entry.getKey(),
            new WeightTensor(entry.getValue().shape().clone(), Floats.array(result.get(i++))));
      }
    }
  }
}
