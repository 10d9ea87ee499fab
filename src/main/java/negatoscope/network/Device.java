package negatoscope.network;

/** Where the network computes. */
public enum Device {
  /** A GPU where there is one that works, else the CPU. */
  AUTO,
  CPU,
  /** A GPU, or {@code NO_DEVICE}. */
  GPU
}
