package negatoscope.network;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import negatoscope.network.graph.Floats;
import negatoscope.network.graph.ServingGraph;
import negatoscope.network.savedmodel.StoredModel;
import negatoscope.task.ErrorCode;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.types.TFloat32;

/** A served graph in one session; the caller's methods decide which outputs are fetched. */
final class SessionServingModel implements ServingModel {
  private final Session session;
  private final Runnable closing;
  private final SignatureDef explain;
  private final int side;
  private final int classes;
  private final int rows;
  private final int columns;

  /**
   * A model that closes with this; at once where its signature is missing.
   *
   * @throws NetworkException {@code BAD_MODEL}
   */
  SessionServingModel(StoredModel model) {
    session = model.session();
    closing = model.closing();
    SignatureDef signature = model.explain().orElse(null);
    if (signature == null || signature.getInputsMap().get(ServingGraph.INPUT) == null) {
      closing.run();
      throw new NetworkException(
          ErrorCode.BAD_MODEL,
          "The model has no signature \"explain\" with an input \"film\".",
          "Choose a model that this program exported.");
    }
    explain = signature;
    side = size(signature.getInputsOrThrow(ServingGraph.INPUT), 1);
    TensorInfo cam = signature.getOutputsOrThrow("gradcam");
    classes = size(cam, 1);
    rows = size(cam, 2);
    columns = size(cam, 3);
  }

  private static int size(TensorInfo info, int dimension) {
    return (int) info.getTensorShape().getDim(dimension).getSize();
  }

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
    Session.Runner runner = session.runner();
    try (TFloat32 input = Floats.tensor(films, count, side, side, 1)) {
      runner.feed(explain.getInputsOrThrow(ServingGraph.INPUT).getName(), input);
      for (String name : ServingGraph.ANSWERS) {
        runner.fetch(explain.getOutputsOrThrow(name).getName());
      }
      for (CamMethod method : CamMethod.values()) {
        if (methods.contains(method)) {
          runner.fetch(explain.getOutputsOrThrow(method.name().toLowerCase(Locale.ROOT)).getName());
        }
      }
      try (Result result = runner.run()) {
        Map<CamMethod, float[][][]> cams = new EnumMap<>(CamMethod.class);
        int next = ServingGraph.ANSWERS.size();
        for (CamMethod method : CamMethod.values()) {
          if (methods.contains(method)) {
            float[][] ofFilms = Floats.rows(Floats.array(result.get(next++)), count);
            float[][][] maps = new float[count][][];
            for (int film = 0; film < count; film++) {
              maps[film] = Floats.rows(Objects.requireNonNull(ofFilms[film]), classes);
            }
            cams.put(method, maps);
          }
        }
        return new NetworkAnswer(
            Floats.rows(Floats.array(result.get(0)), count),
            Floats.rows(Floats.array(result.get(1)), count),
            Floats.rows(Floats.array(result.get(2)), count),
            cams,
            rows,
            columns);
      }
    }
  }

  @Override
  public void close() {
    closing.run();
  }
}
