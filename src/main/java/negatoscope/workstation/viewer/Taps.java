package negatoscope.workstation.viewer;

/**
 * Which source pixels make each output pixel along one axis, and with what weights.
 *
 * <p>Where the output is coarser, an output pixel is the mean of exactly the stretch that it
 * covers; where it is finer, it lies on the straight line between the two nearest pixel centres.
 *
 * @param count source pixels for each output pixel
 * @param start the first of them, for each output pixel; never falling
 * @param weights {@code count} for each output pixel, summing to 1
 */
record Taps(int count, int[] start, float[] weights) {
  /** More source pixels than this for one output pixel and the nearest alone is taken. */
  private static final double MOST = 4;

  /**
   * Taps of a row of output pixels.
   *
   * @param outputs how many output pixels
   * @param origin source coordinate of the first one's left edge
   * @param ratio source pixels an output pixel, above 0
   * @param size source pixels there are
   */
  static Taps of(int outputs, double origin, double ratio, int size) {
    int wanted = ratio > MOST ? 1 : ratio > 1 ? (int) Math.ceil(ratio) + 1 : 2;
    int count = Math.min(size, wanted);
    Taps taps = new Taps(count, new int[outputs], new float[outputs * count]);
    for (int i = 0; i < outputs; i++) {
      double low = origin + i * ratio;
      if (count == 1) {
        taps.put(i, (int) Math.floor(low + ratio / 2), size, 1);
      } else if (ratio > 1) {
        taps.mean(i, Math.max(0, low), Math.min(size, low + ratio), size);
      } else {
        taps.between(i, low + ratio / 2 - 0.5, size);
      }
    }
    return taps;
  }

  private void mean(int output, double low, double high, int size) {
    int first = Math.min(size - 1, (int) Math.floor(low));
    int last = Math.max(first, (int) Math.ceil(high) - 1);
    begin(output, first, size);
    double length = Math.max(high - low, 1e-9);
    for (int source = first; source <= last; source++) {
      double covered = Math.min(high, source + 1.0) - Math.max(low, source);
      add(output, source, size, first == last ? 1 : covered / length);
    }
  }

  private void between(int output, double at, int size) {
    int first = (int) Math.floor(at);
    begin(output, first, size);
    add(output, first, size, 1 - (at - first));
    add(output, first + 1, size, at - first);
  }

  private void put(int output, int source, int size, double weight) {
    begin(output, source, size);
    add(output, source, size, weight);
  }

  private void begin(int output, int first, int size) {
    start[output] = Math.max(0, Math.min(size - count, first));
  }

  private void add(int output, int source, int size, double weight) {
    int inside = Math.max(0, Math.min(size - 1, source));
    int tap = Math.min(count - 1, inside - start[output]);
    weights[output * count + tap] += (float) weight;
  }

  /** The first source pixel that any output needs. */
  int begin() {
    return start[0];
  }

  /** One past the last source pixel that any output needs. */
  int end() {
    return start[start.length - 1] + count;
  }

  /** Makes one output row of one source row, given from pixel {@link #begin} on. */
  void apply(int[] source, float[] out) {
    int begin = begin();
    for (int i = 0; i < start.length; i++) {
      int from = start[i] - begin;
      float sum = 0;
      for (int k = 0; k < count; k++) {
        sum += weights[i * count + k] * source[from + k];
      }
      out[i] = sum;
    }
  }
}
