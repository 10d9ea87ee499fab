package negatoscope.network.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Split;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * One LSTM layer in one direction (Keras' LSTM: sigmoid gates, order i f c o; candidate and output
 * through one activation), unrolled over the sequence. The product with the input is one matrix
 * product for all steps.
 *
 * <p>Keeps what {@link #gradient} needs: the gradient of K values with respect to the gates' input
 * sums for all steps, written out by hand so that the K backward passes share one pass over the
 * recurrent kernel.
 */
final class LstmLayer {
  /** What candidate and output go through: c = f c + i a(z), h = o a(c). */
  enum Activation {
    TANH,
    /** As the paper's authors released it; its derivative at 0 is 0. */
    RELU
  }

  private record Step(
      Operand<TFloat32> i,
      Operand<TFloat32> f,
      Operand<TFloat32> g,
      Operand<TFloat32> o,
      Operand<TFloat32> c,
      Operand<TFloat32> activeC,
      Operand<TFloat32> h) {}

  private final Ops tf;
  private final int steps;
  private final int units;
  private final Activation activation;
  private final boolean backwards;
  private final WeightSource weights;
  private final String name;
  private final int size;
  private final Operand<TFloat32> recurrentKernel;
  private final Operand<TFloat32> flatInput;
  private final Operand<TFloat32> inputProduct;
  private final List<Step> trace = new ArrayList<>();

  /**
   * Builds the layer.
   *
   * @param input [N, steps, size]
   * @param name Keras' name of the layer
   * @param backwards whether the sequence is read from its end
   */
  LstmLayer(
      Ops tf,
      WeightSource weights,
      String name,
      Operand<TFloat32> input,
      int steps,
      int size,
      int units,
      Activation activation,
      boolean backwards) {
    this.tf = tf;
    this.steps = steps;
    this.units = units;
    this.activation = activation;
    this.backwards = backwards;
    this.weights = weights;
    this.name = name;
    this.size = size;
    Operand<TFloat32> kernel = weights.get(name + "/kernel", size, 4 * units);
    recurrentKernel = weights.get(name + "/recurrent_kernel", units, 4 * units);
    Operand<TFloat32> bias = weights.get(name + "/bias", 4 * units);
    flatInput = tf.reshape(input, tf.array(-1, size));
    Operand<TFloat32> product = tf.linalg.matMul(flatInput, kernel);
    inputProduct = tf.reshape(product, tf.array(-1, steps, 4 * units));
    Operand<TFloat32> withBias =
        tf.reshape(tf.nn.biasAdd(product, bias), tf.array(-1, steps, 4 * units));
    List<Operand<TFloat32>> sums = unstack(withBias, steps, 1);
    for (int t = 0; t < steps; t++) {
      Step before = t == 0 ? null : trace.get(t - 1);
      trace.add(step(sums.get(position(t)), before));
    }
  }

  private int position(int t) {
    return backwards ? steps - 1 - t : t;
  }

  private Step step(Operand<TFloat32> sum, @Nullable Step before) {
    Operand<TFloat32> z =
        before == null ? sum : tf.math.add(sum, tf.linalg.matMul(before.h(), recurrentKernel));
    List<Operand<TFloat32>> gates = split(z);
    Operand<TFloat32> i = tf.math.sigmoid(gates.get(0));
    Operand<TFloat32> f = tf.math.sigmoid(gates.get(1));
    Operand<TFloat32> g = active(gates.get(2));
    Operand<TFloat32> o = tf.math.sigmoid(gates.get(3));
    Operand<TFloat32> c = tf.math.mul(i, g);
    if (before != null) {
      c = tf.math.add(tf.math.mul(f, before.c()), c);
    }
    Operand<TFloat32> activeC = active(c);
    return new Step(i, f, g, o, c, activeC, tf.math.mul(o, activeC));
  }

  private Operand<TFloat32> active(Operand<TFloat32> x) {
    return switch (activation) {
      case TANH -> tf.math.tanh(x);
      case RELU -> tf.nn.relu(x);
    };
  }

  /** The activation's derivative, from its value. */
  private Operand<TFloat32> slope(Operand<TFloat32> active) {
    return switch (activation) {
      case TANH -> tf.math.sub(tf.constant(1f), tf.math.square(active));
      case RELU -> tf.math.sign(active);
    };
  }

  /** The state after the whole sequence: [N, units]. */
  Operand<TFloat32> lastState() {
    return trace.get(steps - 1).h();
  }

  /** The states by position in the sequence: [N, steps, units]. */
  Operand<TFloat32> states() {
    return byPosition(trace.stream().map(Step::h).toList());
  }

  /** From values in the order in which they are computed, each [N, units]: [N, steps, units]. */
  private Operand<TFloat32> byPosition(List<Operand<TFloat32>> inOrder) {
    List<Operand<TFloat32>> values = new ArrayList<>(inOrder);
    if (backwards) {
      Collections.reverse(values);
    }
    return tf.stack(values, Stack.axis(1L));
  }

  /** Values one step late, zeros at first: what a step starts from. */
  private List<Operand<TFloat32>> late(List<Operand<TFloat32>> values) {
    List<Operand<TFloat32>> before = new ArrayList<>();
    before.add(tf.zerosLike(values.get(0)));
    before.addAll(values.subList(0, steps - 1));
    return before;
  }

  /**
   * The gradient of K values with respect to the gates' input sums.
   *
   * @param ofStates by position: gradient with respect to that position's state, [N or 1, K,
   *     units], or null for none
   * @return [N, K, steps, 4 · units], by position
   */
  Operand<TFloat32> gradient(List<@Nullable Operand<TFloat32>> ofStates, int classes) {
    List<Operand<TFloat32>> ofSums = new ArrayList<>();
    Coefficients at = new Coefficients();
    UnaryOperator<Operand<TFloat32>> timesRecurrent =
        weights.timesTransposed(tf, name + "/recurrent_kernel", units, 4 * units);
    Operand<TFloat32> recurrent = null;
    Operand<TFloat32> ofCell = null;
    for (int t = steps - 1; t >= 0; t--) {
      Operand<TFloat32> ofState = sum(ofStates.get(position(t)), recurrent);
      if (ofState == null) {
        throw new IllegalArgumentException("the last state read needs a gradient");
      }
      if (recurrent == null) {
        ofState = tf.math.add(ofState, tf.expandDims(tf.zerosLike(lastState()), tf.constant(1)));
      }
      Operand<TFloat32> cell = tf.math.mul(ofState, at.cell.get(t));
      if (ofCell != null) {
        cell = tf.math.add(cell, tf.math.mul(ofCell, forget(t + 1)));
      }
      Operand<TFloat32> gates =
          tf.math.mul(
              tf.concat(List.of(cell, cell, cell, ofState), tf.constant(2)), at.gates.get(t));
      ofSums.add(gates);
      ofCell = cell;
      if (t > 0) {
        Operand<TFloat32> flat = tf.reshape(gates, tf.array(-1, 4 * units));
        recurrent = tf.reshape(timesRecurrent.apply(flat), tf.array(-1, classes, units));
      }
    }
    if (!backwards) {
      Collections.reverse(ofSums);
    }
    return tf.stack(ofSums, Stack.axis(2L));
  }

  /**
   * The gradients of one value with respect to the weights, by name: one product a kernel, with the
   * steps of all samples stacked.
   *
   * @param ofSums what {@link #gradient} gives for K = 1
   */
  Map<String, Operand<TFloat32>> ofWeights(Operand<TFloat32> ofSums) {
    Operand<TFloat32> flat = tf.reshape(ofSums, tf.array(-1, 4 * units));
    Operand<TFloat32> before =
        tf.reshape(byPosition(late(trace.stream().map(Step::h).toList())), tf.array(-1, units));
    Map<String, Operand<TFloat32>> named = new LinkedHashMap<>();
    named.put(name + "/kernel", tf.linalg.matMul(flatInput, flat, MatMul.transposeA(true)));
    named.put(name + "/recurrent_kernel", tf.linalg.matMul(before, flat, MatMul.transposeA(true)));
    named.put(name + "/bias", tf.nn.biasAddGrad(flat));
    return named;
  }

  /**
   * The gradient of K values with respect to the input: [N, K, steps, size].
   *
   * @param ofSums what {@link #gradient} gives
   */
  Operand<TFloat32> ofInput(Operand<TFloat32> ofSums, int classes) {
    Operand<TFloat32> flat = tf.reshape(ofSums, tf.array(-1, 4 * units));
    return tf.reshape(
        weights.timesTransposed(tf, name + "/kernel", size, 4 * units).apply(flat),
        tf.array(-1, classes, steps, size));
  }

  /**
   * The heat maps of K values, for a layer that reads the feature map.
   *
   * <p>The map A enters the network only through the product P = A · W with the kernel. Hence for a
   * gradient D of a value with respect to that product, the gradient with respect to A is D · Wᵀ,
   * and Σ over channels of (D · Wᵀ)ₜ · Aₜ = Dₜ · Pₜ: HiResCAM is D · P step by step, and Grad-CAM
   * is the mean of D over the steps times Pₜ. Neither needs the map's own gradient.
   *
   * @param ofSums what {@link #gradient} gives
   */
  Head.Cams cams(Operand<TFloat32> ofSums) {
    Operand<TFloat32> product = tf.expandDims(inputProduct, tf.constant(1));
    Operand<TFloat32> mean = tf.math.mean(ofSums, tf.constant(2), Mean.keepDims(true));
    return new Head.Cams(
        tf.sum(tf.math.mul(product, mean), tf.constant(3)),
        tf.sum(tf.math.mul(product, ofSums), tf.constant(3)));
  }

  private @Nullable Operand<TFloat32> sum(
      @Nullable Operand<TFloat32> a, @Nullable Operand<TFloat32> b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return tf.math.add(a, b);
  }

  private Operand<TFloat32> forget(int t) {
    return tf.expandDims(trace.get(t).f(), tf.constant(1));
  }

  /**
   * What the forward pass contributes to the backward one, computed for all steps at once; each [N,
   * 1, …].
   */
  private final class Coefficients {
    /** From a state's gradient to its cell's: o a'(c). */
    final List<Operand<TFloat32>> cell;

    /**
     * From (cell, cell, cell, state) to the gates' sums: g i (1 − i), c₋₁ f (1 − f), i a'(z), a(c)
     * o (1 − o).
     */
    final List<Operand<TFloat32>> gates;

    Coefficients() {
      Operand<TFloat32> one = tf.constant(1f);
      Operand<TFloat32> i = all(trace.stream().map(Step::i).toList());
      Operand<TFloat32> f = all(trace.stream().map(Step::f).toList());
      Operand<TFloat32> g = all(trace.stream().map(Step::g).toList());
      Operand<TFloat32> o = all(trace.stream().map(Step::o).toList());
      Operand<TFloat32> activeC = all(trace.stream().map(Step::activeC).toList());
      Operand<TFloat32> before = all(late(trace.stream().map(Step::c).toList()));
      cell = unstack(tf.math.mul(o, slope(activeC)), steps, 0);
      Operand<TFloat32> ofI = tf.math.mul(g, tf.math.mul(i, tf.math.sub(one, i)));
      Operand<TFloat32> ofF = tf.math.mul(before, tf.math.mul(f, tf.math.sub(one, f)));
      Operand<TFloat32> ofG = tf.math.mul(i, slope(g));
      Operand<TFloat32> ofO = tf.math.mul(activeC, tf.math.mul(o, tf.math.sub(one, o)));
      gates = unstack(tf.concat(List.of(ofI, ofF, ofG, ofO), tf.constant(3)), steps, 0);
    }

    private Operand<TFloat32> all(List<Operand<TFloat32>> parts) {
      return tf.expandDims(tf.stack(parts, Stack.axis(0L)), tf.constant(2));
    }
  }

  private List<Operand<TFloat32>> unstack(Operand<TFloat32> x, int count, long axis) {
    Unstack<TFloat32> parts = tf.unstack(x, (long) count, Unstack.axis(axis));
    return new ArrayList<>(parts.output());
  }

  private List<Operand<TFloat32>> split(Operand<TFloat32> z) {
    Split<TFloat32> parts = tf.split(tf.constant(1), z, 4L);
    return new ArrayList<>(parts.output());
  }
}
