package negatoscope.training.films;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import negatoscope.film.Film;
import negatoscope.library.FileDigest;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.tensor.FilmTensor;
import negatoscope.tensor.TensorOptions;
import negatoscope.training.cache.EntryKey;
import negatoscope.training.data.DataSet;
import org.jspecify.annotations.Nullable;

/**
 * The films of a data set as the network sees them, read again each time they are asked for: a
 * film's file is smaller than its tensor, and reading is quick beside the network.
 *
 * <p>Threads: any number may read at once if the reader allows it.
 */
public final class FilmStore implements AutoCloseable {
  private final DataSet dataSet;
  private final TensorOptions options;
  private final Function<Path, Film> reader;
  private final Map<Integer, Integer> places = new HashMap<>();
  private final @Nullable TensorFile kept;
  private final Map<Integer, String> contents = new ConcurrentHashMap<>();

  /**
   * A store.
   *
   * @param keep films that are asked for again and again: their tensors stay on disk until the
   *     store is closed
   */
  public FilmStore(
      DataSet dataSet, TensorOptions options, Function<Path, Film> reader, int[] keep) {
    this.dataSet = dataSet;
    this.options = options;
    this.reader = reader;
    for (int row : keep) {
      places.put(row, places.size());
    }
    int size = options.side() * options.side();
    kept = keep.length == 0 ? null : TensorFile.make(keep.length, size);
  }

  /** Columns and rows of a tensor. */
  public int side() {
    return options.side();
  }

  /** The exact tensor of a film. */
  float[] exact(int row) {
    Integer place = places.get(row);
    TensorFile file = kept;
    if (place == null || file == null) {
      return exact(row, UnaryOperator.identity());
    }
    return file.read(place)
        .orElseGet(
            () -> {
              float[] made = exact(row, UnaryOperator.identity());
              file.write(place, made);
              return made;
            });
  }

  /** The exact tensor of a film that was changed before. */
  private float[] exact(int row, UnaryOperator<Film> change) {
    return FilmTensor.of(change.apply(film(row)), options).values();
  }

  private Film film(int row) {
    return reader.apply(dataSet.films().get(row).file());
  }

  /** A film, sampled more finely than the tensor, to vary it from. */
  SquareFilm square(int row, TensorOptions fine) {
    return square(film(row), fine);
  }

  private static SquareFilm square(Film film, TensorOptions fine) {
    return SquareFilm.of(fine.side(), FilmTensor.of(film, fine).values());
  }

  /** How films are sampled to vary them from. */
  public TensorOptions fine(double fineness) {
    return options.withSide((int) Math.round(options.side() * fineness));
  }

  /**
   * A film's tensors in some of its forms; its file is read once.
   *
   * @param wanted numbers of the forms
   */
  float[][] forms(int row, Forms forms, int[] wanted) {
    Film film = film(row);
    float[][] tensors = new float[wanted.length][];
    SquareFilm square = null;
    for (int i = 0; i < wanted.length; i++) {
      if (forms.varied(wanted[i])) {
        square = square == null ? square(film, fine(forms.fineness())) : square;
        long content = HexFormat.fromHexDigitsToLong(content(row).substring(0, 15));
        tensors[i] = forms.vary(square, side(), wanted[i], content);
      } else {
        tensors[i] = FilmTensor.of(film, options).values();
        if (wanted[i] > 0) {
          mirror(tensors[i], side());
        }
      }
    }
    return tensors;
  }

  /** Exchanges left and right in place. */
  private static void mirror(float[] tensor, int side) {
    for (int row = 0; row < tensor.length; row += side) {
      for (int i = row, j = row + side - 1; i < j; i++, j--) {
        float left = tensor[i];
        tensor[i] = tensor[j];
        tensor[j] = left;
      }
    }
  }

  /**
   * The SHA-256 of a film's file, by which what was computed of it is known again. What is no
   * readable file is like nothing else, not even itself the next time.
   */
  String content(int row) {
    return contents.computeIfAbsent(row, key -> hash(dataSet.films().get(key).file()));
  }

  private static String hash(Path file) {
    try {
      return FileDigest.of(file, Progress.NONE, new Cancellation()).sha256();
    } catch (IOException e) {
      return EntryKey.unique().hex();
    }
  }

  /** Some films' exact tensors, in batches; the last one may be smaller. */
  public Batches batches(int[] rows, int batch, ExecutorService pool, Cancellation cancellation) {
    return made(rows, batch, this::exact, pool, cancellation);
  }

  /** The same of films that are changed before they become tensors. */
  public Batches batches(
      int[] rows,
      int batch,
      UnaryOperator<Film> change,
      ExecutorService pool,
      Cancellation cancellation) {
    return made(rows, batch, row -> exact(row, change), pool, cancellation);
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

  @Override
  public void close() {
    if (kept != null) {
      kept.close();
    }
  }
}
