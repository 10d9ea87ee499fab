package negatoscope.network;

import java.nio.file.Path;
import java.util.List;

/**
 * TensorFlow, loaded and ready. {@code TensorFlowEngine.start(Path natives)} makes it; nothing else
 * loads the native library.
 *
 * <p>Failures: {@code NO_ENGINE} (platform not supported, library damaged), {@code NO_DEVICE},
 * {@code BAD_MODEL}.
 */
public interface Engine {
  /** TensorFlow's version, such as {@code 2.16.2}. */
  String version();

  /** What it can compute on; the CPU first. */
  default List<ComputeDevice> devices() {
    return List.of(ComputeDevice.cpu(0));
  }

  /** Whether there is a GPU that it can compute on. */
  default boolean hasGpu() {
    return devices().stream().anyMatch(ComputeDevice::isGpu);
  }

  /** What there is of what a GPU needs, and what is missing. */
  default GpuSupport gpu() {
    return GpuSupport.NONE;
  }

  /** How many threads compute at once on the CPU. */
  default int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Bytes of memory that the whole process takes, what TensorFlow holds included. */
  default long memory() {
    Runtime java = Runtime.getRuntime();
    return java.totalMemory() - java.freeMemory();
  }

  /**
   * The same engine, for which {@link Device#AUTO} is a certain device; networks are trained there
   * too.
   *
   * @throws NetworkException {@code NO_DEVICE}
   */
  default Engine on(Device device) {
    return this;
  }

  /** Opens a model folder that holds {@code saved_model.pb}. */
  ServingModel open(Path modelFolder, Device device);

  /**
   * Opens a model of which some weights are shuffled, each kernel within itself: a network that has
   * learnt nothing there, whose weights still have their sizes. The folder stays as it is.
   *
   * @param seed of the shuffling; the same seed gives the same network
   */
  ServingModel openRandomised(Path modelFolder, Randomised what, long seed, Device device);

  /**
   * Builds a network for training.
   *
   * @param plan what of it learns
   * @param start weights by canonical name; the head's may be missing and are then drawn (Glorot
   *     uniform, orthogonal for recurrent kernels, zeros, ones for the forget gate), each variable
   *     with its own seed derived from the run's
   * @throws NetworkException {@code TOO_LARGE} where no model's file would hold the network
   */
  TrainingNetwork train(NetworkSpec spec, TrainingPlan plan, Weights start, long seed);

  /** The same, and everything learns. */
  default TrainingNetwork train(NetworkSpec spec, Weights start, long seed) {
    return train(spec, TrainingPlan.wholeNetwork(), start, seed);
  }

  /**
   * Writes {@code saved_model.pb} with the signatures {@code serving_default} and {@code explain},
   * weights folded in as constants.
   *
   * @param temperature by which logits are divided before the softmax; 1 for none
   * @param folder an existing folder
   * @throws NetworkException {@code TOO_LARGE} where the file would not hold the network
   */
  void export(NetworkSpec spec, Weights weights, double temperature, Path folder);
}
