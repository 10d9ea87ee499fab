package negatoscope.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import negatoscope.network.backbone.Architecture;
import negatoscope.network.graph.ConstantWeights;
import negatoscope.network.graph.CrossEntropy;
import negatoscope.network.graph.Floats;
import negatoscope.network.graph.GraphLayers;
import negatoscope.network.graph.Head;
import negatoscope.network.graph.HeadWeights;
import negatoscope.network.graph.Heads;
import negatoscope.network.graph.RmsProp;
import negatoscope.network.graph.TrainingVariables;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/** The training graph in one session. */
final class SessionTrainingNetwork implements TrainingNetwork {
  private final NetworkSpec spec;
  private final Graph graph = new Graph();
  private final Session session;
  private final TrainingVariables variables;
  private final Operand<TFloat32> film;
  private final Operand<TFloat32> features;
  private final Part whole;
  private final Part headAlone;
  private final Operand<TFloat32> targets;
  private final Operand<TFloat32> sampleWeights;
  private final Operand<TFloat32> dropoutMask;
  private final Operand<TFloat32> rate;
  private final Operand<TFloat32> map;
  private final int[] mapShape;

  /** Outputs of the head on one kind of input. */
  private record Part(
      Operand<TFloat32> input,
      Operand<TFloat32> logits,
      Operand<TFloat32> embedding,
      Operand<TFloat32> loss,
      List<org.tensorflow.op.Op> updates,
      Map<String, Operand<TFloat32>> gradients) {}

  SessionTrainingNetwork(NetworkSpec spec, Weights start, ConfigProto configuration) {
    this.spec = spec;
    Ops tf = Ops.create(graph);
    variables = new TrainingVariables(tf);
    int side = spec.side();
    film = placeholder(tf, "film", -1, side, side, 1);
    targets = placeholder(tf, "targets", -1, spec.classes());
    sampleWeights = placeholder(tf, "sample_weights", -1);
    dropoutMask = placeholder(tf, "dropout_mask", -1, spec.head().embeddingSize());
    rate = placeholder(tf, "rate");

    GraphLayers layers = new GraphLayers(tf, variables);
    map = Architecture.features(spec.backbone(), layers, layers.scaled(film, spec.scaling()));
    var shape = map.asOutput().shape();
    mapShape = new int[] {(int) shape.get(1), (int) shape.get(2), (int) shape.get(3)};
    features = placeholder(tf, "features", -1, mapShape[0], mapShape[1], mapShape[2]);

    RmsProp optimiser = new RmsProp(tf, variables, rate);
    headAlone =
        part(tf, optimiser, features, features, variables.namesOf(HeadWeights.shapes(spec)));
    whole = part(tf, optimiser, film, map, variables.trainable());
    session = new Session(graph, configuration);
    Session.Runner resets = session.runner();
    optimiser.resets().forEach(resets::addTarget);
    resets.run().close();
    variables.assignAll(session, start);
  }

  private Part part(
      Ops tf,
      RmsProp optimiser,
      Operand<TFloat32> input,
      Operand<TFloat32> map,
      List<String> trained) {
    Head head = Heads.on(map, spec, tf, variables, dropoutMask);
    Operand<TFloat32> loss = CrossEntropy.of(tf, head.logits(), targets, sampleWeights);
    Map<String, Operand<TFloat32>> gradients = optimiser.gradients(graph, loss, trained);
    return new Part(
        input, head.logits(), head.embedding(), loss, optimiser.updates(gradients), gradients);
  }

  private static Operand<TFloat32> placeholder(Ops tf, String name, int... shape) {
    return tf.withName(name)
        .placeholder(TFloat32.class, Placeholder.shape(ConstantWeights.shape(shape)));
  }

  @Override
  public NetworkSpec spec() {
    return spec;
  }

  @Override
  public int featureSize() {
    return WeightTensor.count(mapShape);
  }

