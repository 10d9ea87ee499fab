package negatoscope.codec;

/**
 * The samples of one frame, row by row from the top left, those of a pixel side by side.
 *
 * <p>Samples of at most 8 bits lie in {@link #bytes}, wider ones in {@link #shorts}; the array
 * handed to the constructor belongs to this object from then on, and so do the arrays that it
 * gives.
 */
public final class Decoded {
  private final FrameShape shape;
  private final int bits;
  private final boolean signed;
  private final byte[] bytes;
  private final short[] shorts;

  private Decoded(FrameShape shape, int bits, boolean signed, byte[] bytes, short[] shorts) {
    if (shape.samples() != bytes.length + shorts.length) {
      throw new IllegalArgumentException(
          "%d samples are not those of %s".formatted(bytes.length + shorts.length, shape));
    }
    this.shape = shape;
    this.bits = bits;
    this.signed = signed;
    this.bytes = bytes;
    this.shorts = shorts;
  }

  /** Samples of 1 to 8 bits. */
  public static Decoded of8(FrameShape shape, int bits, boolean signed, byte[] samples) {
    return new Decoded(shape, bits, signed, samples, new short[0]);
  }

  /** Samples of 9 to 16 bits. */
  public static Decoded of16(FrameShape shape, int bits, boolean signed, short[] samples) {
    return new Decoded(shape, bits, signed, new byte[0], samples);
  }

  /** Columns, rows and components. */
  public FrameShape shape() {
    return shape;
  }

  /** Bits that a sample has in the stream, 1 to 16. */
  public int bits() {
    return bits;
  }

  /** Whether the stream says that samples may be negative; they are in two's complement then. */
  public boolean signed() {
    return signed;
  }

  /** The samples where {@link #bits} is at most 8; else empty. */
  public byte[] bytes() {
    return bytes;
  }

  /** The samples where {@link #bits} is more than 8; else empty. */
  public short[] shorts() {
    return shorts;
  }
}
