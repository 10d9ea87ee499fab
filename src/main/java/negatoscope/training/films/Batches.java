package negatoscope.training.films;

/** Tensors one after another, put together to batches of {@code [count, side, side]} values. */
public final class Batches implements AutoCloseable {
  /** How many threads of a run's pool read films and make batches. */
  public static final int THREADS = 2;

  private final Ahead<float[]> tensors;
  private final int films;
  private final int batch;
  private final int size;
  private int done;

  /**
   * Puts tensors together.
   *
   * @param films how many tensors there are
   * @param batch how many go into a batch; the last one may be smaller
   * @param size values of one tensor
   */
  public Batches(Ahead<float[]> tensors, int films, int batch, int size) {
    this.tensors = tensors;
    this.films = films;
    this.batch = batch;
    this.size = size;
  }

  /** How many films the next batch has; 0 at the end. */
  public int count() {
    return Math.min(batch, films - done);
  }

  /** Number of the next batch's first film. */
  public int first() {
    return done;
  }

  /** The next batch. */
  public float[] next() {
    int count = count();
    float[] values = new float[count * size];
    for (int i = 0; i < count; i++) {
      System.arraycopy(tensors.next(), 0, values, i * size, size);
    }
    done += count;
    return values;
  }

  @Override
  public void close() {
    tensors.close();
  }
}
