package negatoscope.classification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
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

/** An engine that holds its first batch back until all films are asked, and notes the batches. */
final class HeldEngine implements Engine {
  final CountDownLatch allAsked = new CountDownLatch(1);
  final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
  private final Engine engine;

  HeldEngine(Engine engine) {
    this.engine = engine;
  }

  @Override
  public String version() {
    return engine.version();
  }

  @Override
  public ServingModel open(Path modelFolder, Device device) {
    ServingModel model = engine.open(modelFolder, device);
    return new ServingModel() {
      @Override
      public int side() {
        return model.side();
      }

      @Override
      public int classes() {
        return model.classes();
      }

      @Override
      public NetworkAnswer run(float[] films, int count, Set<CamMethod> methods) {
        try {
          allAsked.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        batches.add(count);
        return model.run(films, count, methods);
      }

      @Override
      public void close() {
        model.close();
      }
    };
  }

  @Override
  public ServingModel openRandomised(Path modelFolder, Randomised what, long seed, Device device) {
    return engine.openRandomised(modelFolder, what, seed, device);
  }

  @Override
  public TrainingNetwork train(NetworkSpec spec, TrainingPlan plan, Weights start, long seed) {
    return engine.train(spec, plan, start, seed);
  }

  @Override
  public void export(NetworkSpec spec, Weights weights, double temperature, Path folder) {
    engine.export(spec, weights, temperature, folder);
  }
}
