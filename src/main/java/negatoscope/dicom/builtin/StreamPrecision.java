package negatoscope.dicom.builtin;

import negatoscope.codec.CodecException;
import negatoscope.codec.Decoded;
import negatoscope.dicom.PixelFormat;

/**
 * Settles between the bits that a compressed stream gives a sample and those that the header gives
 * it (PS3.5 section 8.2: they should be the same).
 */
final class StreamPrecision {
  private final Decoded decoded;
  private final boolean lossless;

  private StreamPrecision(Decoded decoded, boolean lossless) {
    this.decoded = decoded;
    this.lossless = lossless;
  }

  static StreamPrecision of(Decoded decoded, boolean lossless) {
    return new StreamPrecision(decoded, lossless);
  }

  /**
   * The samples, in as many bits as stored, or with all bits allocated, which are masked later like
   * those of an uncompressed frame. Works in the arrays of the frame itself.
   *
   * @throws CodecException UNSUPPORTED_PIXELS for colours of more than 8 bits
   */
  Decoded fitted(PixelFormat format, Repairs repairs) {
    int bits = decoded.bits();
    if (format.samples() > 1 && bits != 8) {
      throw CodecException.unsupported(
          "the compressed stream has colours of %d bits, which are not read.".formatted(bits));
    }
    if (bits == format.stored()) {
      return decoded;
    }
    if (bits < format.stored()) {
      repairs.header(
          "The header says that a pixel has %d bits, the compressed picture has %d."
              .formatted(format.stored(), bits));
      if (format.signed() && !decoded.signed()) {
        extendSign(bits);
      }
      return decoded;
    }
    if (lossless && bits == format.allocated()) {
      return decoded;
    }
    return cutOff(format, repairs);
  }

  /** The highest bit of the stream is the sign. */
  private void extendSign(int bits) {
    short[] shorts = decoded.shorts();
    for (int i = 0; i < shorts.length; i++) {
      shorts[i] = (short) (shorts[i] << (32 - bits) >> (32 - bits));
    }
    byte[] bytes = decoded.bytes();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (bytes[i] << (32 - bits) >> (32 - bits));
    }
  }

  /**
   * Lossy coding runs over the edge of what is stored: such values become the greatest or least.
   */
  private Decoded cutOff(PixelFormat format, Repairs repairs) {
    boolean signed = decoded.signed();
    int stored = format.stored();
    int least = signed ? -(1 << (stored - 1)) : 0;
    int greatest = signed ? (1 << (stored - 1)) - 1 : (1 << stored) - 1;
    short[] shorts = decoded.shorts();
    byte[] bytes = decoded.bytes();
    boolean wide = shorts.length > 0;
    byte[] narrow = wide && stored <= 8 ? new byte[shorts.length] : bytes;
    boolean beyond = false;
    for (int i = 0; i < shorts.length + bytes.length; i++) {
      int value =
          wide ? (signed ? shorts[i] : shorts[i] & 0xFFFF) : (signed ? bytes[i] : bytes[i] & 0xFF);
      int fitting = Math.max(least, Math.min(greatest, value));
      beyond |= fitting != value;
      if (stored > 8) {
        shorts[i] = (short) fitting;
      } else {
        narrow[i] = (byte) fitting;
      }
    }
    if (beyond) {
      repairs.header(
          "The header says that a pixel has %d bits, the compressed picture has values beyond;"
                  .formatted(stored)
              + " they were cut off.");
    }
    return stored > 8
        ? Decoded.of16(decoded.shape(), stored, signed, shorts)
        : Decoded.of8(decoded.shape(), stored, signed, narrow);
  }
}
