package negatoscope.dicom.builtin;

import negatoscope.dicom.builtin.source.ByteSource;
import negatoscope.film.FilmException;
import negatoscope.task.ErrorCode;

/**
 * How much memory the elements of a file may take: ten times the file, which a large DICOMDIR of
 * short values needs, and 8 MiB. Files of millions of empty elements, or deflated ones that swell,
 * end here.
 */
final class Budget {
  private static final long WITHOUT_QUESTION = 8L << 20;
  private static final long TIMES_THE_FILE = 10;

  /** What an element takes beside its value, about. */
  private static final long ELEMENT = 124;

  private final ElementInput in;
  private long left;

  private Budget(ElementInput in, long left) {
    this.in = in;
    this.left = left;
  }

  /** For what is read of a file of so many bytes. */
  static Budget of(ElementInput in, long fileBytes) {
    return new Budget(in, WITHOUT_QUESTION + TIMES_THE_FILE * fileBytes);
  }

  /** For a file that is read with all its values. */
  static Budget ofWhole(ElementInput in, long fileBytes) {
    return new Budget(
        in, WITHOUT_QUESTION + TIMES_THE_FILE * fileBytes + ByteSource.MOST_INFLATED_BYTES);
  }

  /** Whether there is room for a value of so many bytes. */
  boolean has(long bytes) {
    return cost(bytes) <= left;
  }

  /**
   * Takes what a value needs.
   *
   * @throws FilmException TOO_LARGE
   */
  void value(long bytes) {
    take(cost(bytes));
  }

  /**
   * Takes what an element or an item needs beside its value.
   *
   * @throws FilmException TOO_LARGE
   */
  void element() {
    take(ELEMENT);
  }

  private void take(long bytes) {
    left -= bytes;
    if (left < 0) {
      throw new FilmException(
          ErrorCode.TOO_LARGE,
          in.file(),
          "has more in its header than a film can have.",
          "Export the film again from where it comes from.");
    }
  }

  /** Bytes whose number is not known before take room twice. */
  private long cost(long bytes) {
    return in.source().isSeekable() ? bytes : 2 * bytes;
  }
}
