package negatoscope.dicom.dcm4che;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import org.dcm4che3.io.DicomInputStream;

/** dcm4che's reader, whose every step is counted: it alone would pass over any amount of noise. */
final class GuardedStream extends DicomInputStream {
  /** dcm4che makes room for so much of a value at first, and for more as bytes arrive. */
  private static final int FIRST_ROOM = 1 << 20;

  private final Guard guard;

  /**
   * A reader of a data set.
   *
   * @param in is closed with this stream
   * @param syntax the UID of how the elements are coded
   */
  GuardedStream(InputStream in, String syntax, Guard guard) throws IOException {
    super(new BufferedInputStream(in), syntax);
    this.guard = guard;
    setDicomInputHandler(guard);
    setAllocateLimit(FIRST_ROOM);
  }

  @Override
  public void readHeader(Predicate<DicomInputStream> stop) throws IOException {
    guard.takeHeader();
    super.readHeader(stop);
  }
}
