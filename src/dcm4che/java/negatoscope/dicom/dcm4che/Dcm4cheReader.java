package negatoscope.dicom.dcm4che;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Tag;
import negatoscope.dicom.TransferSyntax;
import negatoscope.dicom.builtin.FileStart;
import negatoscope.dicom.builtin.FoundFile;
import negatoscope.dicom.builtin.Repairs;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.UID;
import org.dcm4che3.io.DicomInputStream;

/**
 * Reads a file by dcm4che: the meta header, then the data set in the transfer syntax that it says
 * or, where that cannot be, in the one that its first element looks like. dcm4che alone takes the
 * transfer syntax as it is written, and loses what stands before a damaged end.
 */
final class Dcm4cheReader {
  private final Path file;
  private final Reach reach;
  private final Repairs repairs = new Repairs();

  private Dcm4cheReader(Path file, Reach reach) {
    this.file = file;
    this.reach = reach;
  }

  /**
   * Reads a file.
   *
   * @throws negatoscope.film.FilmException with the reason why it cannot be read
   */
  static FoundFile read(Path file, Reach reach) {
    return Refusal.refusing(file, () -> new Dcm4cheReader(file, reach).read());
  }

  private FoundFile read() throws IOException {
    byte[] head = bytes(0, 1024);
    if (FileStart.likeness(head) == DicomToolkit.Likeness.NONE) {
      throw Refusal.notDicom(file);
    }
    long size = Files.size(file);
    long start = FileStart.magicEnd(head);
    DataSet.Builder set = DataSet.builder();
    byte[] first = bytes(start, 8);
    if (first.length > 1 && first[0] == 2 && first[1] == 0) {
      start = readMeta(set, start, size);
      first = bytes(start, 8);
    }
    TransferSyntax syntax = FileStart.syntax(set, first, repairs);
    if (!syntax.isReadable()) {
      throw syntax.unsupported(file);
    }
    if (start >= size) {
      throw new EOFException();
    }
    return readDataSet(set, syntax, start, size);
  }

  /** Reads group 0002, which is always explicit; gives the place where the data set begins. */
  private long readMeta(DataSet.Builder set, long start, long size) throws IOException {
    Guard guard = new Guard(file, Reach.HEADER, start, false, size, repairs);
    try (DicomInputStream in = new GuardedStream(from(start), UID.ExplicitVRLittleEndian, guard)) {
      Attributes meta = new Attributes();
      in.readAttributes(meta, -1, next -> Tag.group(next.tag()) != 2);
      Elements.of(meta).attributes().forEach(set::put);
      return start + (Tag.group(in.tag()) == 2 ? in.getPosition() : in.getTagPosition());
    }
  }

  private FoundFile readDataSet(DataSet.Builder set, TransferSyntax syntax, long start, long size)
      throws IOException {
    boolean deflated = syntax.coding() == TransferSyntax.Coding.DEFLATED;
    Guard guard = new Guard(file, reach, start, deflated, size, repairs);
    try (DicomInputStream in = new GuardedStream(from(start), coding(syntax), guard)) {
      Attributes attributes = new Attributes(in.bigEndian());
      try {
        in.readAttributes(attributes, -1, guard::stopsAt);
      } catch (IOException e) {
        behindPixels(guard, in, e);
      }
      attributes.remove(Tag.DATA_SET_TRAILING_PADDING);
      Elements.of(attributes).attributes().forEach(set::put);
      Optional<FoundFile.Pixels> pixels = guard.pixels();
      pixels.ifPresent(
          found -> set.put(Attribute.omitted(Tag.PIXEL_DATA, found.vr(), found.value().length())));
      return new FoundFile(file, start, syntax, set.build(), pixels, repairs);
    }
  }

  /** Damage behind the pixels does not hide them. */
  private void behindPixels(Guard guard, DicomInputStream in, IOException damage)
      throws IOException {
    boolean inItem = guard.isInPixels() && in.level() > 0;
    if (guard.pixels().isEmpty() || inItem) {
      throw damage;
    }
    if (!guard.isInPixels()) {
      repairs.header("What follows the picture in the file is no DICOM and was left out.");
    } else if (guard.pixels().get().value().length() < 0) {
      repairs.pixels("The end mark of the compressed pixels is missing.");
    }
  }

  /** How the elements are coded, whatever the pixels are compressed by. */
  private static String coding(TransferSyntax syntax) {
    return switch (syntax.coding()) {
      case IMPLICIT_LITTLE -> UID.ImplicitVRLittleEndian;
      case EXPLICIT_BIG -> UID.ExplicitVRBigEndian;
      case DEFLATED -> UID.DeflatedExplicitVRLittleEndian;
      case EXPLICIT_LITTLE, UNKNOWN -> UID.ExplicitVRLittleEndian;
    };
  }

  /** The file from a place on, without a buffer. */
  private InputStream from(long place) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      in.skipNBytes(place);
      return in;
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private byte[] bytes(long place, int most) throws IOException {
    try (InputStream in = from(place)) {
      return in.readNBytes(most);
    }
  }
}
