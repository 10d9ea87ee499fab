package negatoscope.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds films that are copies of one another: scaled, recompressed, brighter or darker, turned by a
 * right angle, mirrored, or with up to a tenth of width and height cut off.
 *
 * <p>Films whose {@link PerceptualHash hashes} are near are looked up in bands (multi-index
 * hashing, Norouzi, Punjani and Fleet 2012), so that not every pair is compared; then the two are
 * laid on one another and their fine detail compared.
 *
 * <p>Threads: may be asked by many at once.
 */
public final class FingerprintIndex {
  /**
   * Likeness from which on two films count as one. On 2,110 real films the least likeness of a made
   * copy that was found was 0.74; the greatest of two films of the same patient was 0.64, of two
   * patients 0.63.
   */
  public static final double COPY = 0.68;

  private static final int MOST_DISTANCE = 10;
  private static final int BANDS = 4;
  private static final int BAND_BITS = 16;
  private static final int BUCKETS = 1 << BAND_BITS;

  private final List<FilmFingerprint> films;
  private final PerceptualHash hashing = new PerceptualHash();
  private final long[] hashes;
  private final float[][] coarse;
  private final int[][] starts = new int[BANDS][BUCKETS + 1];
  private final int[][] entries = new int[BANDS][];
  private final int[] nearBands = nearBands();

  /**
   * Another film that shows the same.
   *
   * @param film its number
   * @param turn how the film that was asked about is to be turned to lie as that one
   * @param likeness correlation of their fine detail, {@link #COPY} to 1
   */
  public record Match(int film, Turn turn, double likeness) {}

  /** An index of some films, numbered from 0. */
  public FingerprintIndex(List<FilmFingerprint> films) {
    this.films = List.copyOf(films);
    hashes = new long[films.size() * PerceptualHash.CROPS];
    coarse = new float[films.size()][];
    for (int film = 0; film < films.size(); film++) {
      float[] values = films.get(film).values();
      coarse[film] = FingerprintAlignment.coarse(values);
      long[] cropped = hashing.cropped(values);
      System.arraycopy(cropped, 0, hashes, film * cropped.length, cropped.length);
    }
    for (int band = 0; band < BANDS; band++) {
      fill(band);
    }
  }

  /** Sorts the hashes of a band into its buckets. */
  private void fill(int band) {
    int[] start = starts[band];
    for (long hash : hashes) {
      start[bucket(hash, band) + 1]++;
    }
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      start[bucket + 1] += start[bucket];
    }
    int[] next = start.clone();
    int[] sorted = new int[hashes.length];
    for (int entry = 0; entry < hashes.length; entry++) {
      sorted[next[bucket(hashes[entry], band)]++] = entry;
    }
    entries[band] = sorted;
  }

  private static int bucket(long hash, int band) {
    return (int) (hash >>> (band * BAND_BITS)) & (BUCKETS - 1);
  }

  /**
   * The films that the film of a number is a copy of, or of whose part it is one, but itself. A
   * film of which this one shows more is found by asking about that one.
   */
  public List<Match> matches(int film) {
    return matches(films.get(film), film);
  }

  /** The films that another film is a copy of. */
  public List<Match> matches(FilmFingerprint film) {
    return matches(film, -1);
  }

  private List<Match> matches(FilmFingerprint asked, int itself) {
    float[] values = asked.values();
    Nearest nearest = new Nearest(films.size());
    Map<Turn, Long> turned = hashing.turned(values);
    turned.forEach((turn, hash) -> collect(hash, turn, nearest));
    Map<Turn, FingerprintAlignment> turns = new EnumMap<>(Turn.class);
    List<Match> matches = new ArrayList<>();
    for (int film = 0; film < films.size(); film++) {
      Turn turn = nearest.turns[film];
      if (turn == null || film == itself) {
        continue;
      }
      FingerprintAlignment alignment =
          turns.computeIfAbsent(
              turn, t -> new FingerprintAlignment(t.apply(values, FilmFingerprint.SIDE)));
      int number = film;
      double likeness =
          alignment.likeness(
              coarse[film],
              () -> films.get(number).values(),
              PerceptualHash.part(nearest.crops[film]));
      if (likeness >= COPY) {
        matches.add(new Match(film, turn, likeness));
      }
    }
    return matches;
  }

  /** Of each film the crop whose hash is nearest, and in which turn. */
  private static final class Nearest {
    final @Nullable Turn[] turns;
    final byte[] crops;
    final byte[] distances;

    Nearest(int films) {
      turns = new Turn[films];
      crops = new byte[films];
      distances = new byte[films];
      Arrays.fill(distances, (byte) (MOST_DISTANCE + 1));
    }

    void offer(int entry, int distance, Turn turn) {
      int film = entry / PerceptualHash.CROPS;
      if (distance < distances[film]) {
        distances[film] = (byte) distance;
        crops[film] = (byte) (entry % PerceptualHash.CROPS);
        turns[film] = turn;
      }
    }
  }

  private void collect(long hash, Turn turn, Nearest nearest) {
    for (int band = 0; band < BANDS; band++) {
      int here = bucket(hash, band);
      for (int change : nearBands) {
        int bucket = here ^ change;
        for (int i = starts[band][bucket]; i < starts[band][bucket + 1]; i++) {
          int entry = entries[band][i];
          nearest.offer(entry, Long.bitCount(hash ^ hashes[entry]), turn);
        }
      }
    }
  }

  /**
   * What at most two bits change in a band. Of hashes that differ in ten bits, at least one of the
   * four bands differs in no more than two.
   */
  private static int[] nearBands() {
    List<Integer> changes = new ArrayList<>(List.of(0));
    for (int one = 0; one < BAND_BITS; one++) {
      changes.add(1 << one);
      for (int two = 0; two < one; two++) {
        changes.add(1 << one | 1 << two);
      }
    }
    return changes.stream().mapToInt(Integer::intValue).toArray();
  }
}
