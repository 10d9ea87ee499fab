package negatoscope.codec.jpeg2000;

import negatoscope.codec.CodecException;

/**
 * Whether the coding parameters of components (COD, COC; T.800 A.6) can be met by a stream: each
 * precinct of each layer takes a packet, and each packet a byte at least.
 *
 * @param width columns of what the parameters hold for: the image or a tile
 * @param height its rows
 * @param components of the image
 * @param length of the stream in bytes
 */
record CodingStyle(long width, long height, int components, long length) {
  private static final int HIGH_THROUGHPUT = 0x40;

  /**
   * Looks at a COD segment.
   *
   * @return the number of layers
   */
  int check(Bytes segment) {
    int style = segment.u8();
    int progression = segment.u8();
    int layers = segment.u16();
    int transform = segment.u8();
    if (progression > 4 || layers == 0 || transform > 1 || (transform == 1 && components < 3)) {
      throw impossible();
    }
    check(segment, (style & 1) != 0, layers * components);
    return layers;
  }

  /** Looks at a COC segment, which stands for one component. */
  void checkComponent(Bytes segment, int layers) {
    if (segment.u8() >= components) {
      throw impossible();
    }
    check(segment, (segment.u8() & 1) != 0, layers);
  }

  private void check(Bytes segment, boolean ownPrecincts, int packetsOfPrecinct) {
    int levels = segment.u8();
    int blockWidth = segment.u8() + 2;
    int blockHeight = segment.u8() + 2;
    int blockStyle = segment.u8();
    int wavelet = segment.u8();
    if ((blockStyle & HIGH_THROUGHPUT) != 0) {
      throw ImageSize.unsupported("high-throughput block coding (HTJ2K)");
    }
    if (levels > 32
        || blockWidth > 10
        || blockHeight > 10
        || blockWidth + blockHeight > 12
        || wavelet > 1) {
      throw impossible();
    }
    double precincts = 0;
    for (int down = levels; down >= 0; down--) {
      int size = ownPrecincts ? segment.u8() : 0xFF;
      precincts += least(width >> down, size & 0xF) * (double) least(height >> down, size >> 4);
    }
    if (precincts * packetsOfPrecinct > length) {
      throw Bytes.ends();
    }
    // The library keeps some numbers for every layer of every block.
    double samples = (double) width * height;
    double blocks = samples / (1 << (blockWidth + blockHeight)) + levels;
    if (blocks * packetsOfPrecinct > samples * components / 4 + (1 << 16)) {
      throw ImageSize.unsupported("more quality layers than its size gives reason for");
    }
  }

  /** {@code value / 2^shift}, rounded up. */
  private static long least(long value, int shift) {
    return (value + (1L << shift) - 1) >> shift;
  }

  private static CodecException impossible() {
    return CodecException.corrupt("the JPEG 2000 stream has impossible coding parameters.");
  }
}
