package negatoscope.dicom.builtin.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Bytes by their place, mostly read forwards. */
public interface ByteSource extends Closeable {
  /** A deflated data set is not inflated further than this. */
  long MOST_INFLATED_BYTES = 1L << 30;

  /** The bytes of a file. */
  static ByteSource of(Path file) throws IOException {
    return FileSource.of(file);
  }

  /** The bytes of a value. */
  static ByteSource of(byte[] value) {
    return new ArraySource(value);
  }

  /**
   * The data set that is deflated in this source from a place on (PS3.5 annex A.5, RFC 1951). It
   * closes this source too. Damage ends in a {@link negatoscope.film.FilmException} BAD_HEADER, a
   * data set that swells too far in TOO_LARGE.
   *
   * @param file what failures name
   */
  default ByteSource inflated(Path file, long start) throws IOException {
    return new InflatedSource(file, this, start);
  }

  /** How many bytes there are; where only reading tells, the most that there can be. */
  long size();

  /**
   * Reads the next bytes.
   *
   * @return how many were read, at least 1, or −1 at the end
   */
  int read(byte[] into, int from, int count) throws IOException;

  /**
   * The place from which is read next.
   *
   * @throws java.io.EOFException where the source ends before
   */
  void moveTo(long place) throws IOException;

  /** Whether places that were read once are read again without effort. */
  default boolean isSeekable() {
    return true;
  }

  /**
   * What is read from here on will be read once more.
   *
   * @param ahead holds the bytes that were read last, which count as from here on
   * @param from where they begin
   * @param count how many they are
   */
  default void keep(byte[] ahead, int from, int count) {}

  /** That is enough. */
  default void keepNoMore() {}
}
