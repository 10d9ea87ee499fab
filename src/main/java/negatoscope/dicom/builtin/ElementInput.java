package negatoscope.dicom.builtin;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import negatoscope.dicom.builtin.source.ByteSource;
import negatoscope.film.FileTrouble;
import negatoscope.film.FilmException;
import negatoscope.task.ErrorCode;

/**
 * Reads numbers and byte strings from a file and knows how much of it may be left: room for a value
 * is made only as its bytes arrive.
 */
final class ElementInput implements Closeable {
  private static final int BUFFER = 1 << 13;
  private static final int PIECE = 1 << 16;

  private final Path file;
  private final ByteSource source;
  private final byte[] buffer;
  private boolean bigEndian;
  private int next;
  private int end;
  private long read;

  private ElementInput(Path file, ByteSource source) {
    this.file = file;
    this.source = source;
    this.buffer = new byte[(int) Math.min(BUFFER, Math.max(1, source.size()))];
  }

  /** The bytes of a file. */
  static ElementInput of(Path file) {
    try {
      return new ElementInput(file, ByteSource.of(file));
    } catch (IOException e) {
      throw FileTrouble.of(file, e);
    }
  }

  /** The bytes of a value of this file. */
  ElementInput within(byte[] value) {
    return new ElementInput(file, ByteSource.of(value));
  }

  /** The data set that is deflated from here on, with its own places; closes this input too. */
  ElementInput inflated() {
    try {
      return new ElementInput(file, source.inflated(file, position()));
    } catch (IOException e) {
      throw FileTrouble.of(file, e);
    }
  }

  /** From here on numbers begin with their highest byte, or with their lowest. */
  void bigEndian(boolean big) {
    bigEndian = big;
  }

  boolean isBigEndian() {
    return bigEndian;
  }

  /** The file that is read. */
  Path file() {
    return file;
  }

  /** Where the next bytes come from. */
  ByteSource source() {
    return source;
  }

  /** Passes over bytes that will be read later. */
  void skipForNow(long count) {
    source.keep(buffer, next, end - next);
    skip(count);
    source.keepNoMore();
  }

  /** Bytes read so far. */
  long position() {
    return read - (end - next);
  }

  /** Bytes still there; of a deflated data set at most so many. */
  long remaining() {
    return source.size() - position();
  }

  /** Whether everything is read. */
  boolean atEnd() {
    return next == end && !fill();
  }

  /** Up to so many of the next bytes, at most 8192, which stay to be read. */
  byte[] peek(int most) {
    boolean more = true;
    while (end - next < most && more) {
      more = fill();
    }
    return Arrays.copyOfRange(buffer, next, Math.min(end, next + most));
  }

  int u8() {
    if (next == end && !fill()) {
      throw truncated();
    }
    return buffer[next++] & 0xFF;
  }

  int u16() {
    int first = u8();
    int second = u8();
    return bigEndian ? first << 8 | second : first | second << 8;
  }

  long u32() {
    long first = u16();
    long second = u16();
    return bigEndian ? first << 16 | second : first | second << 16;
  }

  /** Group in the upper half, element number in the lower. */
  int tag() {
    return u16() << 16 | u16();
  }

  /** The next bytes as they are. */
  byte[] bytes(long count) {
    if (count > remaining()) {
      throw truncated();
    }
    int length = Math.toIntExact(count);
    byte[] value = new byte[source.isSeekable() ? length : Math.min(length, PIECE)];
    read(value, 0, value.length);
    while (value.length < length) {
      int had = value.length;
      value = Arrays.copyOf(value, (int) Math.min(length, 2L * had));
      read(value, had, value.length - had);
    }
    return value;
  }

  /** Fills a part of an array with the next bytes. */
  void read(byte[] into, int from, int count) {
    for (int done = 0; done < count; ) {
      if (next < end || (count - done < buffer.length && fill())) {
        int ready = Math.min(count - done, end - next);
        System.arraycopy(buffer, next, into, from + done, ready);
        next += ready;
        done += ready;
      } else {
        done += readPast(into, from + done, count - done);
      }
    }
  }

  /** Reads what is more than the buffer holds, without it. */
  private int readPast(byte[] into, int from, int count) {
    try {
      int more = source.read(into, from, count);
      if (more < 0) {
        throw truncated();
      }
      read += more;
      next = 0;
      end = 0;
      return more;
    } catch (IOException e) {
      throw FileTrouble.of(file, e);
    }
  }

  void skip(long count) {
    if (count > remaining()) {
      throw truncated();
    }
    moveTo(position() + count);
  }

  /** From there is read next. */
  void moveTo(long place) {
    long first = read - end;
    if (place >= first && place <= read) {
      next = (int) (place - first);
      return;
    }
    try {
      source.moveTo(place);
    } catch (EOFException e) {
      throw truncated();
    } catch (IOException e) {
      throw FileTrouble.of(file, e);
    }
    read = place;
    next = 0;
    end = 0;
  }

  FilmException truncated() {
    return new FilmException(
        ErrorCode.TRUNCATED,
        file,
        "ends in the middle of its data, at byte %d.".formatted(position()),
        "Get the file again from where it comes from.");
  }

  FilmException badHeader(String what) {
    return new FilmException(
        ErrorCode.BAD_HEADER,
        file,
        "has a damaged header at byte %d: %s.".formatted(position(), what),
        "Export the film again from where it comes from.");
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      throw FileTrouble.of(file, e);
    }
  }

  /** Reads more into the buffer, where there is more. */
  private boolean fill() {
    if (next > 0) {
      System.arraycopy(buffer, next, buffer, 0, end - next);
      end -= next;
      next = 0;
    }
    try {
      int more = end == buffer.length ? -1 : source.read(buffer, end, buffer.length - end);
      read += Math.max(0, more);
      end += Math.max(0, more);
      return more > 0;
    } catch (IOException e) {
      throw FileTrouble.of(file, e);
    }
  }
}
