package negatoscope.codec.jpeg;

import negatoscope.codec.CodecException;

/**
 * The scan header (T.81 B.2.3).
 *
 * @param components their places in the frame, in ascending order
 * @param dc number of each one's DC (or lossless) table, 0…3
 * @param ac number of each one's AC table, 0…3
 * @param start first coefficient of the band; the predictor of a lossless scan
 * @param end last coefficient of the band
 * @param high successive approximation: the bit position of the scan before; 0 in a first scan
 * @param low bit position of this scan; the point transform of a lossless one
 */
record ScanHeader(int[] components, int[] dc, int[] ac, int start, int end, int high, int low) {

  static ScanHeader read(Segments segment, FrameHeader frame) {
    int count = segment.u8(0);
    if (count < 1 || count > 4 || segment.length() != 4 + 2 * count) {
      throw impossible();
    }
    int[] components = new int[count];
    int[] dc = new int[count];
    int[] ac = new int[count];
    for (int i = 0; i < count; i++) {
      components[i] = place(segment.u8(1 + 2 * i), frame);
      int tables = segment.u8(2 + 2 * i);
      dc[i] = tables >> 4;
      ac[i] = tables & 15;
      if ((i > 0 && components[i] <= components[i - 1]) || dc[i] > 3 || ac[i] > 3) {
        throw impossible();
      }
    }
    int band = 1 + 2 * count;
    int approximation = segment.u8(band + 2);
    return new ScanHeader(
        components,
        dc,
        ac,
        segment.u8(band),
        segment.u8(band + 1),
        approximation >> 4,
        approximation & 15);
  }

  private static int place(int id, FrameHeader frame) {
    for (int i = 0; i < frame.components().size(); i++) {
      if (frame.components().get(i).id() == id) {
        return i;
      }
    }
    throw impossible();
  }

  static CodecException impossible() {
    return CodecException.corrupt("the JPEG stream has an impossible scan header.");
  }
}
