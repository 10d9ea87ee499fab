package negatoscope.codec.jpegls;

import java.util.BitSet;
import negatoscope.codec.CodecException;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import org.jspecify.annotations.Nullable;

/**
 * Decodes JPEG-LS streams (ITU-T T.87): lossless and near-lossless, 2 to 16 bits, one to four
 * components, all interleave modes, preset parameters, restart intervals.
 */
public final class JpegLsDecoder {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int DNL = 0xDC;
  private static final int DRI = 0xDD;
  private static final int APP0 = 0xE0;
  private static final int APP8 = 0xE8;
  private static final int APP15 = 0xEF;
  private static final int SOF55 = 0xF7;
  private static final int LSE = 0xF8;
  private static final int COM = 0xFE;

  /** What APP8 begins with where the picture's colours were transformed: "mrfx". */
  private static final int TRANSFORMED = 0x6D726678;

  private final byte[] stream;
  private final FrameShape expected;
  private final BitSet complete = new BitSet();
  private CodingParameters.Preset preset = CodingParameters.Preset.DEFAULT;
  private int rowsToRestart;
  private @Nullable Frame frame;
  private @Nullable Samples samples;

  private JpegLsDecoder(byte[] stream, FrameShape expected) {
    this.stream = stream;
    this.expected = expected;
  }

  /**
   * The samples of a stream; what follows its last scan is not looked at.
   *
   * @throws CodecException CORRUPT_PIXELS where the stream is damaged or ends early, BAD_DIMENSIONS
   *     where it is not of the expected shape, UNSUPPORTED_PIXELS where it uses what the package
   *     does not read
   */
  public static Decoded decode(byte[] stream, FrameShape expected) {
    return new JpegLsDecoder(stream, expected).decode();
  }

  private Decoded decode() {
    if (stream.length < 2 || marker(0) != SOI) {
      throw CodecException.corrupt("the JPEG-LS stream does not begin like one.");
    }
    int position = 2;
    while (complete.cardinality() < expected.components()) {
      int marker = marker(position);
      if (marker == 0xFF) {
        position++;
      } else if (marker == EOI) {
        throw CodecException.corrupt("the JPEG-LS stream ends before its picture is complete.");
      } else {
        position = segment(marker, Segment.at(stream, position + 2));
      }
    }
    return samples().decoded();
  }

  private int marker(int position) {
    if (position + 1 >= stream.length) {
      throw CodecException.corrupt("the JPEG-LS stream ends before its picture is complete.");
    }
    if ((stream[position] & 0xFF) != 0xFF) {
      throw CodecException.corrupt("the JPEG-LS stream lacks a marker where one must be.");
    }
    return stream[position + 1] & 0xFF;
  }

  /** Reads what a marker begins, and says where the next marker is. */
  private int segment(int marker, Segment segment) {
    switch (marker) {
      case SOF55 -> {
        if (frame != null) {
          throw CodecException.corrupt("the JPEG-LS stream has two frame headers.");
        }
        frame = Frame.read(segment, expected);
        samples = new Samples(expected, frame.precision(), stream.length);
      }
      case LSE -> preset = preset(segment);
      case DRI -> rowsToRestart = restartInterval(segment);
      case SOS -> {
        return scan(segment);
      }
      case APP8 -> {
        if (segment.left() >= 5 && segment.number(4) == TRANSFORMED && segment.number(1) != 0) {
          throw Scan.unsupported("a colour transform of its own");
        }
      }
      default -> {
        if (marker >= 0xC0 && marker <= 0xCF) {
          throw CodecException.unsupported("the JPEG-LS stream is another kind of JPEG.");
        }
        if (marker != DNL && marker != COM && (marker < APP0 || marker > APP15)) {
          throw CodecException.corrupt(
              "the JPEG-LS stream has an impossible marker, FF%02X.".formatted(marker));
        }
      }
    }
    return segment.end();
  }

  private static CodingParameters.Preset preset(Segment segment) {
    int kind = segment.number(1);
    return switch (kind) {
      case 1 ->
          new CodingParameters.Preset(
              segment.number(2),
              segment.number(2),
              segment.number(2),
              segment.number(2),
              segment.number(2));
      case 2, 3 -> throw Scan.unsupported("mapping tables");
      case 4 -> throw Scan.unsupported("sizes beyond 65535");
      default -> throw Scan.unsupported("preset parameters of type " + kind);
    };
  }

  /** The interval in rows; T.87 allows two to four bytes for it (C.2.5). */
  private static int restartInterval(Segment segment) {
    int length = segment.left();
    int rows = length < 2 || length > 4 ? -1 : segment.number(length);
    if (rows < 0) {
      throw CodecException.corrupt("the JPEG-LS stream has an impossible restart interval.");
    }
    return rows;
  }

  private int scan(Segment segment) {
    if (frame == null) {
      throw CodecException.corrupt("the JPEG-LS stream has a scan before its frame header.");
    }
    Scan scan = Scan.read(segment, frame);
    for (int component : scan.components()) {
      if (complete.get(component)) {
        throw CodecException.corrupt("the JPEG-LS stream holds a component twice.");
      }
      complete.set(component);
    }
    CodingParameters parameters = CodingParameters.of(frame.precision(), scan.near(), preset);
    return new ScanDecoder(stream, segment.end(), parameters, scan, expected.width(), rowsToRestart)
        .decode(samples(), expected.height());
  }

  private Samples samples() {
    if (samples == null) {
      throw CodecException.corrupt("the JPEG-LS stream has no frame header.");
    }
    return samples;
  }
}
