package negatoscope.tensor;

/** What may be a word: stretches of rows, one below another, in which grey swings as in letters. */
final class Word {
  /** Rows, at least: letters lower than that cannot be told. */
  private static final int LEAST_ROWS = 3;

  /** Rows, at most, as a share of the side. */
  private static final double MOST_ROWS = 1.0 / 12;

  /** Width, at least, by its height. */
  private static final double LEAST_WIDTH = 1.8;

  /** Share of the rectangle around the stretches that they fill, at least: wires run aslant. */
  private static final double FILLED = 0.65;

  /** Cells from one swing to the next, at most, by the height: letters are no wider than high. */
  private static final double SPACING = 0.9;

  private final int top;
  private int rows;
  private int first = Integer.MAX_VALUE;
  private int last = -1;
  private int lowestFirst;
  private int lowestLast = -1;
  private int area;
  private int swings;

  /** A word that begins in a row; nothing of it is there yet. */
  Word(int top) {
    this.top = top;
  }

  /** Whether a stretch lies below the lowest one that is there, by more than half of the wider. */
  boolean goesOn(int row, int from, int to) {
    int common = Math.min(to, lowestLast) - Math.max(from, lowestFirst) + 1;
    return row == top + rows && 2 * common > Math.max(to - from, lowestLast - lowestFirst) + 1;
  }

  /** Adds the next row's stretch. */
  void add(int from, int to, int count) {
    rows++;
    first = Math.min(first, from);
    last = Math.max(last, to);
    lowestFirst = from;
    lowestLast = to;
    area += to - from + 1;
    swings += count;
  }

  /** Whether nothing can be added to it in a row. */
  boolean endsAbove(int row) {
    return top + rows < row;
  }

  /** Whether it has the shape of a word. */
  boolean isOne(int side) {
    int width = last - first + 1;
    return rows >= LEAST_ROWS
        && rows <= side * MOST_ROWS
        && width >= LEAST_WIDTH * rows
        && area >= FILLED * width * rows
        && area <= SPACING * rows * swings;
  }

  /** Cells that it covers. */
  int area() {
    return area;
  }

  /** Column of its middle. */
  double middleColumn() {
    return (first + last + 1) / 2.0;
  }

  /** Row of its middle. */
  double middleRow() {
    return top + rows / 2.0;
  }
}
