package negatoscope.dicom.dcm4che;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;
import negatoscope.dicom.builtin.FoundFile;
import negatoscope.dicom.builtin.Repairs;
import negatoscope.film.FilmSize;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.BulkData;
import org.dcm4che3.data.Fragments;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomInputHandler;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4che3.io.DicomStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Stands between dcm4che's reader and the values: lengths are believed as far as the file goes,
 * nesting has a limit, what is very large stays in the file, and the place of the pixels is noted.
 * The reader alone would recurse as deep, and allocate as much, as a header says.
 */
final class Guard implements DicomInputHandler {
  /** Deeper nesting than any real file has. */
  private static final int MOST_LEVELS = 64;

  /** Larger values in the header are left in the file. */
  private static final long MOST_BYTES = 1 << 24;

  /** What elements may take beside what the file has. */
  private static final long ROOM = 8L << 20;

  /** What an element takes beside its value, about. */
  private static final long ELEMENT = 88;

  /** What an item takes, about, filled or not. */
  private static final long ITEM = 512;

  private final Path file;
  private final Reach reach;
  private final boolean deflated;
  private final long origin;
  private final long end;
  private final Repairs repairs;
  private final List<FoundFile.Place> items = new ArrayList<>();
  private FoundFile.@Nullable Place value;
  private Vr pixelVr = Vr.UN;
  private boolean inPixels;
  private long room;

  /**
   * A guard of one reading.
   *
   * @param start where the data set begins in the file
   * @param deflated whether it is deflated; places and lengths are those of what is inflated then
   * @param size bytes of the file; elements take four times as much at most
   * @param repairs takes what dcm4che puts right without a word
   */
  Guard(Path file, Reach reach, long start, boolean deflated, long size, Repairs repairs) {
    this.file = file;
    this.reach = reach;
    this.deflated = deflated;
    this.origin = deflated ? 0 : start;
    this.end = deflated ? FilmSize.MOST_BYTES : size - start;
    this.repairs = repairs;
    long values = reach == Reach.WHOLE ? Math.min(end, Runtime.getRuntime().maxMemory() / 2) : 0;
    this.room = ROOM + 4 * size + values;
  }

  /** Where the pixels stand, once they were met; of {@link Reach#WHOLE} they are read instead. */
  Optional<FoundFile.Pixels> pixels() {
    return Optional.ofNullable(value).map(at -> new FoundFile.Pixels(pixelVr, at, items));
  }

  /** Whether dcm4che was in the middle of the pixels when it stopped. */
  boolean isInPixels() {
    return inPixels;
  }

  /**
   * Takes what the next header stands for.
   *
   * @throws negatoscope.film.FilmException TOO_LARGE
   */
  void takeHeader() {
    take(ELEMENT);
  }

  /** Whether the element whose header was just read is where reading stops. */
  boolean stopsAt(DicomInputStream in) {
    if (reach == Reach.HEADER && isAtPixels(in)) {
      note(in);
      return true;
    }
    return false;
  }

  /** Whether dcm4che is at the pixels of the film itself, not at those of an icon. */
  private static boolean isAtPixels(DicomInputStream in) {
    return in.tag() == Tag.PIXEL_DATA && in.level() == 0;
  }

  private void note(DicomInputStream in) {
    pixelVr = in.explicitVR() ? Vr.valueOf(in.vr().name()) : Vr.OW;
    value = new FoundFile.Place(origin + in.getPosition(), in.unsignedLength());
  }

  @Override
  public void readValue(DicomInputStream in, Attributes attributes) throws IOException {
    if (isAtPixels(in) && reach == Reach.PLACES) {
      note(in);
      inPixels = true;
      readPixels(in, attributes);
      inPixels = false;
    } else {
      readElement(in, attributes);
    }
  }

  private void readPixels(DicomInputStream in, Attributes attributes) throws IOException {
    if (in.unsignedLength() < 0) {
      in.readValue(in, attributes);
    } else {
      // Whether what is there is enough is judged when the frames are made.
      in.skipFully(Math.min(in.unsignedLength(), end - in.getPosition()));
    }
  }

  private void readElement(DicomInputStream in, Attributes attributes) throws IOException {
    long length = in.unsignedLength();
    check(in);
    judge(in, attributes);
    if (in.vr() == VR.SQ) {
      in.readValue(in, attributes);
    } else if (length < 0) {
      if (in.vr() != VR.OB && in.vr() != VR.OW) {
        throw new DicomStreamException("a value of kind " + in.vr() + " has no length");
      }
      in.readValue(in, attributes);
    } else if (reach != Reach.WHOLE && (length > MOST_BYTES || 2 * length > room)) {
      in.skipFully(length);
      attributes.setValue(in.tag(), in.vr(), new BulkData("", 0, length, false));
    } else {
      take(length);
      in.readValue(in, attributes);
    }
  }

  @Override
  public void readValue(DicomInputStream in, Sequence sequence) throws IOException {
    if (in.level() > MOST_LEVELS) {
      throw new DicomStreamException("sequences are nested more than " + MOST_LEVELS + " deep");
    }
    check(in);
    take(ITEM);
    in.readValue(in, sequence);
  }

  @Override
  public void readValue(DicomInputStream in, Fragments fragments) throws IOException {
    check(in);
    if (in.unsignedLength() < 0) {
      throw new DicomStreamException("a piece of compressed pixels has no length");
    }
    if (reach == Reach.WHOLE) {
      take(in.unsignedLength());
      in.readValue(in, fragments);
      return;
    }
    if (inPixels) {
      items.add(new FoundFile.Place(origin + in.getPosition(), in.unsignedLength()));
    }
    in.skipFully(in.unsignedLength());
    fragments.add(new byte[0]);
  }

  @Override
  public void startDataset(DicomInputStream in) {}

  @Override
  public void endDataset(DicomInputStream in) {}

  private void judge(DicomInputStream in, Attributes attributes) {
    if (in.vr() != VR.SQ && in.unsignedLength() > 0 && (in.unsignedLength() & 1) == 1) {
      repairs.header("A value in the header has an odd length; it was read as it stands.");
    }
    if (in.level() == 0 && attributes.contains(in.tag())) {
      repairs.header(
          "The header has %s twice; the last one was used.".formatted(Tag.toString(in.tag())));
    }
  }

  private void take(long bytes) {
    room -= bytes;
    if (room < 0) {
      throw Refusal.tooLarge(file, null);
    }
  }

  private void check(DicomInputStream in) throws IOException {
    long left = end - in.getPosition();
    if (in.unsignedLength() > left) {
      if (deflated) {
        // Either the end comes before, or it is more than is opened.
        in.skipFully(left);
        throw Refusal.tooLarge(file, null);
      }
      throw new EOFException();
    }
  }
}
