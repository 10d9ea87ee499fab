package negatoscope.training;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import negatoscope.library.Model;
import negatoscope.network.CamMethod;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.network.NetworkAnswer;
import negatoscope.network.NetworkSpec;
import negatoscope.network.Randomised;
import negatoscope.network.ServingModel;
import negatoscope.network.TrainingNetwork;
import negatoscope.network.TrainingPlan;
import negatoscope.network.Update;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import negatoscope.network.weights.WeightsFile;

/**
 * An engine without TensorFlow: its network is a softmax regression on the film averaged to 4 × 4
 * cells, trained with momentum, which is told as mean squares. What it exports are its weights.
 */
public final class FakeEngine implements Engine {
  private static final int GRID = 4;
  private static final int FEATURES = GRID * GRID;
  private static final float KEPT_SPEED = 0.3f;

  /** From this update on the loss is no number; counted over all networks. */
  int brokenFrom = Integer.MAX_VALUE;

  /** At this update the engine breaks down; counted over all networks. */
  public int crashAt = Integer.MAX_VALUE;

  /** How many updates there were, over all networks. */
  public int updates;

  int networks;

  @Override
  public String version() {
    return "fake";
  }

  @Override
  public ServingModel openRandomised(Path modelFolder, Randomised what, long seed, Device device) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServingModel open(Path folder, Device device) {
    Weights weights = WeightsFile.read(folder.resolve(Model.GRAPH));
    int side = (int) values(weights, "side")[0];
    int classes = values(weights, "dense/bias").length;
    float temperature = values(weights, "temperature")[0];
    return new ServingModel() {
      @Override
      public int side() {
        return side;
      }

      @Override
      public int classes() {
        return classes;
      }

      @Override
      public NetworkAnswer run(float[] films, int count, Set<CamMethod> methods) {
        float[] maps = cells(films, count, side);
        float[][] logits = logits(weights, maps, count);
        float[][] probabilities = new float[count][];
        float[][] embeddings = new float[count][FEATURES];
        for (int i = 0; i < count; i++) {
          probabilities[i] = softmax(logits[i], temperature);
          System.arraycopy(maps, i * FEATURES, embeddings[i], 0, FEATURES);
        }
        return new NetworkAnswer(
            logits, probabilities, embeddings, evenMaps(methods, count, classes), 1, 1);
      }

      @Override
      public void close() {}
    };
  }

  /** One cell a film and class, warm. */
  private static Map<CamMethod, float[][][]> evenMaps(
      Set<CamMethod> methods, int count, int classes) {
    Map<CamMethod, float[][][]> maps = new LinkedHashMap<>();
    for (CamMethod method : methods) {
      float[][][] films = new float[count][classes][1];
      for (float[][] film : films) {
        for (float[] cells : film) {
          cells[0] = 1;
        }
      }
      maps.put(method, films);
    }
    return maps;
  }

  @Override
  public TrainingNetwork train(NetworkSpec spec, TrainingPlan plan, Weights start, long seed) {
    networks++;
    return new Regression(spec, plan, start);
  }

  @Override
  public void export(NetworkSpec spec, Weights weights, double temperature, Path folder) {
    Map<String, WeightTensor> all = new LinkedHashMap<>(weights.asMap());
    all.put("temperature", scalar((float) temperature));
    all.put("side", scalar(spec.side()));
    WeightsFile.write(new Weights(all), folder.resolve(Model.GRAPH));
  }

  private static WeightTensor scalar(float value) {
    return new WeightTensor(new int[] {1}, new float[] {value});
  }

  private static float[] values(Weights weights, String name) {
    return Objects.requireNonNull(weights.get(name), name).values();
  }

  private static float[] cells(float[] films, int count, int side) {
    float[] cells = new float[count * FEATURES];
    int cell = side / GRID;
    for (int i = 0; i < films.length; i++) {
      int film = i / (side * side);
      int row = i / side % side / cell;
      int column = i % side / cell;
      cells[film * FEATURES + row * GRID + column] += films[i] / 255 / (cell * cell);
    }
    return cells;
  }

