package negatoscope.dicom.builtin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Optional;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.film.FilmException;
import negatoscope.task.ErrorCode;

/**
 * Which pieces of an encapsulated value belong to which frame: by the extended or the Basic Offset
 * Table, else by how many there are or how they begin (PS3.5 annex A.4, PS3.3 C.7.6.3.1.8).
 */
final class FrameRanges {
  /** Bytes that tell whether a stream begins. */
  private static final int START = 12;

  private final DicomFile file;
  private final Fragments fragments;
  private final int[] firsts;

  private FrameRanges(DicomFile file, Fragments fragments, int[] firsts) {
    this.file = file;
    this.fragments = fragments;
    this.firsts = firsts;
  }

  /**
   * Finds the frames.
   *
   * @throws FilmException NO_PIXELS where there is no piece, CORRUPT_PIXELS where there are fewer
   *     than frames, or a table contradicts itself
   */
  static FrameRanges of(DicomFile file, Fragments fragments, int frames) {
    if (fragments.count() == 0) {
      throw new FilmException(
          ErrorCode.NO_PIXELS,
          file.in().file(),
          "has no compressed pixels where they should be.",
          "Export the film again from where it comes from.");
    }
    if (frames > fragments.count()) {
      throw corrupt(
          file,
          "has %d frames by its header and %d pieces of compressed pixels"
              .formatted(frames, fragments.count()));
    }
    FrameRanges ranges = new FrameRanges(file, fragments, new int[frames]);
    Optional<LongBuffer> extended = extendedTable(file.dataSet());
    if (extended.isPresent() && extended.get().remaining() == frames) {
      ranges.byTable(extended.get()::get);
    } else if (fragments.tableSize() == frames) {
      ranges.byTable(fragments::tableOffset);
    } else {
      if (fragments.tableSize() > 0 || extended.isPresent()) {
        file.repairs()
            .pixels("The table of the frames' places does not fit their number; it was not used.");
      }
      ranges.withoutTable();
    }
    return ranges;
  }

  /** The compressed stream of a frame. */
  byte[] stream(int frame) {
    int from = firsts[frame];
    int to = frame + 1 < firsts.length ? firsts[frame + 1] : fragments.count();
    long length = fragments.length(from, to);
    if (length > Integer.MAX_VALUE - 8) {
      throw new FilmException(
          ErrorCode.TOO_LARGE,
          file.in().file(),
          "has %d bytes in one compressed frame.".formatted(length),
          "Export the film again from where it comes from.");
    }
    byte[] stream = new byte[(int) length];
    int at = 0;
    for (int i = from; i < to; i++) {
      file.in().moveTo(fragments.start(i));
      file.in().read(stream, at, (int) fragments.length(i));
      at += (int) fragments.length(i);
    }
    return stream;
  }

  /** Where a frame begins, as a table says. */
  private interface Offsets {
    long at(int frame);
  }

  private void byTable(Offsets offsets) {
    for (int i = 0; i < firsts.length; i++) {
      firsts[i] = fragments.at(offsets.at(i));
      if (firsts[i] < 0 || (i == 0 ? firsts[i] != 0 : firsts[i] <= firsts[i - 1])) {
        throw corrupt(
            file, "has a wrong table of its frames' places: that of frame %d".formatted(i + 1));
      }
    }
  }

  private void withoutTable() {
    boolean oneEach = firsts.length == fragments.count();
    int frame = 0;
    for (int i = 0; i < fragments.count() && (oneEach || firsts.length > 1); i++) {
      if (oneEach || beginsStream(start(i))) {
        if (frame == firsts.length || (i == 0) != (frame == 0)) {
          throw notFound();
        }
        firsts[frame++] = i;
      }
    }
    if (frame < firsts.length && firsts.length > 1) {
      throw notFound();
    }
  }

  private FilmException notFound() {
    return corrupt(
        file,
        "has %d frames by its header, but they cannot be found in %d pieces of compressed pixels"
            .formatted(firsts.length, fragments.count()));
  }

  private byte[] start(int piece) {
    byte[] start = new byte[(int) Math.min(START, fragments.length(piece))];
    file.in().moveTo(fragments.start(piece));
    file.in().read(start, 0, start.length);
    return start;
  }

  /** Whether a JPEG, JPEG-LS or JPEG 2000 stream begins here (T.81 B.2, T.87 C.1, T.800 A.4). */
  private static boolean beginsStream(byte[] bytes) {
    return has(bytes, 0, 0xFF, 0xD8, 0xFF)
        || has(bytes, 0, 0xFF, 0x4F, 0xFF, 0x51)
        || has(bytes, 4, 'j', 'P', ' ', ' ');
  }

  private static boolean has(byte[] bytes, int at, int... expected) {
    boolean all = bytes.length >= at + expected.length;
    for (int i = 0; all && i < expected.length; i++) {
      all = (bytes[at + i] & 0xFF) == expected[i];
    }
    return all;
  }

  private static Optional<LongBuffer> extendedTable(DataSet set) {
    return set.find(Tag.EXTENDED_OFFSET_TABLE)
        .map(Attribute::raw)
        .filter(bytes -> bytes.length >= 8)
        .map(bytes -> ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer());
  }

  private static FilmException corrupt(DicomFile file, String what) {
    return new FilmException(
        ErrorCode.CORRUPT_PIXELS,
        file.in().file(),
        what + ".",
        "Export the film again from where it comes from.");
  }
}
