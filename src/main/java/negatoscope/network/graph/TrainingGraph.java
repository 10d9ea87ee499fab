package negatoscope.network.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import negatoscope.network.NetworkSpec;
import negatoscope.network.TrainingPlan;
import negatoscope.network.Weights;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.backbone.FineTuning;
import negatoscope.network.backbone.Layer;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The graph of a network under training: film → backbone → map → head → loss → gradients → updates.
 *
 * <p>There is one head. What starts from feature maps feeds them in place of {@code map}: then
 * nothing of the backbone runs.
 *
 * @param variables the weights that are not constants of a frozen backbone
 * @param constants of the frozen backbone, to be filled before anything is run
 * @param film [N, side, side, 1], 0 to 255
 * @param targets [N, classes], wanted probabilities
 * @param sampleWeights [N]
 * @param dropoutMask [N, embedding size]
 * @param rate the learning rate
 * @param map the last feature map, [N, h, w, channels]
 * @param head in inference mode
 * @param trainingLogits as an update sees them
 * @param loss as an update sees it
 * @param gradients of the loss by the names of what learns, not clipped
 * @param updates of all that learns
 * @param updatesOfHead of what learns in the head
 * @param meanSquares the optimiser's state by weight name
 * @param resets set the optimiser's state to zero
 */
public record TrainingGraph(
    TrainingVariables variables,
    FilledConstants constants,
    Operand<TFloat32> film,
    Operand<TFloat32> targets,
    Operand<TFloat32> sampleWeights,
    Operand<TFloat32> dropoutMask,
    Operand<TFloat32> rate,
    Operand<TFloat32> map,
    Head head,
    Operand<TFloat32> trainingLogits,
    Operand<TFloat32> loss,
    Map<String, Operand<TFloat32>> gradients,
    List<Op> updates,
    List<Op> updatesOfHead,
    TrainingVariables meanSquares,
    List<Op> resets) {

  /**
   * Builds the graph.
   *
   * @param weights of the whole network; those of a frozen backbone become constants, batch
   *     normalisation folded in
   */
  public static TrainingGraph build(
      Graph graph, NetworkSpec spec, TrainingPlan plan, Weights weights) {
    Ops tf = Ops.create(graph);
    TrainingVariables variables = new TrainingVariables(tf);
    Operand<TFloat32> film = placeholder(tf, "film", -1, spec.side(), spec.side(), 1);
    Operand<TFloat32> targets = placeholder(tf, "targets", -1, spec.classes());
    Operand<TFloat32> sampleWeights = placeholder(tf, "sample_weights", -1);
    Operand<TFloat32> dropoutMask =
        placeholder(tf, "dropout_mask", -1, spec.head().embeddingSize());
    Operand<TFloat32> rate = placeholder(tf, "rate");

    FilledConstants constants = new FilledConstants(tf);
    TrainedLayers trained = new TrainedLayers(tf, variables);
    PartlyFrozenLayers layers =
        new PartlyFrozenLayers(
            frozen(spec, plan),
            new ServingLayers(tf, new ConstantWeights(constants, weights)),
            trained);
    Operand<TFloat32> scaled = layers.scaled(film, spec.scaling(), firstConvolution(spec));
    Operand<TFloat32> map = Architecture.features(spec.backbone(), layers, scaled);
    List<String> ofBackbone = trainable(variables.names(), plan);
    Head head = Heads.on(map, spec, tf, variables);
    List<String> ofHead = trainable(HeadWeights.shapes(spec).keySet(), plan);

    Head.Training training = head.training(dropoutMask);
    Operand<TFloat32> loss = CrossEntropy.of(tf, training.logits(), targets, sampleWeights);
    RmsProp optimiser = new RmsProp(tf, variables, rate, plan);
    Head.Back back = head.gradients(graph, loss);
    Map<String, Operand<TFloat32>> gradientsOfHead = new LinkedHashMap<>();
    ofHead.forEach(
        name -> gradientsOfHead.put(name, Objects.requireNonNull(back.ofWeights().get(name))));
    Map<String, Operand<TFloat32>> gradients = new LinkedHashMap<>();
    if (!ofBackbone.isEmpty()) {
      gradients.putAll(trained.gradients(graph, map, back.ofMap(), variables.known(ofBackbone)));
    }
    gradients.putAll(gradientsOfHead);
    List<Op> updatesOfHead = optimiser.updates(gradientsOfHead, training.statistics());
    List<Op> updates =
        ofBackbone.isEmpty() ? updatesOfHead : optimiser.updates(gradients, training.statistics());
    return new TrainingGraph(
        variables,
        constants,
        film,
        targets,
        sampleWeights,
        dropoutMask,
        rate,
        map,
        head,
        training.logits(),
        loss,
        gradients,
        updates,
        updatesOfHead,
        optimiser.meanSquares(),
        optimiser.resets());
  }

  /** Names of the backbone's layers that stay as they are. */
  private static Set<String> frozen(NetworkSpec spec, TrainingPlan plan) {
    if (plan.wholeBackbone()) {
      return Set.of();
    }
    return plan.fineTuneFrom()
        .map(from -> FineTuning.frozen(spec.backbone(), from))
        .orElseGet(
            () ->
                Architecture.layers(spec.backbone(), spec.side()).stream()
                    .map(Layer::name)
                    .collect(Collectors.toSet()));
  }

  private static String firstConvolution(NetworkSpec spec) {
    return Architecture.layers(spec.backbone(), spec.side()).stream()
        .filter(layer -> !layer.weights().isEmpty())
        .findFirst()
        .orElseThrow()
        .name();
  }

  /** Of the names given, those that learn: no moving statistics, and no frozen LSTM. */
  private static List<String> trainable(Set<String> names, TrainingPlan plan) {
    List<String> learning = new ArrayList<>();
    for (String name : names) {
      String layer = name.substring(0, name.lastIndexOf('/'));
      boolean lstm = names.contains(layer + "/recurrent_kernel");
      if (!name.endsWith("/moving_mean")
          && !name.endsWith("/moving_variance")
          && !(lstm && plan.lstmFrozen())) {
        learning.add(name);
      }
    }
    return learning;
  }

  private static Operand<TFloat32> placeholder(Ops tf, String name, int... shape) {
    return tf.withName(name)
        .placeholder(TFloat32.class, Placeholder.shape(ConstantWeights.shape(shape)));
  }
}
