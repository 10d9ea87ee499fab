package negatoscope.training.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import negatoscope.film.Film;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import negatoscope.tensor.FingerprintIndex;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.LabelledFilm;
import negatoscope.training.data.PatientSource;
import negatoscope.training.films.Ahead;
import org.jspecify.annotations.Nullable;

/**
 * The door to what a data set holds: opens every film, remembers what it saw for the next time, and
 * finds copies.
 *
 * <p>Threads: a scan belongs to the thread that starts it; films are read on a small pool of its
 * own, which ends with the scan.
 */
public final class DataSetScan {
  private static final int MOST_THREADS = 8;

  /** What is remembered is written at least so often. */
  private static final int FILMS_BETWEEN_WRITES = 2000;

  private final FactReader facts;
  private final @Nullable CacheFolder cache;

  /**
   * A door.
   *
   * @param reader opens a film, as {@code Intake.openFirst} does; called from several threads
   * @param cache the folder for what is remembered, as {@code Home.cache} names it; null for none
   */
  public DataSetScan(Function<Path, Film> reader, @Nullable Path cache) {
    facts = new FactReader(reader);
    this.cache = cache == null ? null : new CacheFolder(cache);
  }

  /**
   * Looks at every film. A patient that nobody stated is taken from the DICOM file.
   *
   * @throws java.util.concurrent.CancellationException if it was asked to stop; what was seen until
   *     then is remembered
   */
  public ScannedSet run(DataSet dataSet, Progress progress, Cancellation cancellation) {
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "scanning films");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<ScannedFilm> films = look(dataSet, pool, 2 * threads, progress, cancellation);
      List<CopyPair> copies = copies(dataSet, films, pool, 2 * threads, progress, cancellation);
      return new ScannedSet(
          dataSet.with(films.stream().map(ScannedFilm::film).toList()), films, copies);
    } finally {
      pool.shutdownNow();
    }
  }

  /** What a thread of the pool found out about a film. */
  private record Seen(
      FactCache.@Nullable Identity identity, String sha256, FilmState state, boolean known) {}

  /** What is wrong with this machine or program today may be right tomorrow. */
  private static boolean lasts(FilmState state) {
    return !(state instanceof FilmState.Unreadable unreadable)
        || !Set.of(ErrorCode.NOT_READABLE, ErrorCode.TOO_LARGE, ErrorCode.INTERNAL)
            .contains(unreadable.code());
  }

  private List<ScannedFilm> look(
      DataSet dataSet,
      ExecutorService pool,
      int depth,
      Progress progress,
      Cancellation cancellation) {
    FactCache before = cache == null ? new FactCache() : FactCache.read(cache.facts(dataSet));
    List<LabelledFilm> films = dataSet.films();
    FactCache now = before.of(films.stream().map(LabelledFilm::file).toList());
    List<ScannedFilm> scanned = new ArrayList<>();
    int fresh = 0;
    try (Ahead<Seen> seen =
        new Ahead<>(
            pool, depth, films.size(), i -> see(films.get(i).file(), before), cancellation)) {
      for (LabelledFilm film : films) {
        Seen one = seen.next();
        FactCache.Identity identity = one.identity();
        if (identity != null && !one.known() && lasts(one.state())) {
          now.put(identity, one.sha256(), one.state());
          fresh++;
          if (fresh % FILMS_BETWEEN_WRITES == 0) {
            remember(dataSet, now);
          }
        }
        scanned.add(new ScannedFilm(withPatient(film, one.state()), one.state()));
        progress.report(scanned.size(), films.size(), "Looking at films");
      }
    } finally {
      if (fresh % FILMS_BETWEEN_WRITES != 0) {
        remember(dataSet, now);
      }
    }
    return scanned;
  }

  private void remember(DataSet dataSet, FactCache now) {
    if (cache != null) {
      cache.write(cache.facts(dataSet), now::write);
    }
  }

  private Seen see(Path film, FactCache before) {
    try {
      FactCache.Identity identity = FactCache.Identity.of(film);
      FactCache.Known known = before.known(identity);
      if (known != null) {
        return new Seen(identity, known.sha256(), known.state(), true);
      }
      String sha256 = FactReader.sha256(film);
      FilmState same = before.known(sha256);
      return new Seen(identity, sha256, same != null ? same : facts.read(film, sha256), false);
    } catch (Failure e) {
      return new Seen(null, "", new FilmState.Unreadable(e.code(), e.sentence()), false);
    } catch (IOException e) {
      return new Seen(
          null,
          "",
          new FilmState.Unreadable(ErrorCode.NOT_READABLE, film + " cannot be read."),
          false);
    }
  }

  private static LabelledFilm withPatient(LabelledFilm film, FilmState state) {
    if (film.patientSource() == PatientSource.FILM
        && state instanceof FilmState.Read readable
        && !readable.facts().patientId().isBlank()) {
      return film.of(readable.facts().patientId(), PatientSource.DICOM);
    }
    return film;
  }

  private List<CopyPair> copies(
      DataSet dataSet,
      List<ScannedFilm> films,
      ExecutorService pool,
      int depth,
      Progress progress,
      Cancellation cancellation) {
    Originals originals = Originals.of(films);
    String key = CopyCache.key(originals.sha256s());
    int[] rows = originals.rows();
    Optional<List<CopyPair>> known =
        cache == null ? Optional.empty() : CopyCache.read(cache.copies(dataSet), key, rows);
    List<CopyPair> near =
        known.orElseGet(() -> search(originals, pool, depth, progress, cancellation));
    if (cache != null && known.isEmpty()) {
      cache.write(cache.copies(dataSet), file -> CopyCache.write(file, key, rows, near));
    }
    List<CopyPair> all = new ArrayList<>(originals.exact());
    all.addAll(near);
    return CopyPair.onceEach(all);
  }

  private static List<CopyPair> search(
      Originals originals,
      ExecutorService pool,
      int depth,
      Progress progress,
      Cancellation cancellation) {
    List<CopyPair> pairs = new ArrayList<>();
    int[] rows = originals.rows();
    FingerprintIndex index = new FingerprintIndex(originals.fingerprints());
    try (Ahead<List<FingerprintIndex.Match>> matching =
        new Ahead<>(pool, depth, rows.length, index::matches, cancellation)) {
      for (int i = 0; i < rows.length; i++) {
        for (FingerprintIndex.Match match : matching.next()) {
          pairs.add(
              new CopyPair(rows[i], rows[match.film()], false, match.turn(), match.likeness()));
        }
        progress.report(i + 1, rows.length, "Looking for copies");
      }
    }
    return CopyPair.onceEach(pairs);
  }
}
