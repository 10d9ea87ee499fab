package negatoscope.dicom.builtin;

import negatoscope.dicom.Vr;

/**
 * What stands between the tag of an element and its value (PS3.5 section 7.1).
 *
 * @param vr its value representation
 * @param length bytes of its value, or {@link #OPEN}
 */
record ElementHeader(Vr vr, long length) {
  /** The length of a value that ends with a mark. */
  static final long OPEN = 0xFFFFFFFFL;

  /**
   * Reads it.
   *
   * @param implied the value representation where the file does not say it
   * @throws negatoscope.film.FilmException BAD_HEADER or TRUNCATED
   */
  static ElementHeader read(ElementInput in, boolean explicit, Vr implied) {
    if (!explicit) {
      return new ElementHeader(implied, in.u32());
    }
    int first = in.u8();
    int second = in.u8();
    boolean letters = first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
    if (!letters) {
      throw in.badHeader("the kind of a value is not two letters");
    }
    Vr vr = Vr.of(first, second);
    if (!vr.hasLongLength()) {
      return new ElementHeader(vr, in.u16());
    }
    // Kinds that the standard may add later have a long length too (PS3.5 section 7.1.2).
    in.skip(2);
    return new ElementHeader(vr, in.u32());
  }
}
