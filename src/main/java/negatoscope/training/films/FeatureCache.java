package negatoscope.training.films;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import negatoscope.network.TrainingNetwork;
import negatoscope.task.Cancellation;
import negatoscope.training.cache.CacheSpace;
import negatoscope.training.cache.EntryKey;
import negatoscope.training.cache.KeptValues;

/**
 * Feature maps on disk: those of ten thousand films do not fit into memory, and the next training
 * with the same backbone and films takes them from there.
 *
 * <p>What a map depends on is in its key: the backbone's weights, how films become its input and
 * TensorFlow's version ({@link BackboneKey}), the content of the film's file, and the form.
 */
public final class FeatureCache implements Features, AutoCloseable {
  /** Films that go through the network together, and whose maps are kept together or not at all. */
  private static final int FILMS_AT_ONCE = 16;

  private final KeptValues values;
  private final EntryKey[][] keys;
  private final Forms forms;
  private final int size;

  private FeatureCache(KeptValues values, EntryKey[][] keys, Forms forms, int size) {
    this.values = values;
    this.keys = keys;
    this.forms = forms;
    this.size = size;
  }

  /** Who computes what is missing. */
  public record Surroundings(
      CacheSpace space,
      EntryKey backbone,
      ExecutorService pool,
      Ledger ledger,
      Cancellation cancellation) {}

  /** A film with those of its forms that are missing, as tensors. */
  private record Missing(int film, int[] forms, float[][] tensors) {}

  /**
   * The maps of some films; what is not kept is computed.
   *
   * @param rows of the store
   */
  public static FeatureCache of(
      TrainingNetwork network, FilmStore store, int[] rows, Forms forms, Surroundings around) {
    int size = network.featureSize();
    KeptValues values = KeptValues.open(around.space(), around.backbone(), size * Float.BYTES);
    try {
      EntryKey[][] keys = keys(store, rows, forms, around);
      FeatureCache cache = new FeatureCache(values, keys, forms, size);
      cache.fill(network, store, rows, around);
      values.finish();
      return cache;
    } catch (Throwable e) {
      values.close();
      throw e;
    }
  }

  private static EntryKey[][] keys(FilmStore store, int[] rows, Forms forms, Surroundings around) {
    EntryKey[][] keys = new EntryKey[rows.length][forms.count()];
    try (Ahead<String> hashes =
        new Ahead<>(
            around.pool(),
            2 * Batches.THREADS,
            rows.length,
            i -> store.content(rows[i]),
            around.cancellation())) {
      for (EntryKey[] ofFilm : keys) {
        String content = hashes.next();
        for (int form = 0; form < ofFilm.length; form++) {
          ofFilm[form] = EntryKey.of(content, forms.name(form));
        }
      }
    }
    return keys;
  }

  private void fill(TrainingNetwork network, FilmStore store, int[] rows, Surroundings around) {
    List<Missing> missing = missing();
    around.ledger().skip((double) rows.length * forms.count() - count(missing));
    try (Ahead<Missing> ahead =
        new Ahead<>(
            around.pool(),
            2 * Batches.THREADS,
            missing.size(),
            i -> made(store, rows[missing.get(i).film()], missing.get(i)),
            around.cancellation())) {
      for (int first = 0; first < missing.size(); first += FILMS_AT_ONCE) {
        List<Missing> chunk = new ArrayList<>();
        for (int i = first; i < Math.min(missing.size(), first + FILMS_AT_ONCE); i++) {
          chunk.add(ahead.next());
        }
        values.together((int) count(chunk));
        for (int form = 0; form < forms.count(); form++) {
          compute(network, chunk, form, around.ledger());
        }
      }
    }
  }

  private List<Missing> missing() {
    List<Missing> missing = new ArrayList<>();
    for (int film = 0; film < keys.length; film++) {
      EntryKey[] ofFilm = keys[film];
      int[] absent =
          java.util.stream.IntStream.range(0, ofFilm.length)
              .filter(form -> !values.has(ofFilm[form]))
              .toArray();
      if (absent.length > 0) {
        missing.add(new Missing(film, absent, new float[0][]));
      }
    }
    return missing;
  }

  private static double count(List<Missing> films) {
    return films.stream().mapToInt(film -> film.forms().length).sum();
  }

  private Missing made(FilmStore store, int row, Missing film) {
    return new Missing(film.film(), film.forms(), store.forms(row, forms, film.forms()));
  }

  private void compute(TrainingNetwork network, List<Missing> films, int form, Ledger ledger) {
    List<EntryKey> wanted = new ArrayList<>();
    List<float[]> tensors = new ArrayList<>();
    for (Missing film : films) {
      for (int i = 0; i < film.forms().length; i++) {
        if (film.forms()[i] == form) {
          wanted.add(keys[film.film()][form]);
          tensors.add(film.tensors()[i]);
        }
      }
    }
    if (wanted.isEmpty()) {
      return;
    }
    int side = tensors.get(0).length;
    float[] inputs = new float[wanted.size() * side];
    for (int i = 0; i < wanted.size(); i++) {
      System.arraycopy(tensors.get(i), 0, inputs, i * side, side);
    }
    float[] maps = network.features(inputs, wanted.size());
    for (int i = 0; i < wanted.size(); i++) {
      ByteBuffer bytes = ByteBuffer.allocate(size * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(maps, i * size, size);
      values.add(wanted.get(i), bytes);
    }
    ledger.add(wanted.size(), "Reading films, computing features");
  }

  @Override
  public int films() {
    return keys.length;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Forms forms() {
    return forms;
  }

  @Override
  public void read(int film, int form, float[] to, int offset) {
    values.read(keys[film][form], bytes -> bytes.asFloatBuffer().get(to, offset, size));
  }

  @Override
  public void close() {
    values.close();
  }
}
