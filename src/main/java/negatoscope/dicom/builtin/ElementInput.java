package negatoscope.dicom.builtin;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import negatoscope.film.FileTrouble;
import negatoscope.film.FilmException;
import negatoscope.task.ErrorCode;

/**
 * Reads numbers and byte strings from a file, little endian, and knows how much of it is left: a
 * value longer than that is refused before room is made for it.
 */
final class ElementInput implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final BufferedInputStream in;
  private final long size;
  private long position;

  private ElementInput(Path file, BufferedInputStream in, long size) {
    this.file = file;
    this.in = in;
    this.size = size;
  }

  static ElementInput of(Path file) {
    try {
      long size = Files.size(file);
      return new ElementInput(
          file, new BufferedInputStream(Files.newInputStream(file), BUFFER), size);
    } catch (IOException e) {
      throw FileTrouble.of(file, e);
    }
  }

  /** The file that is read. */
  Path file() {
    return file;
  }

  /** Bytes read so far. */
  long position() {
    return position;
  }

  /** Bytes still there. */
  long remaining() {
    return size - position;
  }

  /** Up to so many of the next bytes, which stay to be read. */
  byte[] peek(int most) {
    try {
      in.mark(BUFFER);
      byte[] next = in.readNBytes(Math.min(most, BUFFER));
      in.reset();
      return next;
    } catch (IOException e) {
      throw FileTrouble.of(file, e);
    }
  }

  int u8() {
    if (remaining() < 1) {
      throw truncated();
    }
    try {
      int value = in.read();
      if (value < 0) {
        throw truncated();
      }
      position++;
      return value;
    } catch (IOException e) {
      throw FileTrouble.of(file, e);
    }
  }

  int u16() {
    return u8() | u8() << 8;
  }

  long u32() {
    return u16() | (long) u16() << 16;
  }

  /** Group in the upper half, element number in the lower. */
  int tag() {
    return u16() << 16 | u16();
  }

  byte[] bytes(long count) {
    if (count > remaining()) {
      throw truncated();
    }
    byte[] value = new byte[Math.toIntExact(count)];
    try {
      if (in.readNBytes(value, 0, value.length) < value.length) {
        throw truncated();
      }
    } catch (IOException e) {
      throw FileTrouble.of(file, e);
    }
    position += count;
    return value;
  }

  void skip(long count) {
    if (count > remaining()) {
      throw truncated();
    }
    try {
      in.skipNBytes(count);
    } catch (java.io.EOFException e) {
      throw truncated();
    } catch (IOException e) {
      throw FileTrouble.of(file, e);
    }
    position += count;
  }

  FilmException truncated() {
    return new FilmException(
        ErrorCode.TRUNCATED,
        file,
        "ends in the middle of its header, at byte %d.".formatted(size),
        "Get the file again from where it comes from.");
  }

  FilmException badHeader(String what) {
    return new FilmException(
        ErrorCode.BAD_HEADER,
        file,
        "has a damaged header at byte %d: %s.".formatted(position, what),
        "Export the film again from where it comes from.");
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw FileTrouble.of(file, e);
    }
  }
}
