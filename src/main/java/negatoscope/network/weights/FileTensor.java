package negatoscope.network.weights;

import java.util.function.Supplier;

/**
 * A tensor of a weight file, not read yet.
 *
 * @param name as the file has it
 * @param shape its dimensions
 * @param values reads its elements, row-major; only while the file is open
 */
record FileTensor(String name, int[] shape, Supplier<float[]> values) {
  /** The last part of the name, without TensorFlow's {@code :0}: {@code kernel}. */
  String variable() {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.endsWith(":0") ? last.substring(0, last.length() - 2) : last;
  }
}
