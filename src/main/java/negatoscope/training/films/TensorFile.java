package negatoscope.training.films;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import negatoscope.task.AtomicFiles;

/**
 * Tensors of one size in a temporary file: memory does not grow with their number. The file goes
 * when it is closed, and with the process.
 *
 * <p>Threads: any number may read and write.
 */
final class TensorFile implements AutoCloseable {
  private final Path path;
  private final FileChannel file;
  private final int floats;
  private final AtomicIntegerArray written;

  private TensorFile(Path path, FileChannel file, int count, int floats) {
    this.path = path;
    this.file = file;
    this.floats = floats;
    written = new AtomicIntegerArray(count);
  }

  /**
   * None of them is there yet.
   *
   * @param floats of each
   */
  static TensorFile make(int count, int floats) {
    Path path = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      path = Files.createTempFile("negatoscope", ".films");
      return new TensorFile(
          path,
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE),
          count,
          floats);
    } catch (IOException e) {
      throw AtomicFiles.notWritten(path, e);
    }
  }

  /** A tensor; empty if it was not written. */
  Optional<float[]> read(int number) {
    if (written.get(number) == 0) {
      return Optional.empty();
    }
    ByteBuffer bytes = buffer();
    try {
      while (bytes.hasRemaining()) {
        if (file.read(bytes, place(number) + bytes.position()) < 0) {
          throw new EOFException("the file became shorter");
        }
      }
    } catch (IOException e) {
      throw AtomicFiles.notWritten(path, e);
    }
    float[] values = new float[floats];
    bytes.flip().asFloatBuffer().get(values);
    return Optional.of(values);
  }

  void write(int number, float[] values) {
    ByteBuffer bytes = buffer();
    bytes.asFloatBuffer().put(values);
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes, place(number) + bytes.position());
      }
    } catch (IOException e) {
      throw AtomicFiles.notWritten(path, e);
    }
    written.set(number, 1);
  }

  private long place(int number) {
    return (long) number * floats * Float.BYTES;
  }

  private ByteBuffer buffer() {
    return ByteBuffer.allocate(floats * Float.BYTES).order(ByteOrder.nativeOrder());
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw AtomicFiles.notWritten(path, e);
    }
  }
}
