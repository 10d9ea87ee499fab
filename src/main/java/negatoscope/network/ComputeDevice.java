package negatoscope.network;

/**
 * Something that TensorFlow can compute on.
 *
 * @param type as TensorFlow calls it: {@code CPU}, {@code GPU}
 * @param name for people: {@code CPU}, or the GPU's model where the driver tells it
 * @param memory bytes that TensorFlow may take of it; of the CPU a nominal figure
 */
public record ComputeDevice(String type, String name, long memory) {
  /** TensorFlow's word for a graphics processor. */
  static final String GPU = "GPU";

  private static final String CPU = "CPU";

  /** The processor, which is always there. */
  static ComputeDevice cpu(long memory) {
    return new ComputeDevice(CPU, CPU, memory);
  }

  /** Whether it is a graphics processor. */
  public boolean isGpu() {
    return type.equals(GPU);
  }
}
