package negatoscope.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.backbone.Layer;
import negatoscope.network.graph.Floats;
import negatoscope.network.graph.TrainingGraph;
import negatoscope.task.ErrorCode;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/** The training graph in one session. */
final class SessionTrainingNetwork implements TrainingNetwork {
  private final NetworkSpec spec;
  private final TrainingPlan plan;
  private final Graph graph = new Graph();
  private final TrainingGraph network;
  private final Session session;
  private final Weights frozen;
  private final int[] mapShape;

  /**
   * Builds the graph and fills its variables.
   *
   * @throws NetworkException {@code BAD_WEIGHTS} where the weights are not the network's
   */
  SessionTrainingNetwork(
      NetworkSpec spec, TrainingPlan plan, Weights start, ConfigProto configuration) {
    this.spec = spec;
    this.plan = plan;
    network = TrainingGraph.build(graph, spec, plan, start);
    frozen = frozen(start);
    var shape = network.map().asOutput().shape();
    mapShape = new int[] {(int) shape.get(1), (int) shape.get(2), (int) shape.get(3)};
    session = new Session(graph, configuration);
    network.constants().fill(session, graph, network.map());
    Session.Runner resets = session.runner();
    network.resets().forEach(resets::addTarget);
    resets.run().close();
    network.variables().assign(session, start);
  }

  /** What the weights hold beside the variables; only the backbone's own may be among it. */
  private Weights frozen(Weights weights) {
    Map<String, WeightTensor> others = new LinkedHashMap<>(weights.asMap());
    others.keySet().removeAll(network.variables().names());
    Set<String> unknown = new LinkedHashSet<>(others.keySet());
    for (Layer layer : Architecture.layers(spec.backbone(), spec.side())) {
      unknown.removeAll(layer.weights().keySet());
    }
    if (!unknown.isEmpty()) {
      throw new NetworkException(
          ErrorCode.BAD_WEIGHTS,
          "The weights hold %s, which the network does not have."
              .formatted(unknown.iterator().next()),
          "Use weights of the same backbone and head.");
    }
    return new Weights(others);
  }

  @Override
  public NetworkSpec spec() {
    return spec;
  }

  @Override
  public TrainingPlan plan() {
    return plan;
  }

  @Override
  public List<String> trainable() {
    return List.copyOf(network.gradients().keySet());
  }

  @Override
  public int featureSize() {
    return WeightTensor.count(mapShape);
  }

  @Override
  public float[] features(float[] films, int count) {
    try (TFloat32 input = films(films, count)) {
      return fetch(network.film(), input, network.map());
    }
  }

  @Override
  public float[][] logits(float[] films, int count) {
    try (TFloat32 input = films(films, count)) {
      return Floats.rows(fetch(network.film(), input, network.head().logits()), count);
    }
  }

  @Override
  public float[][] logitsOfFeatures(float[] values, int count) {
    try (TFloat32 input = featureMaps(values, count)) {
      return Floats.rows(fetch(network.map(), input, network.head().logits()), count);
    }
  }

  @Override
  public float[][] embeddings(float[] films, int count) {
    try (TFloat32 input = films(films, count)) {
      return Floats.rows(fetch(network.film(), input, network.head().embedding()), count);
    }
  }

  private float[] fetch(Operand<TFloat32> fed, Tensor input, Operand<TFloat32> output) {
    try (Result result = session.runner().feed(fed, input).fetch(output).run()) {
      return Floats.array(result.get(0));
    }
  }

  @Override
  public Update step(
      float[] films,
      int count,
      float[] wanted,
      float[] weights,
      float[] mask,
      double learningRate) {
    try (TFloat32 input = films(films, count);
        TFloat32 rate = TFloat32.scalarOf((float) learningRate)) {
      Session.Runner runner = session.runner().feed(network.film(), input);
      network.updates().forEach(runner::addTarget);
      return update(runner.feed(network.rate(), rate), count, wanted, weights, mask);
    }
  }

  @Override
  public Update stepOnFeatures(
      float[] values,
      int count,
      float[] wanted,
      float[] weights,
      float[] mask,
      double learningRate) {
    try (TFloat32 input = featureMaps(values, count);
        TFloat32 rate = TFloat32.scalarOf((float) learningRate)) {
      Session.Runner runner = session.runner().feed(network.map(), input);
      network.updatesOfHead().forEach(runner::addTarget);
      return update(runner.feed(network.rate(), rate), count, wanted, weights, mask);
    }
  }

  private Update update(
      Session.Runner runner, int count, float[] wanted, float[] weights, float[] mask) {
    Session.Runner both = runner.fetch(network.loss()).fetch(network.trainingLogits());
    List<float[]> values = run(both, count, wanted, weights, mask);
    return new Update(values.get(0)[0], Floats.rows(values.get(1), count));
  }

  private List<float[]> run(
      Session.Runner runner, int count, float[] wanted, float[] weights, float[] mask) {
    try (TFloat32 targets = Floats.tensor(wanted, count, spec.classes());
        TFloat32 sampleWeights = Floats.tensor(weights, count);
        TFloat32 dropoutMask = Floats.tensor(mask, count, spec.head().embeddingSize());
        Result result =
            runner
                .feed(network.targets(), targets)
                .feed(network.sampleWeights(), sampleWeights)
                .feed(network.dropoutMask(), dropoutMask)
                .run()) {
      List<float[]> values = new ArrayList<>();
      for (int i = 0; i < result.size(); i++) {
        values.add(Floats.array(result.get(i)));
      }
      return values;
    }
  }

  /** Gradients of the loss by weight name, before any update; without dropout. */
  Map<String, float[]> gradients(float[] films, int count, float[] wanted, float[] weights) {
    float[] ones = new float[count * spec.head().embeddingSize()];
    Arrays.fill(ones, 1f);
    try (TFloat32 input = films(films, count)) {
      Session.Runner runner = session.runner().feed(network.film(), input);
      network.gradients().values().forEach(runner::fetch);
      List<float[]> values = run(runner, count, wanted, weights, ones);
      Map<String, float[]> named = new LinkedHashMap<>();
      network.gradients().keySet().forEach(name -> named.put(name, values.get(named.size())));
      return named;
    }
  }

  private TFloat32 films(float[] values, int count) {
    return Floats.tensor(values, count, spec.side(), spec.side(), 1);
  }

  private TFloat32 featureMaps(float[] values, int count) {
    return Floats.tensor(values, count, mapShape[0], mapShape[1], mapShape[2]);
  }

  @Override
  public Weights weights() {
    return frozen.with(network.variables().read(session));
  }

  @Override
  public void assign(Weights weights) {
    for (var entry : frozen(weights).asMap().entrySet()) {
      WeightTensor own = frozen.get(entry.getKey());
      if (own == null || !Arrays.equals(own.values(), entry.getValue().values())) {
        throw new IllegalArgumentException(entry.getKey() + " is frozen");
      }
    }
    network.variables().assign(session, weights);
  }

  @Override
  public Weights meanSquares() {
    return network.meanSquares().read(session);
  }

  @Override
  public void assignMeanSquares(Weights meanSquares) {
    network.meanSquares().assign(session, meanSquares);
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
