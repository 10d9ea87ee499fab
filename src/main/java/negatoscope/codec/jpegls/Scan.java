package negatoscope.codec.jpegls;

import negatoscope.codec.CodecException;

/**
 * A scan header (SOS; T.87 C.2.3).
 *
 * @param components places of its components in the frame
 * @param near NEAR, the greatest error of a sample
 */
record Scan(int[] components, int near, Interleave interleave) {
  /** How the components of one scan are mixed (T.87 annex B). */
  enum Interleave {
    NONE,
    LINE,
    SAMPLE
  }

  /** Reads the header. */
  static Scan read(Segment segment, Frame frame) {
    int[] components = new int[segment.number(1)];
    for (int i = 0; i < components.length; i++) {
      components[i] = frame.components().indexOf(segment.number(1));
      if (components[i] < 0) {
        throw CodecException.corrupt("the JPEG-LS stream has a scan of an unknown component.");
      }
      if (segment.number(1) != 0) {
        throw unsupported("mapping tables");
      }
    }
    int near = segment.number(1);
    int mode = segment.number(1);
    if (segment.number(1) != 0) {
      throw unsupported("a point transform");
    }
    if (mode >= Interleave.values().length
        || components.length == 0
        || (mode == 0 && components.length > 1)) {
      throw CodecException.corrupt("the JPEG-LS stream has an impossible scan header.");
    }
    // One component alone is not mixed with any, whatever the header says.
    return new Scan(
        components, near, components.length == 1 ? Interleave.NONE : Interleave.values()[mode]);
  }

  static CodecException unsupported(String what) {
    return CodecException.unsupported(
        "the JPEG-LS stream uses %s, which Negatoscope does not read.".formatted(what));
  }
}
