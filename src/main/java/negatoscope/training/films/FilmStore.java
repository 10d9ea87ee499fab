package negatoscope.training.films;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import negatoscope.film.Film;
import negatoscope.task.Cancellation;
import negatoscope.tensor.FilmTensor;
import negatoscope.tensor.TensorOptions;
import negatoscope.training.data.DataSet;
import org.jspecify.annotations.Nullable;

/**
 * The films of a data set as the network sees them, read again each time they are asked for: a
 * film's file is smaller than its tensor, and reading is quick beside the network.
 *
 * <p>Threads: any number may read at once if the reader allows it.
 */
public final class FilmStore {
  private static final long MOST_KEPT_BYTES = 256L << 20;

  private final DataSet dataSet;
  private final TensorOptions options;
  private final Function<Path, Film> reader;
  private final Map<Integer, AtomicReference<@Nullable FilmTensor>> kept = new HashMap<>();

  /**
   * A store.
   *
   * @param keep films that are asked for again and again: their tensors stay in memory, as far as
   *     they take a reasonable part of it
   */
  public FilmStore(
      DataSet dataSet, TensorOptions options, Function<Path, Film> reader, int[] keep) {
    this.dataSet = dataSet;
    this.options = options;
    this.reader = reader;
    long most = MOST_KEPT_BYTES / ((long) options.side() * options.side() * Float.BYTES);
    Arrays.stream(keep).limit(most).forEach(row -> kept.put(row, new AtomicReference<>()));
  }

  /** Columns and rows of a tensor. */
  public int side() {
    return options.side();
  }

  /** The exact tensor of a film. */
  public FilmTensor tensor(int row) {
    AtomicReference<@Nullable FilmTensor> place = kept.get(row);
    FilmTensor there = place == null ? null : place.get();
    if (there != null) {
      return there;
    }
    FilmTensor made = tensor(row, UnaryOperator.identity());
    if (place != null) {
      place.set(made);
    }
    return made;
  }

  /** The exact tensor of a film that was changed before. */
  private FilmTensor tensor(int row, UnaryOperator<Film> change) {
    return FilmTensor.of(change.apply(film(row)), options);
  }

  private Film film(int row) {
    return reader.apply(dataSet.films().get(row).file());
  }

  /** Some films, sampled more finely than the tensor, to vary them from. */
  public SquareFilm[] fine(
      int[] rows, int fineSide, ExecutorService pool, Ledger ledger, Cancellation cancellation) {
    TensorOptions fine = options.withSide(fineSide);
    SquareFilm[] films = new SquareFilm[rows.length];
    try (Ahead<SquareFilm> reading =
        new Ahead<>(
            pool,
            2 * Batches.THREADS,
            rows.length,
            i -> SquareFilm.of(fineSide, FilmTensor.of(film(rows[i]), fine).values()),
            cancellation)) {
      for (int i = 0; i < films.length; i++) {
        films[i] = reading.next();
        ledger.add(Ledger.READING, "Reading films");
      }
    }
    return films;
  }

  /** Some films' exact tensors, in batches; the last one may be smaller. */
  public Batches batches(int[] rows, int batch, ExecutorService pool, Cancellation cancellation) {
    return made(rows, batch, row -> tensor(row).values(), pool, cancellation);
  }

  /** The same of films that are changed before they become tensors. */
  public Batches batches(
      int[] rows,
      int batch,
      UnaryOperator<Film> change,
      ExecutorService pool,
      Cancellation cancellation) {
    return made(rows, batch, row -> tensor(row, change).values(), pool, cancellation);
  }

  private Batches made(
      int[] rows,
      int batch,
      IntFunction<float[]> make,
      ExecutorService pool,
      Cancellation cancellation) {
    return new Batches(
        new Ahead<>(pool, 2 * Batches.THREADS, rows.length, i -> make.apply(rows[i]), cancellation),
        rows.length,
        batch,
        side() * side());
  }
}
