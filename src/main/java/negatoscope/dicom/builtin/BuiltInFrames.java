package negatoscope.dicom.builtin;

import java.nio.file.Path;
import java.util.List;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomFrames;
import negatoscope.dicom.Frame;
import negatoscope.dicom.PhotometricInterpretation;
import negatoscope.dicom.PixelFormat;
import negatoscope.dicom.Tag;
import negatoscope.dicom.TransferSyntax;
import negatoscope.film.FilmException;
import negatoscope.film.FilmWarning;
import negatoscope.task.ErrorCode;

/** The frames of a file that was read whole. */
final class BuiltInFrames implements DicomFrames {
  /** Media Storage Directory Storage: the file lists films and has none itself. */
  private static final String DIRECTORY = "1.2.840.10008.1.3.10";

  private final DicomFile read;
  private final PixelFormat format;

  private BuiltInFrames(DicomFile read, PixelFormat format) {
    this.read = read;
    this.format = format;
  }

  static BuiltInFrames of(DicomFile read) {
    if (read.pixels().length == 0) {
      throw withoutPixels(read.file(), read.dataSet());
    }
    PixelFormat format = PixelFormat.of(read.file(), read.dataSet());
    NativeFrames.check(read.file(), format, read.pixels());
    return new BuiltInFrames(read, format);
  }

  private static FilmException withoutPixels(Path file, DataSet set) {
    if (set.has(Tag.FLOAT_PIXEL_DATA) || set.has(Tag.DOUBLE_FLOAT_PIXEL_DATA)) {
      return new FilmException(
          ErrorCode.UNSUPPORTED_PIXELS,
          file,
          "has floating-point pixels, which are not read.",
          "Export it as a grey film of 8 or 16 bits.");
    }
    boolean directory = set.text(Tag.MEDIA_STORAGE_SOP_CLASS_UID).equals(DIRECTORY);
    return new FilmException(
        ErrorCode.NO_PIXELS,
        file,
        directory ? "is a directory of films and has none itself." : "is DICOM without a picture.",
        directory ? "Open the folder that it is in." : "Choose the file of an image.");
  }

  @Override
  public Path file() {
    return read.file();
  }

  @Override
  public TransferSyntax syntax() {
    return read.syntax();
  }

  @Override
  public DataSet dataSet() {
    return read.dataSet();
  }

  @Override
  public PixelFormat format() {
    return format;
  }

  @Override
  public List<FilmWarning> warnings() {
    return read.warnings();
  }

  @Override
  public int count() {
    return format.frames();
  }

  @Override
  public Frame frame(int index) {
    FrameShape shape = new FrameShape(format.width(), format.height(), format.samples());
    Decoded pixels = NativeFrames.frame(shape, format, read.pixels(), index);
    return new Frame(pixels, format.photometric().orElse(PhotometricInterpretation.MONOCHROME2));
  }

  @Override
  public void close() {}
}
