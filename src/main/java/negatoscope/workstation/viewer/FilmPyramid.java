package negatoscope.workstation.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import negatoscope.film.ColourPixels;
import negatoscope.film.Film;
import negatoscope.film.PaddingRange;
import negatoscope.film.Samples;
import negatoscope.task.Cancellation;

/**
 * A film and its halves: each level holds the means of 2 × 2 stored values of the one before, so
 * that a film seen from afar is averaged, not skipped through.
 *
 * <p>Padding takes no part in a mean; a cell of which more than half is padding is padding.
 *
 * @param levels the film's own samples first; a level's pixel n covers the film pixels from n ×
 *     2^level on, the last one of an odd row or column less than its full size
 * @param colours red, green and blue of a film that is not grey; else empty
 */
public record FilmPyramid(List<Samples> levels, List<FilmPyramid> colours) {
  /** The longer side of the last level is at most this. */
  private static final int SMALLEST = 256;

  /** Copies the lists. */
  public FilmPyramid {
    levels = List.copyOf(levels);
    colours = List.copyOf(colours);
  }

  /** The film alone, good enough until the halves are there. */
  public static FilmPyramid coarse(Film film) {
    return new FilmPyramid(
        List.of(film.samples()),
        film.colour().stream()
            .flatMap(FilmPyramid::planes)
            .map(plane -> new FilmPyramid(List.of(plane), List.of()))
            .toList());
  }

  /** Red, green and blue. */
  private static Stream<Samples> planes(ColourPixels colour) {
    return IntStream.range(0, 3)
        .mapToObj(
            plane -> {
              byte[] values = new byte[colour.width() * colour.height()];
              for (int i = 0, at = plane; i < values.length; i++, at += 3) {
                values[i] = colour.rgb()[at];
              }
              return Samples.of8(colour.width(), colour.height(), 8, false, values);
            });
  }

  /**
   * This and all its halves; takes some 3 ns a film pixel and a third of the film's memory, three
   * times as much where there are colours.
   *
   * @param coarse the film alone
   */
  public static FilmPyramid of(
      FilmPyramid coarse, Optional<PaddingRange> padding, Cancellation cancellation) {
    List<Samples> levels = new ArrayList<>(coarse.levels);
    if (coarse.colours.isEmpty()) {
      Samples last = levels.get(0);
      while (Math.max(last.width(), last.height()) > SMALLEST) {
        last = new Halving(last, padding).halve(cancellation);
        levels.add(last);
      }
    }
    return new FilmPyramid(
        levels,
        coarse.colours.stream().map(plane -> of(plane, Optional.empty(), cancellation)).toList());
  }

  /** A film and all its halves. */
  public static FilmPyramid of(Film film, Cancellation cancellation) {
    return of(coarse(film), film.padding(), cancellation);
  }

  /** One step from a level to the next. */
  private record Halving(Samples from, Optional<PaddingRange> padding) {
    Samples halve(Cancellation cancellation) {
      int width = (from.width() + 1) / 2;
      int height = (from.height() + 1) / 2;
      boolean wide = from.bitsAllocated() == 16;
      short[] shorts = new short[wide ? width * height : 0];
      byte[] bytes = new byte[wide ? 0 : width * height];
      int[] upper = new int[width * 2];
      int[] lower = new int[width * 2];
      int[] means = new int[width];
      for (int y = 0; y < height; y++) {
        cancellation.check();
        row(2 * y, upper);
        row(Math.min(2 * y + 1, from.height() - 1), lower);
        if (padding.isPresent()) {
          average(upper, lower, means, padding.get());
        } else {
          average(upper, lower, means);
        }
        int at = y * width;
        for (int x = 0; x < width; x++) {
          if (wide) {
            shorts[at + x] = (short) means[x];
          } else {
            bytes[at + x] = (byte) means[x];
          }
        }
      }
      return wide
          ? Samples.of16(width, height, from.bitsStored(), from.signed(), shorts)
          : Samples.of8(width, height, from.bitsStored(), from.signed(), bytes);
    }

    private void row(int y, int[] into) {
      from.copy(y * from.width(), from.width(), into);
      into[into.length - 1] = into[from.width() - 1];
    }

    private static void average(int[] upper, int[] lower, int[] means) {
      for (int x = 0; x < means.length; x++) {
        int sum = upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1];
        means[x] = (sum + 2) >> 2;
      }
    }

    private static void average(int[] upper, int[] lower, int[] means, PaddingRange padding) {
      for (int x = 0; x < means.length; x++) {
        int sum = 0;
        int count = 0;
        int left = upper[2 * x];
        for (int i = 0; i < 4; i++) {
          int value = (i < 2 ? upper : lower)[2 * x + (i & 1)];
          if (!padding.contains(value)) {
            sum += value;
            left = value;
            count++;
          }
        }
        int mean = count == 0 ? left : Math.floorDiv(2 * sum + count, 2 * count);
        means[x] = count < 2 ? padding.least() : padding.contains(mean) ? left : mean;
      }
    }
  }
}
