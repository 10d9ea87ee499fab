package negatoscope.dicom.dcm4che;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;
import negatoscope.dicom.builtin.FoundFile;
import negatoscope.dicom.builtin.Repairs;
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

  private final Reach reach;
  private final long origin;
  private final long end;
  private final Repairs repairs;
  private final List<FoundFile.Place> items = new ArrayList<>();
  private FoundFile.@Nullable Place value;
  private Vr pixelVr = Vr.UN;

  /**
   * A guard of one reading.
   *
   * @param origin what is added to the stream's positions to make them places
   * @param end where the data set ends at the latest, counted as the stream counts
   * @param repairs takes what dcm4che puts right without a word
   */
  Guard(Reach reach, long origin, long end, Repairs repairs) {
    this.reach = reach;
    this.origin = origin;
    this.end = end;
    this.repairs = repairs;
  }

  /** Where the pixels stand, once they were met; {@link Reach#WHOLE} reads them instead. */
  Optional<FoundFile.Pixels> pixels() {
    return Optional.ofNullable(value).map(at -> new FoundFile.Pixels(pixelVr, at, items));
  }

  /** Whether dcm4che is at the pixels of the film itself, not at those of an icon. */
  static boolean isAtPixels(DicomInputStream in) {
    return in.tag() == Tag.PIXEL_DATA && in.level() == 0;
  }

  @Override
  public void readValue(DicomInputStream in, Attributes attributes) throws IOException {
    long length = in.unsignedLength();
    if (isAtPixels(in) && reach == Reach.PLACES) {
      pixelVr = in.explicitVR() ? Vr.valueOf(in.vr().name()) : Vr.OW;
      value = new FoundFile.Place(origin + in.getPosition(), length);
      if (length >= 0) {
        // The film decides later whether what is there is enough.
        in.skipFully(Math.min(length, end - in.getPosition()));
        return;
      }
    }
    check(in);
    judge(in, attributes);
    if (length < 0 && in.vr() != VR.SQ && in.vr() != VR.OB && in.vr() != VR.OW) {
      throw new DicomStreamException("a value of kind " + in.vr() + " has no length");
    }
    if (length > MOST_BYTES && in.vr() != VR.SQ && reach != Reach.WHOLE) {
      in.skipFully(length);
      attributes.setValue(in.tag(), in.vr(), new BulkData("", 0, length, false));
    } else {
      in.readValue(in, attributes);
    }
  }

  @Override
  public void readValue(DicomInputStream in, Sequence sequence) throws IOException {
    if (in.level() > MOST_LEVELS) {
      throw new DicomStreamException("sequences are nested more than " + MOST_LEVELS + " deep");
    }
    check(in);
    in.readValue(in, sequence);
  }

  @Override
  public void readValue(DicomInputStream in, Fragments fragments) throws IOException {
    check(in);
    if (reach == Reach.WHOLE) {
      in.readValue(in, fragments);
      return;
    }
    // The pixels' own items are one level below them; those of an icon are deeper.
    if (value != null && in.level() == 1) {
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

  private void check(DicomInputStream in) throws EOFException {
    if (in.unsignedLength() > end - in.getPosition()) {
      throw new EOFException();
    }
  }
}
