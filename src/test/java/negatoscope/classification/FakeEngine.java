package negatoscope.classification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import negatoscope.network.CamMethod;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.network.NetworkAnswer;
import negatoscope.network.NetworkSpec;
import negatoscope.network.Randomised;
import negatoscope.network.ServingModel;
import negatoscope.network.TrainingNetwork;
import negatoscope.network.TrainingPlan;
import negatoscope.network.Weights;
import org.jspecify.annotations.Nullable;

/**
 * An engine without a network: the first class's logit is the film's mean grey value over 255, the
 * second's its negative, the third's 0. Each batch waits for a permit.
 */
public final class FakeEngine implements Engine {
  final Semaphore permits = new Semaphore(0);
  final Semaphore started = new Semaphore(0);
  final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
  final List<Set<CamMethod>> methodsOfBatches = Collections.synchronizedList(new ArrayList<>());
  final Set<Thread> threads = Collections.synchronizedSet(new HashSet<>());
  volatile @Nullable RuntimeException failure;
  final AtomicInteger sessions = new AtomicInteger();
  volatile boolean closed;
  volatile boolean notFinite;
  volatile float embedding;
  private final int side;
  private final int classes;

  FakeEngine(int side, int classes) {
    this.side = side;
    this.classes = classes;
  }

  /** An engine whose batches run at once. */
  static FakeEngine free(int side, int classes) {
    FakeEngine engine = new FakeEngine(side, classes);
    engine.permits.release(1_000_000);
    return engine;
  }

  @Override
  public String version() {
    return "fake";
  }

  @Override
  public ServingModel open(Path modelFolder, Device device) {
    sessions.incrementAndGet();
    return new Served();
  }

  @Override
  public ServingModel openRandomised(Path modelFolder, Randomised what, long seed, Device device) {
    return open(modelFolder, device);
  }

  @Override
  public TrainingNetwork train(NetworkSpec spec, TrainingPlan plan, Weights start, long seed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void export(NetworkSpec spec, Weights weights, double temperature, Path folder) {
    throw new UnsupportedOperationException();
  }

  private final class Served implements ServingModel {
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
      started.release();
      permits.acquireUninterruptibly();
      threads.add(Thread.currentThread());
      batches.add(count);
      methodsOfBatches.add(methods);
      RuntimeException broken = failure;
      if (broken != null) {
        throw broken;
      }
      float[][] logits = new float[count][classes];
      float[][] probabilities = new float[count][classes];
      float[][] embeddings = new float[count][2];
      for (int n = 0; n < count; n++) {
        double mean = 0;
        for (int i = 0; i < side * side; i++) {
          mean += films[n * side * side + i] / (255.0 * side * side);
        }
        logits[n][0] = notFinite ? Float.NaN : (float) mean;
        logits[n][1] = (float) -mean;
        probabilities[n] = softmax(logits[n]);
        embeddings[n][0] = embedding;
      }
      Map<CamMethod, float[][][]> cams = new EnumMap<>(CamMethod.class);
      for (CamMethod method : methods) {
        float[][][] maps = new float[count][classes][4];
        for (float[][] film : maps) {
          film[0][3] = method == CamMethod.GRADCAM ? 2 : 0;
        }
        cams.put(method, maps);
      }
      return new NetworkAnswer(logits, probabilities, embeddings, cams, 2, 2);
    }

    private float[] softmax(float[] logits) {
      double sum = 0;
      for (float logit : logits) {
        sum += Math.exp(logit);
      }
      float[] result = new float[logits.length];
      for (int k = 0; k < logits.length; k++) {
        result[k] = (float) (Math.exp(logits[k]) / sum);
      }
      return result;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
