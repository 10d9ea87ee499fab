package negatoscope.network.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import negatoscope.network.TrainingPlan;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * RMSprop (Hinton 2012) as Keras 3 has it: v = ρ v + (1 − ρ) g², starting at 0, and w = w − rate ·
 * g / √(v + ε), with ρ = 0.9 and ε = 1e-7 under the root. TensorFlow Java's own starts v at one.
 * Before that a weight may decay, as in Keras 3: w = w − rate · decay · w.
 *
 * <p>A weight has one mean square, whichever part of the network is being trained.
 */
public final class RmsProp {
  private static final float RHO = 0.9f;
  private static final float EPSILON = 1e-7f;

  private final Ops tf;
  private final TrainingVariables variables;
  private final Operand<TFloat32> rate;
  private final double clipValue;
  private final double weightDecay;
  private final TrainingVariables meanSquares;
  private final Map<String, Operand<TFloat32>> momenta = new LinkedHashMap<>();
  private final List<Op> resets = new ArrayList<>();

  /**
   * An optimiser of some variables.
   *
   * @param rate the learning rate
   * @param plan how gradients are limited and weights decay
   */
  public RmsProp(Ops tf, TrainingVariables variables, Operand<TFloat32> rate, TrainingPlan plan) {
    this.tf = tf;
    this.variables = variables;
    this.rate = rate;
    clipValue = plan.clipValue();
    weightDecay = plan.weightDecay();
    meanSquares = new TrainingVariables(tf);
  }

  /**
   * The operations that update the weights by their gradients, and put moving statistics in place.
   * None starts before every gradient is there: a weight is read in place, so an early update would
   * be seen by the backward pass of the layers before it.
   *
   * @param statistics what moving statistics become, by name
   */
  public List<Op> updates(
      Map<String, Operand<TFloat32>> gradients, Map<String, Operand<TFloat32>> statistics) {
    Op allGradients = tf.withControlDependencies(List.<Op>copyOf(gradients.values())).noOp();
    Ops afterwards = tf.withControlDependencies(List.of(allGradients));
    List<Op> updates = new ArrayList<>();
    gradients.forEach(
        (name, gradient) -> {
          Operand<TFloat32> momentum = momentum(name);
          updates.add(
              decayed(afterwards, name)
                  .train
                  .applyRmsProp(
                      variables.known(name),
                      meanSquares.known(name),
                      momentum,
                      rate,
                      tf.constant(RHO),
                      tf.constant(0f),
                      tf.constant(EPSILON),
                      clipped(gradient)));
        });
    statistics.forEach(
        (name, value) -> updates.add(afterwards.assign(variables.known(name), value)));
    return updates;
  }

  /** What comes after the decay of a weight. */
  private Ops decayed(Ops afterwards, String name) {
    if (weightDecay == 0) {
      return afterwards;
    }
    Operand<TFloat32> weight = variables.known(name);
    Operand<TFloat32> share = tf.math.mul(rate, tf.constant((float) weightDecay));
    Op decay = afterwards.assignSub(weight, afterwards.math.mul(weight, share));
    return afterwards.withControlDependencies(List.of(decay));
  }

  private Operand<TFloat32> clipped(Operand<TFloat32> gradient) {
    return Double.isInfinite(clipValue)
        ? gradient
        : tf.clipByValue(gradient, tf.constant((float) -clipValue), tf.constant((float) clipValue));
  }

  /** The momentum of a weight, which is none; made with its mean square. */
  private Operand<TFloat32> momentum(String name) {
    return Objects.requireNonNull(
        momenta.computeIfAbsent(
            name,
            key -> {
              int[] shape = variables.shape(key);
              toZero(meanSquares.get(key, shape), shape);
              return toZero(tf.variable(ConstantWeights.shape(shape), TFloat32.class), shape);
            }));
  }

  private Operand<TFloat32> toZero(Operand<TFloat32> slot, int... shape) {
    resets.add(tf.assign(slot, tf.fill(tf.array(shape), tf.constant(0f))));
    return slot;
  }

  /** The operations that set every slot to zero. */
  public List<Op> resets() {
    return List.copyOf(resets);
  }

  /** The mean square of every weight that learns, by its name. */
  public TrainingVariables meanSquares() {
    return meanSquares;
  }
}
