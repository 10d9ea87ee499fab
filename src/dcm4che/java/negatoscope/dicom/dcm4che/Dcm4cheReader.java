package negatoscope.dicom.dcm4che;

import java.io.BufferedInputStream;
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
import negatoscope.dicom.Vr;
import negatoscope.dicom.builtin.FileStart;
import negatoscope.dicom.builtin.FoundFile;
import negatoscope.dicom.builtin.Repairs;
import negatoscope.film.FilmSize;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.UID;
import org.dcm4che3.io.DicomInputStream;

/**
 * Reads a file by dcm4che: the meta header, then the data set in the transfer syntax that it says
 * or, where that cannot be, in the one that its first element looks like. dcm4che alone takes the
 * transfer syntax as it is written, and loses what stands before a damaged end.
 */
final class Dcm4cheReader {
  private static final int BUFFER = 1 << 16;

  /** dcm4che makes room for so much at first, and for more as bytes arrive. */
  private static final int FIRST_ROOM = 1 << 20;

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
      throw Refusal.unsupported(file, syntax);
    }
    if (start >= size) {
      throw new EOFException();
    }
    return readDataSet(set, syntax, start, size);
  }

  /** Reads group 0002, which is always explicit; gives the place where the data set begins. */
  private long readMeta(DataSet.Builder set, long start, long size) throws IOException {
    try (DicomInputStream in = new DicomInputStream(from(start), UID.ExplicitVRLittleEndian)) {
      Attributes meta = new Attributes();
      in.setDicomInputHandler(new Guard(Reach.HEADER, start, size - start, repairs));
      in.readAttributes(meta, -1, next -> Tag.group(next.tag()) != 2);
      Elements.of(meta).attributes().forEach(set::put);
      return start + (Tag.group(in.tag()) == 2 ? in.getPosition() : in.getTagPosition());
    }
  }

  private FoundFile readDataSet(DataSet.Builder set, TransferSyntax syntax, long start, long size)
      throws IOException {
    boolean deflated = syntax.coding() == TransferSyntax.Coding.DEFLATED;
    long origin = deflated ? 0 : start;
    long end = deflated ? FilmSize.MOST_BYTES : size - start;
    Guard guard = new Guard(reach, origin, end, repairs);
    try (DicomInputStream in = new DicomInputStream(from(start), coding(syntax))) {
      in.setDicomInputHandler(guard);
      in.setAllocateLimit(FIRST_ROOM);
      Attributes attributes = new Attributes(in.bigEndian());
      boolean met = false;
      try {
        in.readAttributes(attributes, -1, next -> reach == Reach.HEADER && Guard.isAtPixels(next));
        met = reach == Reach.HEADER && Guard.isAtPixels(in);
      } catch (IOException e) {
        afterPixels(guard, in, e);
      }
      attributes.remove(Tag.DATA_SET_TRAILING_PADDING);
      Elements.of(attributes).attributes().forEach(set::put);
      if (met) {
        set.put(pixels(vr(in), in.unsignedLength()));
      }
      Optional<FoundFile.Pixels> pixels = guard.pixels();
      pixels.ifPresent(found -> set.put(pixels(found.vr(), found.value().length())));
      return new FoundFile(file, start, syntax, set.build(), pixels, repairs);
    }
  }

  /** Damage behind the pixels does not hide them. */
  private void afterPixels(Guard guard, DicomInputStream in, IOException damage)
      throws IOException {
    FoundFile.Pixels pixels = guard.pixels().orElse(null);
    if (pixels == null) {
      throw damage;
    }
    boolean encapsulated = pixels.value().length() < 0;
    if (encapsulated && in.level() == 1) {
      throw damage;
    }
    if (encapsulated && Guard.isAtPixels(in)) {
      repairs.pixels("The end mark of the compressed pixels is missing.");
    } else if (!Guard.isAtPixels(in)) {
      repairs.header("What follows the picture in the file is no DICOM and was left out.");
    }
  }

  private static Attribute pixels(Vr vr, long length) {
    return Attribute.omitted(Tag.PIXEL_DATA, vr, length);
  }

  private static Vr vr(DicomInputStream in) {
    return in.explicitVR() ? Vr.valueOf(in.vr().name()) : Vr.OW;
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

  private InputStream from(long place) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      in.skipNBytes(place);
      return new BufferedInputStream(in, BUFFER);
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
