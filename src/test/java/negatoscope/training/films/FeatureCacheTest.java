package negatoscope.training.films;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import negatoscope.film.Film;
import negatoscope.network.Backbone;
import negatoscope.network.HeadSpec;
import negatoscope.network.NetworkSpec;
import negatoscope.network.TrainingNetwork;
import negatoscope.network.TrainingPlan;
import negatoscope.network.WeightTensor;
import negatoscope.network.Weights;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.tensor.Preparation;
import negatoscope.tensor.TensorOptions;
import negatoscope.testing.Films;
import negatoscope.training.FakeEngine;
import negatoscope.training.WatchedEngine;
import negatoscope.training.cache.CacheSpace;
import negatoscope.training.cache.EntryKey;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCacheTest {
  private static final int SIDE = 32;
  private static final int FILMS = 20;
  private static final NetworkSpec SPEC =
      new NetworkSpec(Backbone.MOBILENET_V2, HeadSpec.compact(4), 3, SIDE);
  private static final TensorOptions INPUT = new TensorOptions(SIDE, TensorOptions.Fit.LETTERBOX);
  private static final Forms FORMS =
      new Forms(true, 2, new Augmentation(0.1, 10, 0.1, 20, 0.2, 0.5, 2), 1.25, 7);

  @TempDir Path folder;
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final WatchedEngine engine = new WatchedEngine(new FakeEngine());

  @AfterEach
  void end() {
    pool.shutdownNow();
  }

  @Test
  void aSecondTrainingTakesAllFeaturesFromTheCache() throws IOException {
    float[][][] first = maps(films("films"), FORMS, key(INPUT, 1));
    assertThat(computed()).isEqualTo(FILMS * FORMS.count());
    float[][][] second = maps(films("films"), FORMS, key(INPUT, 1));
    assertThat(computed()).isZero();
    assertThat(second).isDeepEqualTo(first);
  }

  @Test
  void filmsAreKnownAgainByTheirContentWhereverTheyLie() throws IOException {
    float[][][] first = maps(films("films"), FORMS, key(INPUT, 1));
    computed();
    List<LabelledFilm> moved = new ArrayList<>(films("elsewhere").films());
    Collections.reverse(moved);
    float[][][] second = maps(films("elsewhere").with(moved), FORMS, key(INPUT, 1));
    assertThat(computed()).isZero();
    assertThat(second[FILMS - 1]).isDeepEqualTo(first[0]);
    Files.writeString(folder.resolve("films").resolve("3"), "film 99");
    maps(films("films", false), FORMS, key(INPUT, 1));
    assertThat(computed()).isEqualTo(FORMS.count());
  }

  @Test
  void whatEverChangesTheMapsMakesThemBeComputedAgain() throws IOException {
    maps(films("films"), FORMS, key(INPUT, 1));
    computed();
    TensorOptions masked =
        new TensorOptions(
            SIDE,
            TensorOptions.Fit.LETTERBOX,
            new Preparation(Preparation.Crop.WHOLE, 0.1, false, Preparation.Greys.AS_SHOWN));
    TensorOptions cropped = new TensorOptions(SIDE, TensorOptions.Fit.CROP);
    for (EntryKey other : List.of(key(INPUT, 2), key(masked, 1), key(cropped, 1))) {
      maps(films("films"), Forms.EXACT, other);
      assertThat(computed()).isEqualTo(FILMS);
    }
    Forms otherSeed = new Forms(true, 2, FORMS.augmentation(), 1.25, 8);
    maps(films("films"), otherSeed, key(INPUT, 1));
    assertThat(computed()).isEqualTo(2 * FILMS);
    Forms more = new Forms(true, 3, FORMS.augmentation(), 1.25, 7);
    maps(films("films"), more, key(INPUT, 1));
    assertThat(computed()).isEqualTo(FILMS);
  }

  @Test
  void theFormsAreTheFilmItsMirrorImageAndDifferentVariants() throws IOException {
    DataSet films = films("films");
    float[][][] maps = maps(films, FORMS, key(INPUT, 1));
    FilmStore store = store(films);
    float[] exact = store.exact(4);
    float[] mirrored = new float[exact.length];
    for (int i = 0; i < exact.length; i++) {
      mirrored[i] = exact[i - i % SIDE + SIDE - 1 - i % SIDE];
    }
    try (TrainingNetwork network = network()) {
      assertThat(maps[4][0]).isEqualTo(network.features(exact, 1));
      assertThat(maps[4][1]).isEqualTo(network.features(mirrored, 1));
    }
    for (int form = 2; form < FORMS.count(); form++) {
      for (int other = 0; other < form; other++) {
        assertThat(maps[4][form]).isNotEqualTo(maps[4][other]);
      }
    }
  }

  @Test
  void damagedFilesAreComputedAgainAndNeverTrusted() throws IOException {
    float[][][] first = maps(films("films"), FORMS, key(INPUT, 1));
    computed();
    try (Stream<Path> all = Files.walk(folder.resolve("cache"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 100; i < bytes.length - 5000; i += 1000) {
          bytes[i] ^= 1;
        }
        Files.write(file, bytes);
      }
    }
    float[][][] second = maps(films("films"), FORMS, key(INPUT, 1));
    assertThat(computed()).isBetween(1, FILMS * FORMS.count());
    assertThat(second).isDeepEqualTo(first);
  }

  @Test
  void aFilmThatCannotBeReadLeavesNothingUnfinished() throws IOException {
    DataSet films = films("films");
    Files.writeString(folder.resolve("films").resolve("18"), "broken");
    assertThatThrownBy(() -> maps(films, FORMS, key(INPUT, 1)))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.TRUNCATED));
    try (Stream<Path> all = Files.walk(folder.resolve("cache"))) {
      assertThat(all.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void squaresAreKeptToo() throws IOException {
    int[] opened = new int[1];
    DataSet films = films("films");
    FilmStore store =
        new FilmStore(
            films,
            INPUT,
            file -> {
              opened[0]++;
              return open(file);
            },
            new int[0]);
    byte[] first = square(store);
    assertThat(opened[0]).isEqualTo(FILMS);
    assertThat(square(store)).isEqualTo(first).isEqualTo(store.square(2, store.fine(2)).values());
    assertThat(opened[0]).isEqualTo(FILMS + 1);
  }

  @Test
  void everyFormIsDrawnAndAFilmThatComesAgainIsVaried() {
    int[] drawn = new int[FORMS.count()];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1200; i++) {
      drawn[FORMS.draw(random, 0.5, false)]++;
      assertThat(FORMS.draw(random, 0.5, true)).isGreaterThanOrEqualTo(2);
    }
    assertThat(drawn[0]).isBetween(140, 260);
    assertThat(drawn[1]).isBetween(140, 260);
    assertThat(drawn[2]).isBetween(330, 470);
    assertThat(Forms.EXACT.draw(random, 1, true)).isZero();
  }

  private byte[] square(FilmStore store) {
    try (SquareFilms squares =
        SquareFilms.of(space(), store, rows(), store.fine(2), pool, ledger(), new Cancellation())) {
      assertThat(squares.count()).isEqualTo(FILMS);
      return squares.film(2).values();
    }
  }

  private float[][][] maps(DataSet films, Forms forms, EntryKey key) {
    FeatureCache.Surroundings around =
        new FeatureCache.Surroundings(space(), key, pool, ledger(), new Cancellation());
    try (TrainingNetwork network = network();
        FeatureCache cache = FeatureCache.of(network, store(films), rows(), forms, around)) {
      float[][][] maps = new float[FILMS][forms.count()][cache.size()];
      for (int film = 0; film < FILMS; film++) {
        for (int form = 0; form < forms.count(); form++) {
          cache.read(film, form, maps[film][form], 0);
        }
      }
      return maps;
    }
  }

  /** How many maps were computed since the last question. */
  private int computed() {
    List<float[]> films = engine.seen.remove("features");
    return films == null ? 0 : films.size();
  }

  private TrainingNetwork network() {
    return engine.train(SPEC, TrainingPlan.headOnly(), new Weights(Map.of()), 1);
  }

  private static EntryKey key(TensorOptions input, float weight) {
    WeightTensor kernel = new WeightTensor(new int[] {1}, new float[] {weight});
    return BackboneKey.of(SPEC, new Weights(Map.of("Conv1/kernel", kernel)), input, "1");
  }

  private FilmStore store(DataSet films) {
    return new FilmStore(films, INPUT, FeatureCacheTest::open, new int[0]);
  }

  private static Film open(Path file) {
    try {
      String content = Files.readString(file, StandardCharsets.UTF_8);
      if (content.equals("broken")) {
        throw new Failure(ErrorCode.TRUNCATED, file + " is cut off.", "");
      }
      SplittableRandom random = new SplittableRandom(content.hashCode());
      return Films.picture8(40, 48, (x, y) -> random.nextInt(200) + x);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private CacheSpace space() {
    return new CacheSpace(folder.resolve("cache"), 1 << 28);
  }

  private static Ledger ledger() {
    return new Ledger(1, Ledger.Listener.of(Progress.NONE), System::nanoTime);
  }

  private static int[] rows() {
    return java.util.stream.IntStream.range(0, FILMS).toArray();
  }

  private DataSet films(String name) throws IOException {
    return films(name, true);
  }

  private DataSet films(String name, boolean write) throws IOException {
    Path below = Files.createDirectories(folder.resolve(name));
    List<LabelledFilm> films = new ArrayList<>();
    for (int i = 0; i < FILMS; i++) {
      Path file = below.resolve(String.valueOf(i));
      if (write) {
        Files.writeString(file, "film " + i);
      }
      films.add(new LabelledFilm(file.toString(), file, i % 3, "p" + i, "", "", null));
    }
    return new DataSet(below, List.of("a", "b", "c"), films);
  }
}
