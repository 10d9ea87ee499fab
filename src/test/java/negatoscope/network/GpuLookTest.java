package negatoscope.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a GPU, on file systems drawn for it. */
class GpuLookTest {
  private static final String VERSION =
      "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.129.03  Thu Oct 19 18:56:32 UTC 2023\n";
  private static final String OPEN_VERSION =
      "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  550.54.14  Release Build\n";

  @TempDir Path root;

  @Test
  void whereNothingOfNvidiaIsNothingIsSaid() throws IOException {
    file("sys/bus/pci/devices/0000:00:02.0/vendor", "0x8086\n");
    file("sys/bus/pci/devices/0000:00:02.0/class", "0x030000\n");
    file("sys/bus/pci/devices/0000:00:03.0/vendor", "0x10de\n");
    file("sys/bus/pci/devices/0000:00:03.0/class", "0x040300\n");
    GpuSupport none = look(true);
    assertThat(none.gpus()).isEmpty();
    assertThat(none.driver()).isEmpty();
    assertThat(none.hindrance()).isEmpty();
  }

  @Test
  void aBuildForTheCpuIsNamedAsWhatStandsInTheWay() throws IOException {
    driver(VERSION);
    GpuSupport support = look(false);
    assertThat(support.driver()).contains("535.129.03");
    assertThat(support.missing()).isEmpty();
    assertThat(support.hindrance().orElseThrow()).contains("NVIDIA H200", "-Pgpu");
  }

  @Test
  void missingLibrariesAreNamed() throws IOException {
    driver(OPEN_VERSION);
    GpuSupport support =
        new GpuLook(root, library -> !library.startsWith("libcudnn")).look(true, true);
    assertThat(support.driver()).contains("550.54.14");
    assertThat(support.hindrance().orElseThrow()).endsWith("are missing: libcudnn.so.8.");
    assertThat(look(true).hindrance().orElseThrow()).contains("too old");
  }

  @Test
  void aGpuWithoutItsDriverIsSeenOnTheBus() throws IOException {
    file("sys/bus/pci/devices/0000:00:03.0/vendor", "0x10de\n");
    file("sys/bus/pci/devices/0000:00:03.0/class", "0x030200\n");
    assertThat(look(true).hindrance().orElseThrow()).contains("driver is not loaded");
  }

  @Test
  void whereNoBuildCanUseItThatIsSaid() throws IOException {
    file("Windows/System32/nvidia-smi.exe", "");
    GpuSupport support = new GpuLook(root, library -> true).look(false, false);
    assertThat(support.hindrance().orElseThrow()).contains("only on Linux");
  }

  @Test
  void likeGpusBearTheDriversNameAndOthersTensorFlows() {
    ComputeDevice cpu = ComputeDevice.cpu(0);
    ComputeDevice gpu = new ComputeDevice("GPU", "GPU", 7);
    List<ComputeDevice> both = List.of(cpu, gpu);
    assertThat(Devices.named(both, List.of("A", "A")))
        .containsExactly(cpu, new ComputeDevice("GPU", "A", 7));
    assertThat(Devices.named(both, List.of("A", "B"))).isEqualTo(both);
    assertThat(Devices.named(both, List.of())).isEqualTo(both);
  }

  @Test
  void theLineSaysWhatIsUsed() {
    ComputeDevice gpu = new ComputeDevice("GPU", "NVIDIA H200", 150_000L << 20);
    ComputeDevice cpu = ComputeDevice.cpu(0);
    assertThat(new Computing("2.16.2", List.of(cpu), 2, GpuSupport.NONE).line())
        .isEqualTo("CPU · TensorFlow 2.16.2 · 2 threads");
    Computing onGpu = new Computing("2.16.1", List.of(cpu, gpu), 2, GpuSupport.NONE);
    assertThat(onGpu.line()).isEqualTo("NVIDIA H200 · TensorFlow 2.16.1");
    assertThat(onGpu.description()).startsWith("NVIDIA H200, 150000 MB");
  }

  @Test
  void theEngineSaysWhatItComputesOn() {
    TensorFlowEngine engine = Engines.start();
    assertThat(engine.devices().get(0).type()).isEqualTo("CPU");
    assertThat(engine.threads()).isPositive();
    assertThat(engine.on(Device.CPU).version()).isEqualTo(engine.version());
    assertThat(TensorFlowEngine.loads("libof-this-test.so.1")).isFalse();
    if (Natives.gpuPossible()) {
      assertThat(TensorFlowEngine.loads("libc.so.6")).isTrue();
    }
  }

  private GpuSupport look(boolean built) {
    return new GpuLook(root, library -> true).look(true, built);
  }

  private void driver(String version) throws IOException {
    file("proc/driver/nvidia/version", version);
    file("proc/driver/nvidia/gpus/0000:18:00.0/information", "Model: \t\t NVIDIA H200\nIRQ: 1\n");
  }

  private void file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
