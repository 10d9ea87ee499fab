package negatoscope.network.weights;

import java.util.List;

/**
 * A layer of a weight file.
 *
 * @param name as the file has it
 * @param kind the class in snake case where layers are numbered by class (Keras 3), else empty:
 *     then they are in the model's order
 * @param tensors in the layer's order
 */
record FileLayer(String name, String kind, List<FileTensor> tensors) {
  /**
   * The name as keras.applications has it: Keras 2 named DenseNet121's first layers {@code
   * conv1/conv} and {@code conv1/bn}, which Keras 3 calls {@code conv1_conv} and {@code conv1_bn}.
   */
  String canonicalName() {
    return name.replace('/', '_');
  }
}
