package negatoscope.dicom.builtin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomFrames;
import negatoscope.dicom.Frame;
import negatoscope.dicom.PixelFormat;
import negatoscope.dicom.Tag;
import negatoscope.dicom.TransferSyntax;
import negatoscope.film.FilmException;
import negatoscope.film.FilmWarning;
import negatoscope.task.ErrorCode;

/** The frames of an open file. */
final class BuiltInFrames implements DicomFrames {
  /** Media Storage Directory Storage: the file lists films and has none itself. */
  private static final String DIRECTORY = "1.2.840.10008.1.3.10";

  private final DicomFile file;
  private final PixelFormat format;
  private final FrameSource frames;

  private BuiltInFrames(DicomFile file, PixelFormat format, FrameSource frames) {
    this.file = file;
    this.format = format;
    this.frames = frames;
  }

  /** Takes the file over, and closes it where there is no frame in it. */
  static BuiltInFrames of(DicomFile file) {
    try {
      Path path = file.in().file();
      PixelPlace place =
          file.pixels()
              .filter(pixels -> pixels.length() > 0 || pixels.fragments().isPresent())
              .orElseThrow(() -> withoutPixels(path, file.dataSet()));
      Optional<FrameDecoder> decoder = FrameDecoder.of(file.syntax());
      if (file.syntax().encapsulated() && decoder.isEmpty()) {
        throw file.syntax().unsupported(path);
      }
      List<FilmWarning> warnings = new ArrayList<>();
      PixelFormat format = PixelFormat.of(path, file.dataSet(), warnings);
      file.repairs().addAll(warnings);
      return new BuiltInFrames(file, format, frames(file, place, format, decoder));
    } catch (RuntimeException | Error e) {
      file.in().close();
      throw e;
    }
  }

  private static FrameSource frames(
      DicomFile file, PixelPlace place, PixelFormat format, Optional<FrameDecoder> decoder) {
    if (place.fragments().isPresent()) {
      return EncapsulatedFrames.of(
          file,
          place.fragments().get(),
          format,
          decoder.orElseThrow(() -> file.in().badHeader("uncompressed pixels have no length")));
    }
    if (decoder.isPresent()) {
      long more = place.length() - format.frames() * format.frameBytes();
      if (more != 0 && more != 1) {
        throw new FilmException(
            ErrorCode.CORRUPT_PIXELS,
            file.in().file(),
            "has compressed pixels that are not parted into frames.",
            "Export the film again from where it comes from.");
      }
      file.repairs()
          .syntax(
              "The file says that its pixels are compressed by %s; they were read as uncompressed."
                  .formatted(file.syntax().name()));
    }
    return NativeFrames.of(file, place, format);
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
    return file.in().file();
  }

  @Override
  public TransferSyntax syntax() {
    return file.syntax();
  }

  @Override
  public DataSet dataSet() {
    return file.dataSet();
  }

  @Override
  public PixelFormat format() {
    return format;
  }

  @Override
  public List<FilmWarning> warnings() {
    return file.repairs().warnings();
  }

  @Override
  public int count() {
    return format.frames();
  }

  @Override
  public Frame frame(int index) {
    return frames.frame(Objects.checkIndex(index, count()));
  }

  @Override
  public void close() {
    file.in().close();
  }
}
