package negatoscope.tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of a film is covered by words that are burned into it, told by what all letters have in
 * common: along a row of cells grey swings up and down and up again by a lot within a few cells,
 * and does so in several rows one below another. White letters on black, black ones on white and
 * letters on a plate are alike to it; single letters such as side markers are no words.
 *
 * <p>Ribs and tubes swing less, or less often; wires do not keep to a line. The middle of the film,
 * where the lungs are, is left alone all the same.
 */
final class BurnedInText {
  /** Greys by which a stroke of a letter stands out. */
  private static final float SWING = 35;

  /** Cells from one swing to the next, at most, as a share of the tensor's side. */
  private static final double PITCH = 1.0 / 32;

  /** Swings that follow one another in a row, at least: three strokes and the gaps between. */
  private static final int SWINGS = 6;

  /** The part of the film in which nothing is looked for. */
  private static final Preparation.Crop MIDDLE = new Preparation.Crop(0.16, 0.12, 0.84, 0.88);

  private final float[] values;
  private final int side;
  private final TensorGeometry geometry;
  private final int left;
  private final int right;
  private final int pitch;
  private final List<Word> open = new ArrayList<>();
  private long covered;

  private BurnedInText(FilmTensor tensor) {
    this.values = tensor.values();
    this.side = tensor.side();
    this.geometry = tensor.geometry();
    this.left = cell(geometry.cellX(0, side));
    this.right = cell(geometry.cellX(geometry.filmWidth(), side));
    this.pitch = (int) Math.round(side * PITCH);
  }

  /** The share of the film in a tensor that words cover, 0 to 1. */
  static double share(FilmTensor tensor) {
    return new BurnedInText(tensor).share();
  }

  private int cell(double place) {
    return (int) Math.max(0, Math.min(side, Math.round(place)));
  }

  private double share() {
    int top = cell(geometry.cellY(0, side));
    int bottom = cell(geometry.cellY(geometry.filmHeight(), side));
    for (int row = top; row < bottom; row++) {
      look(row);
      close(row);
    }
    close(Integer.MAX_VALUE);
    return covered / Math.max(1.0, (double) (right - left) * (bottom - top));
  }

  /** Looks through a row for stretches in which grey swings as often as in a word. */
  private void look(int row) {
    int begin = row * side + left;
    int end = row * side + right;
    int turn = firstTurn(begin, end);
    boolean peak = turn >= 0;
    int at = peak ? turn : ~turn;
    int first = begin;
    int last = begin - side;
    int swings = 0;
    while (at < end) {
      if (at - last > pitch) {
        add(row, first - row * side, last - row * side, swings);
        first = at;
        swings = 0;
      }
      last = at;
      swings++;
      peak = !peak;
      at = peak ? peak(at, end) : valley(at, end);
    }
    add(row, first - row * side, last - row * side, swings);
  }

  /**
   * Where the first peak is that grey falls from by a swing, or the complement of where the first
   * valley is that it rises from; the end where there is neither.
   */
  private int firstTurn(int begin, int end) {
    int high = begin;
    int low = begin;
    for (int i = begin; i < end; i++) {
      float value = values[i];
      if (value > values[high]) {
        high = i;
      }
      if (value < values[low]) {
        low = i;
      }
      if (value < values[high] - SWING) {
        return high;
      }
      if (value > values[low] + SWING) {
        return ~low;
      }
    }
    return end;
  }

  /** Where the next peak after a valley is. */
  private int peak(int from, int end) {
    float high = values[from];
    int at = from;
    for (int i = from + 1; i < end; i++) {
      float value = values[i];
      if (value > high) {
        high = value;
        at = i;
      } else if (value < high - SWING) {
        return at;
      }
    }
    return end;
  }

  /** Where the next valley after a peak is. */
  private int valley(int from, int end) {
    float low = values[from];
    int at = from;
    for (int i = from + 1; i < end; i++) {
      float value = values[i];
      if (value < low) {
        low = value;
        at = i;
      } else if (value > low + SWING) {
        return at;
      }
    }
    return end;
  }

  private void add(int row, int first, int last, int swings) {
    if (swings < SWINGS) {
      return;
    }
    for (Word word : open) {
      if (word.goesOn(row, first, last)) {
        word.add(first, last, swings);
        return;
      }
    }
    Word begun = new Word(row);
    begun.add(first, last, swings);
    open.add(begun);
  }

  /** Counts the words that end above a row. */
  private void close(int row) {
    for (Word word : open) {
      if (word.endsAbove(row) && word.isOne(side) && outside(word)) {
        covered += word.area();
      }
    }
    open.removeIf(word -> word.endsAbove(row));
  }

  private boolean outside(Word word) {
    double x = geometry.filmX(word.middleColumn(), side) / geometry.filmWidth();
    double y = geometry.filmY(word.middleRow(), side) / geometry.filmHeight();
    return x < MIDDLE.left() || x > MIDDLE.right() || y < MIDDLE.top() || y > MIDDLE.bottom();
  }
}
