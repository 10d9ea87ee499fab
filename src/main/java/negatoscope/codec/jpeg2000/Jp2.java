package negatoscope.codec.jpeg2000;

import java.util.Arrays;
import negatoscope.codec.CodecException;

/** The boxes of a JP2 file (T.800 annex I), of which only the codestream matters here. */
final class Jp2 {
  private static final byte[] SIGNATURE = {
    0, 0, 0, 12, 'j', 'P', ' ', ' ', 13, 10, (byte) 0x87, 10
  };

  private static final long CODESTREAM = 0x6A703263;

  private Jp2() {}

  /**
   * The contiguous codestream, be it bare or in a box.
   *
   * @throws CodecException CORRUPT_PIXELS where there is none
   */
  static Bytes codestream(byte[] stream) {
    Bytes bytes = new Bytes(stream, 0, stream.length);
    if (!Arrays.equals(
        SIGNATURE, Arrays.copyOf(stream, Math.min(stream.length, SIGNATURE.length)))) {
      return bytes;
    }
    while (true) {
      long length = bytes.u32();
      long type = bytes.u32();
      long header = 8;
      if (length == 1) {
        length = bytes.u32() << 32 | bytes.u32();
        header = 16;
      }
      long content = length == 0 ? bytes.left() : length - header;
      Bytes box = bytes.part(content);
      if (type == CODESTREAM) {
        return box;
      }
    }
  }
}
