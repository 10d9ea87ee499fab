package negatoscope.training.films;

import java.nio.ByteBuffer;
import java.util.concurrent.ExecutorService;
import negatoscope.task.Cancellation;
import negatoscope.tensor.TensorOptions;
import negatoscope.training.cache.CacheSpace;
import negatoscope.training.cache.EntryKey;
import negatoscope.training.cache.KeptValues;

/**
 * Some films as {@link SquareFilm}s on disk, to be varied again and again: memory does not grow
 * with their number, and the next training need not read their files. May be read by many threads.
 */
public final class SquareFilms implements AutoCloseable {
  /** Goes up whenever squares of the same key would be others than before. */
  private static final String FORMAT = "squares 1";

  private final KeptValues values;
  private final EntryKey[] keys;
  private final int side;

  private SquareFilms(KeptValues values, EntryKey[] keys, int side) {
    this.values = values;
    this.keys = keys;
    this.side = side;
  }

  /** A film that is there already, or its square. */
  private record Made(EntryKey key, byte[] values) {}

  /** The squares of some films; what is not kept is made. */
  public static SquareFilms of(
      CacheSpace space,
      FilmStore store,
      int[] rows,
      TensorOptions fine,
      ExecutorService pool,
      Ledger ledger,
      Cancellation cancellation) {
    EntryKey common = EntryKey.of(FORMAT, String.valueOf(fine));
    int side = fine.side();
    KeptValues values = KeptValues.open(space, common, side * side);
    EntryKey[] keys = new EntryKey[rows.length];
    try (Ahead<EntryKey> hashes =
        new Ahead<>(
            pool,
            2 * Batches.THREADS,
            rows.length,
            i -> EntryKey.of(store.content(rows[i])),
            cancellation)) {
      for (int i = 0; i < keys.length; i++) {
        keys[i] = hashes.next();
      }
      add(values, store, rows, keys, fine, pool, ledger, cancellation);
      values.finish();
      return new SquareFilms(values, keys, side);
    } catch (Throwable e) {
      values.close();
      throw e;
    }
  }

  private static void add(
      KeptValues values,
      FilmStore store,
      int[] rows,
      EntryKey[] keys,
      TensorOptions fine,
      ExecutorService pool,
      Ledger ledger,
      Cancellation cancellation) {
    int[] missing =
        java.util.stream.IntStream.range(0, rows.length)
            .filter(i -> !values.has(keys[i]))
            .toArray();
    ledger.skip(Ledger.READING * (rows.length - missing.length));
    try (Ahead<Made> reading =
        new Ahead<>(
            pool,
            2 * Batches.THREADS,
            missing.length,
            i -> new Made(keys[missing[i]], store.square(rows[missing[i]], fine).values()),
            cancellation)) {
      for (int i = 0; i < missing.length; i++) {
        Made made = reading.next();
        values.add(made.key(), ByteBuffer.wrap(made.values()));
        ledger.add(Ledger.READING, "Reading films");
      }
    }
  }

  /** How many films. */
  public int count() {
    return keys.length;
  }

  /** One film. */
  public SquareFilm film(int number) {
    byte[] greys = new byte[side * side];
    values.read(keys[number], bytes -> bytes.get(greys));
    return SquareFilm.of(side, greys);
  }

  @Override
  public void close() {
    values.close();
  }
}
