package negatoscope.network;

import java.util.List;
import java.util.Optional;

/**
 * What there is of all that computing on an NVIDIA GPU needs: the GPU, its driver, a build with
 * TensorFlow's library for it, and CUDA's libraries.
 *
 * @param gpus models that the driver names, or {@code NVIDIA GPU} for one without a driver
 * @param driver its version; empty for none
 * @param possible whether TensorFlow Java has a library for GPUs on this platform at all
 * @param built whether this build holds that library
 * @param missing names of CUDA's libraries that cannot be loaded; not looked for unless built
 */
public record GpuSupport(
    List<String> gpus,
    Optional<String> driver,
    boolean possible,
    boolean built,
    List<String> missing) {
  /** Where there is no GPU and nothing for one. */
  public static final GpuSupport NONE =
      new GpuSupport(List.of(), Optional.empty(), false, false, List.of());

  /** Copies the lists. */
  public GpuSupport {
    gpus = List.copyOf(gpus);
    missing = List.copyOf(missing);
  }

  /** Why a GPU that is there is not used, in a sentence; to be asked if TensorFlow finds none. */
  public Optional<String> hindrance() {
    if (gpus.isEmpty()) {
      return Optional.empty();
    }
    String there = "This machine has a GPU (" + String.join(", ", gpus) + "), but ";
    return Optional.of(there + lack() + ".");
  }

  private String lack() {
    if (!possible) {
      return "TensorFlow Java has a library for GPUs only on Linux with x86-64";
    }
    if (!built) {
      return "this build holds TensorFlow for the CPU alone: build with -Pgpu to use it";
    }
    if (driver.isEmpty()) {
      return "NVIDIA's driver is not loaded";
    }
    if (!missing.isEmpty()) {
      return "libraries of CUDA 12 and cuDNN 8 are missing: " + String.join(", ", missing);
    }
    return "TensorFlow refuses it: the driver may be too old for CUDA 12";
  }
}
