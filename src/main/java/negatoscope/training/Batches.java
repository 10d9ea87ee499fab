package negatoscope.training;

/** Tensors one after another, put together to batches of {@code [count, side, side]} values. */
final class Batches implements AutoCloseable {
  /** How many threads of a run's pool read films and make batches. */
  static final int THREADS = 2;

  private final Ahead<float[]> tensors;
  private final int films;
  private final int batch;
  private final int size;
  private int done;

  Batches(Ahead<float[]> tensors, int films, int batch, int size) {
    this.tensors = tensors;
    this.films = films;
    this.batch = batch;
    this.size = size;
  }

  /** How many films the next batch has; 0 at the end. */
  int count() {
    return Math.min(batch, films - done);
  }

  /** Number of the next batch's first film. */
  int first() {
    return done;
  }

  /** The next batch. */
  float[] next() {
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
