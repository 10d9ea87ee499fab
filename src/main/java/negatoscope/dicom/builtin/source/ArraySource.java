package negatoscope.dicom.builtin.source;

import java.io.EOFException;

/** The bytes of a value that holds elements itself. */
final class ArraySource implements ByteSource {
  private final byte[] bytes;
  private int place;

  ArraySource(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public int read(byte[] into, int from, int count) {
    int read = Math.min(count, bytes.length - place);
    System.arraycopy(bytes, place, into, from, read);
    place += read;
    return read == 0 ? -1 : read;
  }

  @Override
  public void moveTo(long to) throws EOFException {
    if (to > bytes.length) {
      throw new EOFException();
    }
    place = (int) to;
  }

  @Override
  public void close() {}
}
