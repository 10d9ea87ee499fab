package negatoscope.network;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for a GPU and what it needs in the files of the system; starts no program. */
final class GpuLook {
  /**
   * What TensorFlow 2.16 loads before it registers a GPU (its {@code dso_loader.cc}); CUDA 12 and
   * cuDNN 8 by their names in the loader.
   */
  static final List<String> LIBRARIES =
      List.of(
          "libcudart.so.12",
          "libcublas.so.12",
          "libcublasLt.so.12",
          "libcufft.so.11",
          "libcusolver.so.11",
          "libcusparse.so.12",
          "libcudnn.so.8");

  private static final String DRIVER = "proc/driver/nvidia";
  private static final String NVIDIA = "0x10de";
  private static final String DISPLAY_CLASS = "0x03";
  private static final String UNNAMED = "NVIDIA GPU";
  private static final Pattern MODEL = Pattern.compile("(?m)^Model:\\s*(\\S.*?)\\s*$");
  private static final Pattern VERSION =
      Pattern.compile("Kernel Module.*?\\s(\\d+(?:\\.\\d+)+)\\s");

  private final Path root;
  private final Predicate<String> loads;

  /**
   * A look.
   *
   * @param root of the file system
   * @param loads whether a shared library can be loaded by its name
   */
  GpuLook(Path root, Predicate<String> loads) {
    this.root = root;
    this.loads = loads;
  }

  /**
   * What there is.
   *
   * @param possible whether TensorFlow Java has a library for GPUs on this platform
   * @param built whether this build holds it
   */
  GpuSupport look(boolean possible, boolean built) {
    Optional<String> driver = driver();
    List<String> gpus = driver.isPresent() ? models() : List.of();
    return new GpuSupport(
        gpus.isEmpty() && (driver.isPresent() || onBus() || windowsDriver())
            ? List.of(UNNAMED)
            : gpus,
        driver,
        possible,
        built,
        built ? LIBRARIES.stream().filter(loads.negate()).toList() : List.of());
  }

  private Optional<String> driver() {
    return text(root.resolve(DRIVER).resolve("version"))
        .map(VERSION::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }

  private List<String> models() {
    List<String> models = new ArrayList<>();
    for (Path gpu : entries(root.resolve(DRIVER).resolve("gpus"))) {
      text(gpu.resolve("information"))
          .map(MODEL::matcher)
          .filter(Matcher::find)
          .ifPresent(found -> models.add(found.group(1)));
    }
    return models;
  }

  /** Whether a display controller of NVIDIA's is on the PCI bus, with or without a driver. */
  private boolean onBus() {
    return entries(root.resolve("sys/bus/pci/devices")).stream()
        .anyMatch(
            device ->
                text(device.resolve("vendor")).orElse("").strip().equals(NVIDIA)
                    && text(device.resolve("class")).orElse("").startsWith(DISPLAY_CLASS));
  }

  private boolean windowsDriver() {
    return Files.isRegularFile(root.resolve("Windows/System32/nvidia-smi.exe"));
  }

  private static List<Path> entries(Path folder) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(found::add);
    } catch (IOException e) {
      return List.of();
    }
    found.sort(null);
    return found;
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
