package negatoscope.dicom;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** Reads and writes DICOM files; {@link Toolkits} finds them by {@link ServiceLoader}. */
public interface DicomToolkit {
  /** How sure a toolkit is that bytes are the start of a DICOM file. */
  enum Likeness {
    /** The letters DICM stand where PS3.10 wants them. */
    CERTAIN,
    /** There is no preamble, but what is there reads like the first element of a data set. */
    POSSIBLE,
    /** It is something else. */
    NONE
  }

  /** All toolkits that this program is shipped with and that start. */
  static List<DicomToolkit> all() {
    return Toolkits.find().usable();
  }

  /** The toolkit to use: another one than the program's own, where there is one. */
  static DicomToolkit preferred() {
    return Toolkits.find().preferred();
  }

  /** What the toolkit is called in About and in the log, with its version where it has one. */
  String name();

  /** Whether any other toolkit is preferred to this one. */
  default boolean isLastResort() {
    return false;
  }

  /**
   * Judges a file by its start.
   *
   * @param head the first 1024 bytes, or all of a smaller file
   */
  Likeness likeness(byte[] head);

  /**
   * Reads the header: every element up to Pixel Data, whose value stays in the file. The elements
   * of the meta header (group 0002) come first.
   *
   * @throws negatoscope.film.FilmException with the reason why it cannot be read
   */
  DataSet read(Path file);

  /**
   * Reads everything, pixels included: uncompressed ones as the value of Pixel Data, little endian;
   * compressed ones as its {@linkplain Attribute#fragments fragments}, as they are. What it gives
   * can be written again.
   *
   * @throws negatoscope.film.FilmException with the reason why it cannot be read
   */
  DataSet readWhole(Path file);

  /**
   * Reads the header and makes the frames ready to be decoded.
   *
   * @throws negatoscope.film.FilmException with the reason why it cannot be read; NO_PIXELS where
   *     there is no frame
   */
  DicomFrames open(Path file);

  /**
   * Writes a file as Explicit VR Little Endian, whole or not at all; compressed pixels stay as they
   * are, in the transfer syntax that the data set names in (0002,0010). The rest of the meta header
   * is made from the data set. Group lengths are left out, for they would not hold (PS3.5 section
   * 7.2).
   *
   * @param dataSet with SOP Class UID and SOP Instance UID
   * @throws negatoscope.task.Failure NOT_WRITABLE or DISK_FULL
   */
  void write(Path file, DataSet dataSet);
}
