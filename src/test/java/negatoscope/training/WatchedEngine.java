package negatoscope.training;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.network.NetworkSpec;
import negatoscope.network.Randomised;
import negatoscope.network.ServingModel;
import negatoscope.network.TrainingNetwork;
import negatoscope.network.TrainingPlan;
import negatoscope.network.Weights;

/** An engine whose networks are watched: which films are put into which of their methods. */
public final class WatchedEngine implements Engine {
  private final Engine engine;

  /** Films by the name of the method that they went into, in order. */
  public final Map<String, List<float[]>> seen = new TreeMap<>();

  /** Watches another engine. */
  public WatchedEngine(Engine engine) {
    this.engine = engine;
  }

  @Override
  public String version() {
    return engine.version();
  }

  @Override
  public ServingModel open(Path modelFolder, Device device) {
    return watched(ServingModel.class, engine.open(modelFolder, device));
  }

  @Override
  public ServingModel openRandomised(Path modelFolder, Randomised what, long seed, Device device) {
    return engine.openRandomised(modelFolder, what, seed, device);
  }

  @Override
  public TrainingNetwork train(NetworkSpec spec, TrainingPlan plan, Weights start, long seed) {
    return watched(TrainingNetwork.class, engine.train(spec, plan, start, seed));
  }

  @Override
  public void export(NetworkSpec spec, Weights weights, double temperature, Path folder) {
    engine.export(spec, weights, temperature, folder);
  }

  private <T> T watched(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (arguments != null
                  && arguments.length > 1
                  && arguments[0] instanceof float[] films
                  && arguments[1] instanceof Integer count) {
                List<float[]> all =
                    seen.computeIfAbsent(method.getName(), name -> new ArrayList<>());
                int size = films.length / count;
                for (int i = 0; i < count; i++) {
                  all.add(Arrays.copyOfRange(films, i * size, (i + 1) * size));
                }
              }
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
