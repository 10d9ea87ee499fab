package negatoscope.command.conventions;

import negatoscope.command.surroundings.Surroundings;
import negatoscope.network.Device;
import picocli.CommandLine.Option;

/** {@code --device}, as every command takes it that computes. */
public final class DeviceChoice {
  @Option(
      names = "--device",
      paramLabel = "auto|cpu|gpu",
      description = "Where it is computed; auto is a GPU where one can be used.")
  private Device device = Device.AUTO;

  /** What was chosen. */
  public Device device() {
    return device;
  }

  /** Says why a GPU that is there is not used, where the choice is the program's own. */
  public static void tell(Surroundings around, Device device) {
    if (device == Device.AUTO) {
      around
          .workbench()
          .computing()
          .hindrance()
          .ifPresent(why -> around.console().err().println(why + " It is computed on the CPU."));
    }
  }
}
