package negatoscope.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an engine computes on where the choice is the program's own.
 *
 * @param version of TensorFlow
 * @param devices the CPU first
 * @param threads how many compute at once on the CPU
 * @param gpu what there is of what a GPU needs
 */
public record Computing(String version, List<ComputeDevice> devices, int threads, GpuSupport gpu) {
  private static final long MEGABYTE = 1 << 20;

  /** Copies the list. */
  public Computing {
    devices = List.copyOf(devices);
  }

  /** Asks an engine. */
  public static Computing of(Engine engine) {
    return new Computing(engine.version(), engine.devices(), engine.threads(), engine.gpu());
  }

  private List<ComputeDevice> gpus() {
    return devices.stream().filter(ComputeDevice::isGpu).toList();
  }

  /** The same where only the CPU is used. */
  public Computing onCpu() {
    return new Computing(
        version, devices.stream().filter(device -> !device.isGpu()).toList(), threads, gpu);
  }

  /** Why a GPU that is there is not used; empty where one is used, or there is none. */
  public Optional<String> hindrance() {
    return gpus().isEmpty() ? gpu.hindrance() : Optional.empty();
  }

  /** In a line: {@code CPU · TensorFlow 2.16.2 · 2 threads}. */
  public String line() {
    List<ComputeDevice> found = gpus();
    return found.isEmpty()
        ? "CPU · TensorFlow %s · %d %s"
            .formatted(version, threads, threads == 1 ? "thread" : "threads")
        : "%s · TensorFlow %s".formatted(found.get(0).name(), version);
  }

  /** All of it in words, with what is missing. */
  public String description() {
    List<String> parts = new ArrayList<>();
    List<ComputeDevice> found = gpus();
    parts.add(
        found.isEmpty()
            ? "CPU, %d threads".formatted(threads)
            : found.stream()
                .map(one -> "%s, %d MB".formatted(one.name(), one.memory() / MEGABYTE))
                .collect(Collectors.joining("; ")));
    parts.add(
        gpu.built() ? "this build holds TensorFlow for NVIDIA GPUs" : "this build holds no CUDA");
    parts.add(gpu.driver().map(driver -> "NVIDIA driver " + driver).orElse("no NVIDIA driver"));
    if (gpu.built()) {
      parts.add(
          gpu.missing().isEmpty()
              ? "CUDA and cuDNN found"
              : "not found: " + String.join(", ", gpu.missing()));
    }
    hindrance().ifPresent(parts::add);
    return String.join("; ", parts);
  }
}
