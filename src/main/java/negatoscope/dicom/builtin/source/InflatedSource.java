package negatoscope.dicom.builtin.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import negatoscope.film.FilmException;
import negatoscope.task.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * A deflated data set (PS3.5 annex A.5, RFC 1951), inflated as it is read. What was read already is
 * inflated again from the start, unless it was kept.
 */
final class InflatedSource implements ByteSource {
  /** The format cannot do better: 258 bytes in two bits. */
  private static final long MOST_PER_BYTE = 1032;

  private static final int PIECE = 1 << 16;
  private static final int KEPT_WITHOUT_QUESTION = 1 << 20;

  private final Path file;
  private final ByteSource deflated;
  private final long start;
  private final Inflater inflater = new Inflater(true);
  private final byte[] input = new byte[1 << 13];
  private final byte[] passed = new byte[PIECE];
  private final List<byte[]> kept = new ArrayList<>();
  private final long mostKept;
  private long position;
  private long keptFrom;
  private long keptBytes;
  private boolean keeps;
  private long place;

  /**
   * What is deflated from a place on.
   *
   * @param deflated is closed with this source
   */
  InflatedSource(Path file, ByteSource deflated, long start) throws IOException {
    this.file = file;
    this.deflated = deflated;
    this.start = start;
    this.mostKept = KEPT_WITHOUT_QUESTION + deflated.size();
    deflated.moveTo(start);
  }

  @Override
  public long size() {
    return Math.min(MOST_INFLATED_BYTES, (deflated.size() - start) * MOST_PER_BYTE) + 1;
  }

  @Override
  public boolean isSeekable() {
    return false;
  }

  @Override
  public void keep(byte[] ahead, int from, int count) {
    keeps = true;
    keptFrom = position - count;
    keptBytes = 0;
    kept.clear();
    keepMore(ahead, from, count);
  }

  @Override
  public void keepNoMore() {
    keeps = false;
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    if (place < position && isKept(place)) {
      return again(into, from, count);
    }
    moveTo(place);
    int read = inflate(into, from, count);
    place = position;
    return read;
  }

  @Override
  public void moveTo(long to) throws IOException {
    place = to;
    if (isKept(to)) {
      return;
    }
    if (to < position) {
      inflater.reset();
      deflated.moveTo(start);
      position = 0;
    }
    while (position < to) {
      if (inflate(passed, 0, (int) Math.min(PIECE, to - position)) < 0) {
        throw new EOFException();
      }
    }
  }

  private boolean isKept(long at) {
    return at >= keptFrom && at < keptFrom + keptBytes;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    deflated.close();
  }

  private int again(byte[] into, int from, int count) {
    long at = place - keptFrom;
    byte[] piece = kept.get((int) (at / PIECE));
    int offset = (int) (at % PIECE);
    int read = (int) Math.min(Math.min(count, PIECE - offset), keptFrom + keptBytes - place);
    System.arraycopy(piece, offset, into, from, read);
    place += read;
    return read;
  }

  private int inflate(byte[] into, int from, int count) throws IOException {
    try {
      int made = 0;
      while (made == 0 && !inflater.finished()) {
        made = inflater.inflate(into, from, count);
        if (made == 0 && inflater.needsInput()) {
          int more = deflated.read(input, 0, input.length);
          if (more < 0) {
            return -1;
          }
          inflater.setInput(input, 0, more);
        } else if (made == 0 && inflater.needsDictionary()) {
          throw damaged(null);
        }
      }
      position += made;
      if (position > MOST_INFLATED_BYTES) {
        throw new FilmException(
            ErrorCode.TOO_LARGE,
            file,
            "swells to more than %d bytes when it is inflated.".formatted(MOST_INFLATED_BYTES),
            "Export it without compression of the data set.");
      }
      keepMore(into, from, made);
      return made == 0 ? -1 : made;
    } catch (DataFormatException e) {
      throw damaged(e);
    }
  }

  private void keepMore(byte[] bytes, int from, int count) {
    if (keeps && keptBytes + count > mostKept) {
      keeps = false;
      keptBytes = 0;
      kept.clear();
    }
    for (int done = 0; keeps && done < count; ) {
      int offset = (int) (keptBytes % PIECE);
      if (offset == 0) {
        kept.add(new byte[PIECE]);
      }
      int part = Math.min(count - done, PIECE - offset);
      System.arraycopy(bytes, from + done, kept.get(kept.size() - 1), offset, part);
      keptBytes += part;
      done += part;
    }
  }

  private FilmException damaged(@Nullable Throwable cause) {
    return new FilmException(
        ErrorCode.BAD_HEADER,
        file,
        "has a damaged header: its deflated data set cannot be inflated at byte %d."
            .formatted(position),
        "Export the film again from where it comes from.",
        cause);
  }
}
