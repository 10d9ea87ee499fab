package negatoscope.codec.jpeg;

import negatoscope.codec.CodecException;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.task.ErrorCode;

/**
 * JPEG (ITU-T T.81) with Huffman coding: baseline and extended sequential DCT, progressive DCT, and
 * lossless.
 */
public final class JpegDecoder {
  private JpegDecoder() {}

  /**
   * The components as they are coded, unsigned, side by side; sub-sampled ones are brought to full
   * size. No colour is converted: {@link JpegHeader#colour} says what the components are.
   *
   * @param stream one frame from SOI on; what follows its last scan may be missing
   * @throws CodecException BAD_DIMENSIONS where the stream holds another shape than expected;
   *     UNSUPPORTED_PIXELS for arithmetic coding, hierarchical frames, more than 4 components, a
   *     height given behind the scan, lossless frames with sub-sampled components; CORRUPT_PIXELS
   *     for every damage, an early end above all
   */
  public static Decoded decode(byte[] stream, FrameShape expected) {
    Segments segments = new Segments(stream);
    Tables tables = new Tables();
    FrameHeader header = null;
    FrameDecoder decoder = null;
    while (decoder == null || !decoder.complete()) {
      int marker = segments.next();
      if (Marker.isFrame(marker)) {
        if (header != null) {
          throw CodecException.corrupt("the JPEG stream has a second frame header.");
        }
        header = FrameHeader.read(marker, segments);
        compare(header, expected);
        continue;
      }
      switch (marker) {
        case Marker.DHT -> tables.huffman(segments);
        case Marker.DQT -> tables.quantisation(segments);
        case Marker.DRI -> tables.restartInterval(segments);
        case Marker.SOS -> {
          if (header == null) {
            throw CodecException.corrupt("the JPEG stream has a scan without a frame header.");
          }
          if (decoder == null) {
            decoder = decoder(header, expected, stream.length - segments.place());
          }
          ScanHeader scan = ScanHeader.read(segments, header);
          segments.moveTo(decoder.scan(scan, tables, stream, segments.place()));
        }
        case Marker.EOI -> throw Segments.ends();
        default -> JpegHeader.checkIgnored(marker);
      }
    }
    return decoder.decoded();
  }

  private static void compare(FrameHeader header, FrameShape expected) {
    if (header.width() != expected.width()
        || header.height() != expected.height()
        || header.components().size() != expected.components()) {
      throw new CodecException(
          ErrorCode.BAD_DIMENSIONS,
          "the JPEG stream holds %d x %d samples of %d components where %d x %d of %d are expected."
              .formatted(
                  header.width(),
                  header.height(),
                  header.components().size(),
                  expected.width(),
                  expected.height(),
                  expected.components()));
    }
  }

  /** Believes the frame's size only where the bytes that are left can hold it. */
  private static FrameDecoder decoder(FrameHeader header, FrameShape shape, int bytesLeft) {
    boolean lossless = header.process() == Marker.SOF3;
    // A lossless sample takes at least one bit; a block takes one for its DC coefficient.
    long least = lossless ? shape.samples() : DctGeometry.blocks(header);
    if (least > 8L * bytesLeft) {
      throw Segments.ends();
    }
    return lossless ? new LosslessFrame(header, shape) : new DctFrame(header, shape);
  }
}
