package negatoscope.library.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** An entry's bytes, whose end fails if they are not those that were packed. */
final class VerifiedStream extends CheckedInputStream {
  private final long crc;

  VerifiedStream(InputStream in, long crc) {
    super(in, new CRC32());
    this.crc = crc;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    if (count < 0 && getChecksum().getValue() != crc) {
      throw new IOException("its checksum does not fit");
    }
    return count;
  }
}