  @Override
  public float[] features(float[] films, int count) {
    try (TFloat32 input = films(films, count);
        Result result = session.runner().feed(film, input).fetch(map).run()) {
      return Floats.array(result.get(0));
    }
  }

  @Override
  public float[][] logits(float[] films, int count) {
    try (TFloat32 input = films(films, count)) {
      return fetch(whole, input, whole.logits(), count);
    }
  }

  @Override
  public float[][] logitsOfFeatures(float[] values, int count) {
    try (TFloat32 input = featureMaps(values, count)) {
      return fetch(headAlone, input, headAlone.logits(), count);
    }
  }

  @Override
  public float[][] embeddings(float[] films, int count) {
    try (TFloat32 input = films(films, count)) {
      return fetch(whole, input, whole.embedding(), count);
    }
  }

  private float[][] fetch(Part part, Tensor input, Operand<TFloat32> output, int count) {
    float[] ones = new float[count * spec.head().embeddingSize()];
    java.util.Arrays.fill(ones, 1f);
    try (TFloat32 mask = Floats.tensor(ones, count, spec.head().embeddingSize());
        Result result =
            session
                .runner()
                .feed(part.input(), input)
                .feed(dropoutMask, mask)
                .fetch(output)
                .run()) {
      return Floats.rows(Floats.array(result.get(0)), count);
    }
  }

  @Override
  public float step(
      float[] films,
      int count,
      float[] wanted,
      float[] weights,
      float[] mask,
      double learningRate) {
    try (TFloat32 input = films(films, count)) {
      return step(whole, input, count, wanted, weights, mask, learningRate);
    }
  }

  @Override
  public float stepOnFeatures(
      float[] values,
      int count,
      float[] wanted,
      float[] weights,
      float[] mask,
      double learningRate) {
    try (TFloat32 input = featureMaps(values, count)) {
      return step(headAlone, input, count, wanted, weights, mask, learningRate);
    }
  }

  private float step(
      Part part,
      Tensor input,
      int count,
      float[] wanted,
      float[] weights,
      float[] mask,
      double learningRate) {
    try (TFloat32 targetTensor = Floats.tensor(wanted, count, spec.classes());
        TFloat32 weightTensor = Floats.tensor(weights, count);
        TFloat32 maskTensor = Floats.tensor(mask, count, spec.head().embeddingSize());
        TFloat32 rateTensor = TFloat32.scalarOf((float) learningRate)) {
      Session.Runner runner =
          session
              .runner()
              .feed(part.input(), input)
              .feed(targets, targetTensor)
              .feed(sampleWeights, weightTensor)
              .feed(dropoutMask, maskTensor)
              .feed(rate, rateTensor)
              .fetch(part.loss());
      part.updates().forEach(runner::addTarget);
      try (Result result = runner.run()) {
        return Floats.array(result.get(0))[0];
      }
    }
  }

  /** Gradients of the loss by weight name, before any update; without dropout. */
  Map<String, float[]> gradients(float[] films, int count, float[] wanted, float[] weights) {
    float[] ones = new float[count * spec.head().embeddingSize()];
    java.util.Arrays.fill(ones, 1f);
    List<String> names = new ArrayList<>(whole.gradients().keySet());
    try (TFloat32 input = films(films, count);
        TFloat32 targetTensor = Floats.tensor(wanted, count, spec.classes());
        TFloat32 weightTensor = Floats.tensor(weights, count);
        TFloat32 mask = Floats.tensor(ones, count, spec.head().embeddingSize())) {
      Session.Runner runner =
          session
              .runner()
              .feed(film, input)
              .feed(targets, targetTensor)
              .feed(sampleWeights, weightTensor)
              .feed(dropoutMask, mask);
      whole.gradients().values().forEach(runner::fetch);
      try (Result result = runner.run()) {
        Map<String, float[]> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
          values.put(names.get(i), Floats.array(result.get(i)));
        }
        return values;
      }
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
    return variables.read(session);
  }

  @Override
  public void assign(Weights weights) {
    variables.assignAll(session, weights);
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
