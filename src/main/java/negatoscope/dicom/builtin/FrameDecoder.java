package negatoscope.dicom.builtin;

import java.util.Map;
import java.util.Optional;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.codec.jpeg.JpegDecoder;
import negatoscope.codec.jpeg.JpegHeader;
import negatoscope.codec.jpeg2000.Jpeg2000Decoder;
import negatoscope.codec.jpegls.JpegLsDecoder;
import negatoscope.codec.rle.RleDecoder;
import negatoscope.dicom.Frame;
import negatoscope.dicom.PhotometricInterpretation;
import negatoscope.dicom.PixelFormat;
import negatoscope.dicom.TransferSyntax;

/** Decodes one compressed frame by the codec of its transfer syntax (PS3.5 section 8.2). */
enum FrameDecoder {
  RLE(true),
  JPEG(false),
  JPEG_LOSSLESS(true),
  JPEG_LS(true),
  JPEG_LS_NEAR(false),
  JPEG_2000_LOSSLESS(true),
  JPEG_2000(false);

  private static final Map<String, FrameDecoder> BY_UID =
      Map.ofEntries(
          Map.entry("1.2.840.10008.1.2.5", RLE),
          Map.entry("1.2.840.10008.1.2.4.50", JPEG),
          Map.entry("1.2.840.10008.1.2.4.51", JPEG),
          Map.entry("1.2.840.10008.1.2.4.53", JPEG),
          Map.entry("1.2.840.10008.1.2.4.55", JPEG),
          Map.entry("1.2.840.10008.1.2.4.57", JPEG_LOSSLESS),
          Map.entry("1.2.840.10008.1.2.4.70", JPEG_LOSSLESS),
          Map.entry("1.2.840.10008.1.2.4.80", JPEG_LS),
          Map.entry("1.2.840.10008.1.2.4.81", JPEG_LS_NEAR),
          Map.entry("1.2.840.10008.1.2.4.90", JPEG_2000_LOSSLESS),
          Map.entry("1.2.840.10008.1.2.4.91", JPEG_2000));

  private final boolean lossless;

  FrameDecoder(boolean lossless) {
    this.lossless = lossless;
  }

  /** The decoder for a transfer syntax, where there is one. */
  static Optional<FrameDecoder> of(TransferSyntax syntax) {
    return Optional.ofNullable(BY_UID.get(syntax.uid()));
  }

  /**
   * Decodes a frame.
   *
   * @param repairs takes what the stream says otherwise than the header
   * @throws negatoscope.codec.CodecException where the stream is damaged
   */
  Frame decode(byte[] stream, PixelFormat format, Repairs repairs) {
    FrameShape shape = new FrameShape(format.width(), format.height(), format.samples());
    Decoded decoded =
        switch (this) {
          case RLE -> RleDecoder.decode(stream, shape, format.allocated() / 8);
          case JPEG, JPEG_LOSSLESS -> JpegDecoder.decode(stream, shape);
          case JPEG_LS, JPEG_LS_NEAR -> JpegLsDecoder.decode(stream, shape);
          case JPEG_2000_LOSSLESS, JPEG_2000 -> Jpeg2000Decoder.decode(stream, shape);
        };
    Decoded fitted = StreamPrecision.of(decoded, lossless).fitted(format, repairs);
    return new Frame(fitted, photometric(stream, format, repairs));
  }

  private PhotometricInterpretation photometric(
      byte[] stream, PixelFormat format, Repairs repairs) {
    PhotometricInterpretation said =
        format.photometric().orElse(PhotometricInterpretation.MONOCHROME2);
    return switch (said) {
      case YBR_ICT, YBR_RCT -> PhotometricInterpretation.RGB;
      case RGB, YBR_FULL, YBR_FULL_422 -> {
        PhotometricInterpretation full =
            said == PhotometricInterpretation.RGB ? said : PhotometricInterpretation.YBR_FULL;
        yield this == JPEG ? colour(JpegHeader.read(stream).colour(), full, repairs) : full;
      }
      default -> said;
    };
  }

  /** A JPEG stream knows better than the header what its components are. */
  private static PhotometricInterpretation colour(
      JpegHeader.Colour colour, PhotometricInterpretation said, Repairs repairs) {
    PhotometricInterpretation found =
        switch (colour) {
          case RGB -> PhotometricInterpretation.RGB;
          case YCBCR -> PhotometricInterpretation.YBR_FULL;
          case UNSAID -> said;
        };
    if (found != said) {
      repairs.header(
          "The header says that the colours are %s, the compressed picture says %s; the picture is"
                  .formatted(said, found)
              + " right.");
    }
    return found;
  }
}
