package negatoscope.training.films;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutorService;
import negatoscope.network.TrainingNetwork;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/**
 * The last feature maps of some films, and of their mirror images if wanted, in a temporary file:
 * those of ten thousand films do not fit into memory. The file goes when it is closed.
 *
 * <p>May be read by many threads once it is made.
 */
public final class FeatureCache implements AutoCloseable {
  private static final int FILMS_AT_ONCE = 16;

  private final FileChannel file;
  private final int films;
  private final int size;
  private final boolean mirrored;

  private FeatureCache(FileChannel file, int films, int size, boolean mirrored) {
    this.file = file;
    this.films = films;
    this.size = size;
    this.mirrored = mirrored;
  }

  /** Computes the maps. */
  public static FeatureCache make(
      TrainingNetwork network,
      FilmStore store,
      int[] rows,
      boolean mirrored,
      ExecutorService pool,
      Ledger ledger,
      Cancellation cancellation) {
    try {
      FileChannel file =
          FileChannel.open(
              Files.createTempFile("negatoscope", ".features"),
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      FeatureCache cache = new FeatureCache(file, rows.length, network.featureSize(), mirrored);
      try (Batches batches = store.batches(rows, FILMS_AT_ONCE, pool, cancellation)) {
        while (batches.count() > 0) {
          int first = batches.first();
          int count = batches.count();
          float[] tensors = batches.next();
          cache.write(first, false, network.features(tensors, count));
          if (mirrored) {
            mirror(tensors, store.side());
            cache.write(first, true, network.features(tensors, count));
          }
          ledger.add(mirrored ? 2.0 * count : count, "Reading films, computing features");
        }
        return cache;
      } catch (Throwable e) {
        cache.close();
        throw e;
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Exchanges left and right in place. */
  private static void mirror(float[] tensors, int side) {
    for (int row = 0; row < tensors.length; row += side) {
      for (int i = row, j = row + side - 1; i < j; i++, j--) {
        float left = tensors[i];
        tensors[i] = tensors[j];
        tensors[j] = left;
      }
    }
  }

  /** How many films. */
  public int films() {
    return films;
  }

  /** Floats of one map. */
  public int size() {
    return size;
  }

  /** Whether mirror images are there too. */
  public boolean mirrored() {
    return mirrored;
  }

  /** Reads one film's map. */
  public void read(int film, boolean mirror, float[] to, int offset) {
    ByteBuffer bytes = buffer(1);
    long place = place(film, mirror);
    try {
      while (bytes.hasRemaining()) {
        if (file.read(bytes, place + bytes.position()) < 0) {
          throw new IOException("the feature file is shorter than what was written");
        }
      }
    } catch (IOException e) {
      throw failed(e);
    }
    bytes.flip().asFloatBuffer().get(to, offset, size);
  }

  private void write(int first, boolean mirror, float[] maps) throws IOException {
    ByteBuffer bytes = buffer(maps.length / size);
    bytes.asFloatBuffer().put(maps);
    long place = place(first, mirror);
    while (bytes.hasRemaining()) {
      file.write(bytes, place + bytes.position());
    }
  }

  private ByteBuffer buffer(int maps) {
    return ByteBuffer.allocate(maps * size * Float.BYTES).order(ByteOrder.nativeOrder());
  }

  private long place(int film, boolean mirror) {
    return ((mirror ? (long) films : 0) + film) * size * Float.BYTES;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static Failure failed(IOException cause) {
    return new Failure(
        ErrorCode.NOT_WRITABLE,
        "Features could not be kept in the temporary folder (" + cause.getMessage() + ").",
        "Make room there.",
        cause);
  }
}
