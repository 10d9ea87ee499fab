package negatoscope.dicom.builtin;

import negatoscope.dicom.Tag;
import negatoscope.film.FilmException;
import negatoscope.task.ErrorCode;

/** Goes through the items of an encapsulated value up to its end mark (PS3.5 annex A.4). */
final class FragmentReader {
  /** Reads or skips the value of an item, which stands next in the input. */
  @FunctionalInterface
  interface Item {
    void read(boolean first, long length);
  }

  private final ElementInput in;
  private final int tag;
  private final Repairs repairs;

  private FragmentReader(ElementInput in, int tag, Repairs repairs) {
    this.in = in;
    this.tag = tag;
    this.repairs = repairs;
  }

  static FragmentReader of(ElementInput in, int tag, Repairs repairs) {
    return new FragmentReader(in, tag, repairs);
  }

  /**
   * Every item in its order.
   *
   * @throws FilmException TRUNCATED or BAD_HEADER
   */
  void each(Item item) {
    boolean first = true;
    while (true) {
      if (!first && in.atEnd()) {
        repairs.pixels("The end mark of the compressed pixels is missing.");
        return;
      }
      int next = in.tag();
      long length = in.u32();
      if (next == Tag.SEQUENCE_DELIMITATION) {
        return;
      }
      if (next != Tag.ITEM) {
        throw in.badHeader("a fragment of " + Tag.toString(tag) + " is missing");
      }
      if (length > in.remaining()) {
        throw new FilmException(
            ErrorCode.TRUNCATED,
            in.file(),
            "ends in the middle of its compressed pixels: %d of %d bytes of a piece are there."
                .formatted(in.remaining(), length),
            "Get the file again from where it comes from.");
      }
      item.read(first, length);
      first = false;
    }
  }
}
