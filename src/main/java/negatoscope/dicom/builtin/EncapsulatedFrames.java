package negatoscope.dicom.builtin;

import negatoscope.codec.CodecException;
import negatoscope.dicom.Frame;
import negatoscope.dicom.PixelFormat;
import negatoscope.film.FilmException;

/** Reads compressed frames, each when it is asked for. */
final class EncapsulatedFrames implements FrameSource {
  private final DicomFile file;
  private final PixelFormat format;
  private final FrameRanges ranges;
  private final FrameDecoder decoder;

  private EncapsulatedFrames(
      DicomFile file, PixelFormat format, FrameRanges ranges, FrameDecoder decoder) {
    this.file = file;
    this.format = format;
    this.ranges = ranges;
    this.decoder = decoder;
  }

  static EncapsulatedFrames of(
      DicomFile file, Fragments fragments, PixelFormat format, FrameDecoder decoder) {
    FrameRanges ranges = FrameRanges.of(file, fragments, format.frames());
    return new EncapsulatedFrames(file, format, ranges, decoder);
  }

  @Override
  public Frame frame(int index) {
    byte[] stream = ranges.stream(index);
    try {
      return decoder.decode(stream, format, file.repairs());
    } catch (CodecException e) {
      String which = format.frames() == 1 ? "" : "in frame %d ".formatted(index + 1);
      throw new FilmException(
          e.code(),
          file.in().file(),
          "cannot be shown: " + which + e.sentence(),
          "Export the film again from where it comes from.",
          e);
    }
  }
}
