package negatoscope.dicom.builtin;

import negatoscope.dicom.Vr;

/** Turns values of Explicit VR Big Endian into little endian ones (PS3.5 section 7.3). */
final class BigEndian {
  private BigEndian() {}

  /** Turns the numbers of a value round; text and bytes stay as they are. */
  static void swap(byte[] value, Vr vr) {
    swap(value, 0, value.length, vr == Vr.AT ? 2 : vr.size());
  }

  /** Turns units of so many bytes round; a rest that is no unit stays. */
  static void swap(byte[] value, int from, int to, int unit) {
    for (int at = from; unit > 1 && at + unit <= to; at += unit) {
      for (int low = at, high = at + unit - 1; low < high; low++, high--) {
        byte first = value[low];
        value[low] = value[high];
        value[high] = first;
      }
    }
  }
}
