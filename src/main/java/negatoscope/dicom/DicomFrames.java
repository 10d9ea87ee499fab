package negatoscope.dicom;

import java.nio.file.Path;
import java.util.List;
import negatoscope.film.FilmWarning;

/**
 * A DICOM file whose header has been read and whose frames are decoded one at a time. Belongs to
 * one thread; to be closed.
 */
public interface DicomFrames extends AutoCloseable {
  /** The file. */
  Path file();

  /** How it is coded, as found, which may be another syntax than the one that it names. */
  TransferSyntax syntax();

  /** All its elements but the pixels. */
  DataSet dataSet();

  /** How its pixels are laid out. */
  PixelFormat format();

  /** What was guessed or repaired so far, the frames decoded until now included. */
  List<FilmWarning> warnings();

  /** How many frames can be asked for, at least 1. */
  int count();

  /**
   * Decodes a frame.
   *
   * @param index from 0
   * @throws negatoscope.film.FilmException CORRUPT_PIXELS, TRUNCATED, UNSUPPORTED_PIXELS,
   *     UNSUPPORTED_SYNTAX or BAD_DIMENSIONS
   */
  Frame frame(int index);

  @Override
  void close();
}
