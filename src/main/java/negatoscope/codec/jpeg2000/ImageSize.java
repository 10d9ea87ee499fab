package negatoscope.codec.jpeg2000;

import negatoscope.codec.CodecException;
import negatoscope.codec.FrameShape;
import negatoscope.task.ErrorCode;

/**
 * The image and tile sizes (SIZ; T.800 A.5.1), on the reference grid, whose samples are the
 * image's: sub-sampled components are refused.
 *
 * @param bits bits of a sample, the same in all components
 */
record ImageSize(
    int bits,
    boolean signed,
    long left,
    long top,
    long right,
    long bottom,
    long tileLeft,
    long tileTop,
    long tileWidth,
    long tileHeight) {
  private static final int HIGH_THROUGHPUT = 0x4000;
  private static final int EXTENSIONS = 0x8000;

  /**
   * Reads the segment.
   *
   * @throws CodecException BAD_DIMENSIONS where it is not the shape expected, else CORRUPT_PIXELS
   *     or UNSUPPORTED_PIXELS
   */
  static ImageSize read(Bytes segment, FrameShape expected) {
    int capabilities = segment.u16();
    if ((capabilities & HIGH_THROUGHPUT) != 0) {
      throw unsupported("high-throughput block coding (HTJ2K)");
    }
    if ((capabilities & EXTENSIONS) != 0) {
      throw unsupported("extensions of part 2 of the standard");
    }
    long right = segment.u32();
    long bottom = segment.u32();
    long left = segment.u32();
    long top = segment.u32();
    long tileWidth = segment.u32();
    long tileHeight = segment.u32();
    long tileLeft = segment.u32();
    long tileTop = segment.u32();
    int components = segment.u16();
    if (right - left != expected.width()
        || bottom - top != expected.height()
        || components != expected.components()) {
      throw new CodecException(
          ErrorCode.BAD_DIMENSIONS,
          "the JPEG 2000 stream says %d x %d pixels of %d components where %d x %d of %d are"
                  .formatted(
                      right - left,
                      bottom - top,
                      components,
                      expected.width(),
                      expected.height(),
                      expected.components())
              + " expected.");
    }
    if (right > Integer.MAX_VALUE
        || bottom > Integer.MAX_VALUE
        || tileWidth == 0
        || tileHeight == 0
        || tileLeft > left
        || tileTop > top
        || tileLeft + tileWidth <= left
        || tileTop + tileHeight <= top) {
      throw CodecException.corrupt("the JPEG 2000 stream has impossible tiles.");
    }
    int depth = depth(segment, components);
    return new ImageSize(
        (depth & 0x7F) + 1,
        depth > 0x7F,
        left,
        top,
        right,
        bottom,
        tileLeft,
        tileTop,
        tileWidth,
        tileHeight);
  }

  /** How many tiles there are. */
  long tiles() {
    return across() * divided(bottom - tileTop, tileHeight);
  }

  private long across() {
    return divided(right - tileLeft, tileWidth);
  }

  /** Columns of a tile. */
  long width(long tile) {
    long start = tileLeft + tile % across() * tileWidth;
    return Math.min(right, start + tileWidth) - Math.max(left, start);
  }

  /** Rows of a tile. */
  long height(long tile) {
    long start = tileTop + tile / across() * tileHeight;
    return Math.min(bottom, start + tileHeight) - Math.max(top, start);
  }

  /** The quotient rounded up. */
  private static long divided(long value, long by) {
    return (value + by - 1) / by;
  }

  /** Ssiz, which holds for all components. */
  private static int depth(Bytes segment, int components) {
    int depth = segment.u8();
    for (int i = 0; i < components; i++) {
      if (i > 0 && segment.u8() != depth) {
        throw unsupported("components of different depths");
      }
      if (segment.u16() != 0x0101) {
        throw unsupported("sub-sampled components");
      }
    }
    if ((depth & 0x7F) >= 16) {
      throw unsupported("more than 16 bits a sample");
    }
    return depth;
  }

  static CodecException unsupported(String what) {
    return CodecException.unsupported(
        "the JPEG 2000 stream uses %s, which Negatoscope does not read.".formatted(what));
  }
}
