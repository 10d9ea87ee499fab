package negatoscope.dicom.builtin;

import java.io.Closeable;
import java.io.IOException;

/** Bytes by their place, mostly read forwards. */
interface ByteSource extends Closeable {
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
