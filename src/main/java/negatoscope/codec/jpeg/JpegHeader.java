package negatoscope.codec.jpeg;

import negatoscope.codec.CodecException;

/**
 * What a JPEG stream says of itself before its first scan.
 *
 * @param width columns, 1…65535
 * @param height rows, 1…65535
 * @param components 1…4
 * @param precision bits of a sample, 2…16
 * @param colour what three components are
 */
public record JpegHeader(
    int width, int height, int components, int precision, JpegHeader.Colour colour) {

  /** What the components of a colour picture are. */
  public enum Colour {
    /** The stream does not say. */
    UNSAID,
    /** An Adobe segment without transform, or components named R, G and B. */
    RGB,
    /** A JFIF segment, or an Adobe segment with the YCbCr transform. */
    YCBCR
  }

  /**
   * Reads up to the first scan.
   *
   * @throws CodecException CORRUPT_PIXELS or UNSUPPORTED_PIXELS, as {@link JpegDecoder#decode} does
   */
  public static JpegHeader read(byte[] stream) {
    Segments segments = new Segments(stream);
    FrameHeader frame = null;
    boolean jfif = false;
    int adobe = -1;
    while (true) {
      int marker = segments.next();
      if (Marker.isFrame(marker)) {
        frame = FrameHeader.read(marker, segments);
      } else if (marker == Marker.APP0) {
        jfif |= begins(segments, "JFIF");
      } else if (marker == Marker.APP14) {
        adobe = begins(segments, "Adobe") && segments.length() >= 12 ? segments.u8(11) : adobe;
      } else if (marker == Marker.SOS) {
        break;
      } else if (marker == Marker.EOI) {
        throw Segments.ends();
      }
    }
    if (frame == null) {
      throw CodecException.corrupt("the JPEG stream has a scan without a frame header.");
    }
    return new JpegHeader(
        frame.width(),
        frame.height(),
        frame.components().size(),
        frame.precision(),
        frame.components().size() == 3 ? colour(frame, jfif, adobe) : Colour.UNSAID);
  }

  /** Refuses markers that may not be passed over. */
  static void checkIgnored(int marker) {
    switch (marker) {
      case Marker.DAC ->
          throw CodecException.unsupported(
              "the JPEG stream is coded arithmetically, which is not read.");
      case Marker.DHP, Marker.EXP ->
          throw CodecException.unsupported("the JPEG stream is hierarchical, which is not read.");
      default -> {
        boolean passed =
            marker == Marker.DNL
                || marker == Marker.COM
                || (marker >= Marker.APP0 && marker <= Marker.APP15);
        if (!passed) {
          throw CodecException.corrupt(
              "the JPEG stream has an unknown marker FF%02X.".formatted(marker));
        }
      }
    }
  }

  private static Colour colour(FrameHeader frame, boolean jfif, int adobe) {
    if (jfif || adobe > 0) {
      return Colour.YCBCR;
    }
    boolean named =
        frame.components().get(0).id() == 'R'
            && frame.components().get(1).id() == 'G'
            && frame.components().get(2).id() == 'B';
    return adobe == 0 || named ? Colour.RGB : Colour.UNSAID;
  }

  private static boolean begins(Segments segments, String text) {
    if (segments.length() < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (segments.u8(i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
