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
    float high = Float.NEGATIVE_INFINITY;
    float low = Float.POSITIVE_INFINITY;
    int highAt = left;
    int lowAt = left;
    boolean rising = true;
    boolean falling = true;
    int first = left;
    int last = -side;
    int swings = 0;
    for (int column = left; column < right; column++) {
      float value = values[row * side + column];
      if (value > high) {
        high = value;
        highAt = column;
      }
      if (value < low) {
        low = value;
        lowAt = column;
      }
      boolean peak = rising && value < high - SWING;
      boolean valley = falling && value > low + SWING;
      if (peak || valley) {
        int turn = peak ? highAt : lowAt;
        if (turn - last > pitch) {
          add(row, first, last, swings);
          first = turn;
          swings = 0;
        }
        last = turn;
        swings++;
        rising = valley;
        falling = peak;
        high = value;
        low = value;
        highAt = column;
        lowAt = column;
      }
    }
    add(row, first, last, swings);
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
