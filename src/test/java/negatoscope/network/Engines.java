package negatoscope.network;

import java.nio.file.Path;

/** TensorFlow for tests, unpacked once below {@code target}. */
public final class Engines {
  private Engines() {}

  /** The engine; the library is loaded once a process. */
  public static TensorFlowEngine start() {
    return TensorFlowEngine.start(Path.of("target", "home", "natives").toAbsolutePath());
  }
}
