package negatoscope.network.savedmodel;

/** Changes a served graph's constants while they are read. */
@FunctionalInterface
interface ConstantChange {
  /**
   * Changes a constant in place, or leaves it.
   *
   * @param node its number in the graph
   * @param shape its dimensions
   * @param values its elements, row-major
   */
  void change(int node, int[] shape, float[] values);
}
