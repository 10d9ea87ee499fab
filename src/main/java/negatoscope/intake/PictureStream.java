package negatoscope.intake;

import javax.imageio.stream.ImageInputStreamImpl;

/** The bytes of a picture file as ImageIO wants them, without a copy or a cache file. */
final class PictureStream extends ImageInputStreamImpl {
  private final byte[] bytes;
  private final int length;

  /** A stream over the first {@code length} of the bytes. */
  PictureStream(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos < length ? bytes[(int) streamPos++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int most) {
    bitOffset = 0;
    if (most == 0) {
      return 0;
    }
    if (streamPos >= length) {
      return -1;
    }
    int count = (int) Math.min(most, length - streamPos);
    System.arraycopy(bytes, (int) streamPos, into, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return length;
  }
}