  private static float[][] logits(Weights weights, float[] maps, int count) {
    float[] bias = values(weights, "dense/bias");
    float[] kernel = values(weights, "dense/kernel");
    float[][] logits = new float[count][bias.length];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < bias.length; k++) {
        logits[i][k] = bias[k];
        for (int j = 0; j < FEATURES; j++) {
          logits[i][k] += maps[i * FEATURES + j] * kernel[j * bias.length + k];
        }
      }
    }
    return logits;
  }

  private static float[] softmax(float[] logits, float temperature) {
    float[] p = new float[logits.length];
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      p[k] = (float) Math.exp(logits[k] / temperature);
      sum += p[k];
    }
    for (int k = 0; k < p.length; k++) {
      p[k] = (float) (p[k] / sum);
    }
    return p;
  }

  private final class Regression implements TrainingNetwork {
    private final NetworkSpec spec;
    private final TrainingPlan plan;
    private Weights weights;
    private Weights speed;

    Regression(NetworkSpec spec, TrainingPlan plan, Weights start) {
      this.spec = spec;
      this.plan = plan;
      Map<String, WeightTensor> drawn = new LinkedHashMap<>();
      int classes = spec.classes();
      drawn.put(
          "dense/kernel",
          new WeightTensor(new int[] {FEATURES, classes}, new float[FEATURES * classes]));
      drawn.put("dense/bias", new WeightTensor(new int[] {classes}, new float[classes]));
      // By its LSTM a head is known in a file of weights.
      drawn.put("lstm/bias", scalar(1));
      weights = new Weights(drawn).with(start);
      drawn.remove("lstm/bias");
      speed = new Weights(drawn);
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
      return List.of("dense/kernel", "dense/bias");
    }

    @Override
    public int featureSize() {
      return FEATURES;
    }

    @Override
    public float[] features(float[] films, int count) {
      return cells(films, count, spec.side());
    }

    @Override
    public float[][] logits(float[] films, int count) {
      return logitsOfFeatures(features(films, count), count);
    }

    @Override
    public float[][] logitsOfFeatures(float[] features, int count) {
      return FakeEngine.logits(weights, features, count);
    }

    @Override
    public float[][] embeddings(float[] films, int count) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Update step(
        float[] films, int count, float[] targets, float[] sample, float[] mask, double rate) {
      return stepOnFeatures(features(films, count), count, targets, sample, mask, rate);
    }

    @Override
    public Update stepOnFeatures(
        float[] maps, int count, float[] targets, float[] sample, float[] mask, double rate) {
      if (updates == crashAt) {
        throw new IllegalStateException("crashed");
      }
      if (updates++ >= brokenFrom) {
        return new Update(Float.NaN, logitsOfFeatures(maps, count));
      }
      int classes = spec.classes();
      float[] kernel = slowed("dense/kernel");
      float[] bias = slowed("dense/bias");
      float[][] logits = logitsOfFeatures(maps, count);
      double loss = 0;
      for (int i = 0; i < count; i++) {
        float[] p = softmax(logits[i], 1);
        for (int k = 0; k < classes; k++) {
          loss -= sample[i] * targets[i * classes + k] * Math.log(p[k]) / count;
          double slope = rate * sample[i] * (p[k] - targets[i * classes + k]) / count;
          bias[k] += (float) slope;
          for (int j = 0; j < FEATURES; j++) {
            kernel[j * classes + k] += (float) (slope * maps[i * FEATURES + j]);
          }
        }
      }
      speed =
          new Weights(
              Map.of(
                  "dense/kernel", new WeightTensor(new int[] {FEATURES, classes}, kernel),
                  "dense/bias", new WeightTensor(new int[] {classes}, bias)));
      kernel = moved("dense/kernel");
      bias = moved("dense/bias");
      Map<String, WeightTensor> moved = new LinkedHashMap<>();
      moved.put("dense/kernel", new WeightTensor(new int[] {FEATURES, classes}, kernel));
      moved.put("dense/bias", new WeightTensor(new int[] {classes}, bias));
      weights = weights.with(new Weights(moved));
      return new Update((float) loss, logits);
    }

    private float[] slowed(String name) {
      float[] values = values(speed, name).clone();
      for (int i = 0; i < values.length; i++) {
        values[i] *= KEPT_SPEED;
      }
      return values;
    }

    private float[] moved(String name) {
      float[] values = values(weights, name).clone();
      for (int i = 0; i < values.length; i++) {
        values[i] -= values(speed, name)[i];
      }
      return values;
    }

    @Override
    public Weights weights() {
      return weights;
    }

    @Override
    public void assign(Weights other) {
      weights = other;
    }

    @Override
    public Weights meanSquares() {
      return speed;
    }

    @Override
    public void assignMeanSquares(Weights meanSquares) {
      speed = meanSquares;
    }

    @Override
    public void close() {}
  }
}
