package negatoscope.library.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import negatoscope.task.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as it comes, for a reader that must not wait for ever: it is asked for
 * piece by piece, so that at most one piece waits.
 */
final class BodyQueue implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
  private static final long GLANCE_MILLIS = 100;

  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private volatile Flow.@Nullable Subscription subscription;

  /** What arrived: bytes, or the end with the problem that made it, if one did. */
  private record Piece(List<ByteBuffer> bytes, boolean last, @Nullable Throwable problem) {}

  /**
   * The next bytes; empty at the end.
   *
   * @param patience after how long without a byte the connection counts as broken
   * @throws IOException if the connection broke
   * @throws java.util.concurrent.CancellationException if the work was asked to stop
   */
  List<ByteBuffer> next(Duration patience, Cancellation cancellation)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    Piece piece = pieces.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
    while (piece == null) {
      cancellation.check();
      if (System.nanoTime() > until) {
        throw new IOException("nothing came for " + patience.toSeconds() + " seconds");
      }
      piece = pieces.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
    }
    cancellation.check();
    if (piece.problem() != null) {
      throw new IOException(piece.problem());
    }
    Flow.Subscription more = subscription;
    if (!piece.last() && more != null) {
      more.request(1);
    }
    return piece.bytes();
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    pieces.add(new Piece(bytes, false, null));
  }

  @Override
  public void onError(Throwable problem) {
    pieces.add(new Piece(List.of(), true, problem));
  }

  @Override
  public void onComplete() {
    pieces.add(new Piece(List.of(), true, null));
  }

  /** Lets the connection go where the body was not read to its end. */
  @Override
  public void close() {
    Flow.Subscription open = subscription;
    if (open != null) {
      open.cancel();
    }
  }
}
