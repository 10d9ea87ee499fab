package negatoscope.network.savedmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import negatoscope.network.Randomised;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.SignatureDef;

/**
 * An open SavedModel: one graph in one session.
 *
 * @param session to run it in
 * @param explain its signature {@code explain}, where it has one
 * @param closing frees the session and the graph
 */
public record StoredModel(Session session, Optional<SignatureDef> explain, Runnable closing) {
  /** The file that makes a folder a model. */
  public static final String FILE = "saved_model.pb";

  private static final String EXPLAIN = "explain";

  /** Bytes of a constant below which it is not worth a variable. */
  private static final int SMALL = 1 << 12;

  /**
   * Opens the model in a folder. Constants become variables, so that all of them are in memory
   * once, however many ways the graph is run in; a model that has variables is loaded as TensorFlow
   * does it.
   *
   * @throws IOException if the file cannot be read
   * @throws TensorFlowException if the graph is none that TensorFlow can run
   */
  public static StoredModel open(Path folder, ConfigProto configuration) throws IOException {
    if (Files.exists(folder.resolve("variables").resolve("variables.index"))) {
      SavedModelBundle bundle =
          SavedModelBundle.loader(folder.toString())
              .withTags(SavedModelBundle.DEFAULT_TAG)
              .withConfigProto(configuration)
              .load();
      return new StoredModel(
          bundle.session(),
          Optional.ofNullable(bundle.metaGraphDef().getSignatureDefMap().get(EXPLAIN)),
          bundle::close);
    }
    return open(SavedModelFile.read(folder.resolve(FILE), SMALL), configuration, Optional.empty());
  }

  /**
   * Opens the model with some kernels shuffled.
   *
   * @throws IOException if the file cannot be read
   * @throws TensorFlowException if the graph is none that TensorFlow can run
   * @throws negatoscope.network.NetworkException {@code BAD_MODEL} where the graph holds no kernels
   *     as constants
   */
  public static StoredModel openRandomised(
      Path folder, Randomised what, long seed, ConfigProto configuration) throws IOException {
    SavedModelFile file = SavedModelFile.read(folder.resolve(FILE), 2 * Float.BYTES);
    ShuffledKernels shuffled = ShuffledKernels.of(file.model().getGraphDef(), what, seed);
    return open(file, configuration, Optional.of(shuffled));
  }

  private static StoredModel open(
      SavedModelFile file, ConfigProto configuration, Optional<ConstantChange> change)
      throws IOException {
    Graph graph = new Graph();
    try {
      FilledVariables variables = FilledVariables.of(file);
      graph.importGraphDef(variables.graph());
      Session session = new Session(graph, configuration);
      try {
        variables.fill(session, change);
      } catch (IOException | RuntimeException e) {
        session.close();
        throw e;
      }
      return new StoredModel(
          session,
          Optional.ofNullable(file.model().getSignatureDefMap().get(EXPLAIN)),
          () -> {
            session.close();
            graph.close();
          });
    } catch (IOException | RuntimeException e) {
      graph.close();
      throw e;
    }
  }
}
