package negatoscope.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import negatoscope.classification.Classifier;
import negatoscope.classification.EngineClassifier;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.Model;
import negatoscope.network.Device;
import negatoscope.network.TensorFlowEngine;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import org.apache.spark.SparkFiles;
import org.jspecify.annotations.Nullable;

/**
 * The model that is open in this executor, for all of its tasks. It is static because Spark keeps
 * nothing else of a process from task to task; it ends with the process.
 */
final class ExecutorModel {
  /** The bundled model's own name is taken in every library. */
  private static final String NAME = "asked";

  private static @Nullable Classifier open;

  private ExecutorModel() {}

  /**
   * The model, opened now if it was not before.
   *
   * @param file name of the model's ZIP among the job's files
   * @param batch films that go through the network at once
   * @throws negatoscope.task.Failure what opening it failed with
   */
  static synchronized Classifier classifier(String file, int batch) {
    Classifier now = open;
    if (now == null) {
      Model model =
          new Library(new Home(folder()))
              .importModel(
                  Path.of(SparkFiles.get(file)),
                  Optional.of(NAME),
                  Progress.NONE,
                  new Cancellation());
      TensorFlowEngine engine = TensorFlowEngine.start(Home.ofSystem().natives());
      now = EngineClassifier.open(model, engine, Device.AUTO);
      now.settle(batch);
      open = now;
    }
    return now;
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(Path.of(SparkFiles.getRootDirectory()), "model");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
