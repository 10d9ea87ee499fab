package negatoscope.command.surroundings;

import java.util.Optional;
import negatoscope.classification.Classifier;
import negatoscope.dicom.Toolkits;
import negatoscope.intake.Intake;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.WeightStore;
import negatoscope.network.Computing;
import negatoscope.network.Device;
import negatoscope.network.Engine;

/** What is heavy to make, each made when it is first asked for. */
public interface Workbench extends AutoCloseable {
  /** Where the program keeps its files. */
  Home home();

  /** Opens films. */
  Intake intake();

  /** The models at hand. */
  Library library();

  /** The weights that a training can start from. */
  default WeightStore weights() {
    return new WeightStore(home());
  }

  /** What reads DICOM; the preferred one is used by {@link #intake} too. */
  Toolkits dicom();

  /** TensorFlow. */
  Engine engine();

  /** What the engine computes on. */
  Computing computing();

  /**
   * TensorFlow's version and library, whose files are hashed again.
   *
   * @throws negatoscope.task.Failure {@code NO_ENGINE} also where a file is not as it was unpacked
   */
  String engineHealth();

  /**
   * Opens a model for classifying; the workbench closes it unless its caller did.
   *
   * @param model name or folder; empty for the default one
   */
  Classifier classifier(Optional<String> model, Device device);

  @Override
  void close();
}
