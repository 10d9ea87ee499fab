package negatoscope.dicom.builtin;

/** How compressed streams begin. */
final class StreamStart {
  /** Bytes that tell. */
  static final int LENGTH = 12;

  private StreamStart() {}

  /** Whether a JPEG, JPEG-LS or JPEG 2000 stream begins here (T.81 B.2, T.87 C.1, T.800 A.4). */
  static boolean begins(byte[] bytes) {
    return has(bytes, 0, 0xFF, 0xD8, 0xFF)
        || has(bytes, 0, 0xFF, 0x4F, 0xFF, 0x51)
        || has(bytes, 4, 'j', 'P', ' ', ' ');
  }

  private static boolean has(byte[] bytes, int at, int... expected) {
    boolean all = bytes.length >= at + expected.length;
    for (int i = 0; all && i < expected.length; i++) {
      all = (bytes[at + i] & 0xFF) == expected[i];
    }
    return all;
  }
}
