package negatoscope.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import negatoscope.codec.CodecException;
import negatoscope.codec.FrameShape;

/**
 * Looks at a codestream's main header, tile-part headers and lengths of tile-parts (T.800 annex A)
 * before the library does: nothing that they promise may be missing.
 */
final class Codestream {
  private static final int SOC = 0xFF4F;
  private static final int CAP = 0xFF50;
  private static final int SIZ = 0xFF51;
  private static final int COD = 0xFF52;
  private static final int COC = 0xFF53;
  private static final int TLM = 0xFF55;
  private static final int PPM = 0xFF60;
  private static final int PPT = 0xFF61;
  private static final int COM = 0xFF64;
  private static final int SOT = 0xFF90;
  private static final int SOD = 0xFF93;
  private static final int EOC = 0xFFD9;

  /** SOT with its segment, and SOD. */
  private static final int LEAST_TILE_PART = 14;

  /** In Pcap of CAP: part 15 of the standard is needed. */
  private static final long PART_15 = 1 << 17;

  /** A tile-part: where its SOT begins, and its tile. */
  private record TilePart(int position, int tile) {}

  private final byte[] stream;
  private final FrameShape expected;
  private final Bytes bytes;
  private final int start;
  private final ImageSize size;
  private final List<Integer> indices = new ArrayList<>();
  private final List<TilePart> tileParts = new ArrayList<>();
  private int[] count = new int[0];
  private int[] promised = new int[0];
  private int layers;
  private int end;

  /**
   * Looks at a stream.
   *
   * @throws CodecException BAD_DIMENSIONS, CORRUPT_PIXELS or UNSUPPORTED_PIXELS
   */
  Codestream(byte[] stream, FrameShape expected) {
    this.stream = stream;
    this.expected = expected;
    this.bytes = Jp2.codestream(stream);
    this.start = bytes.position();
    if (bytes.left() < 4 || bytes.u16() != SOC || bytes.u16() != SIZ) {
      throw CodecException.corrupt("the JPEG 2000 stream does not begin like one.");
    }
    this.size = ImageSize.read(bytes.segment(), expected);
    long tiles = size.tiles();
    if (tiles > bytes.left() / LEAST_TILE_PART) {
      throw Bytes.ends();
    }
    this.count = new int[(int) tiles];
    this.promised = new int[(int) tiles];
    readMainHeader();
    readTileParts();
  }

  /** Bits and signs. */
  ImageSize size() {
    return size;
  }

  /**
   * The codestream from SOC to EOC as the library takes it. A profile restricts a stream and asks
   * nothing of a decoder, yet the library knows but three; it trusts a table of tile-part lengths
   * blindly; and it guesses where the number of a tile's parts is left open.
   */
  byte[] normalised() {
    byte[] copy = Arrays.copyOfRange(stream, start, end + 2);
    put(copy, 6, 0);
    for (int index : indices) {
      put(copy, index - start, COM);
    }
    for (TilePart part : tileParts) {
      copy[part.position - start + 11] = (byte) count[part.tile];
    }
    put(copy, end - start, EOC);
    return copy;
  }

  private static void put(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >> 8);
    bytes[at + 1] = (byte) value;
  }

  private void readMainHeader() {
    CodingStyle image =
        new CodingStyle(expected.width(), expected.height(), expected.components(), bytes.left());
    for (int marker = bytes.u16(); marker != SOT; marker = bytes.u16()) {
      if (marker == TLM) {
        indices.add(bytes.position() - 2);
      }
      readSegment(marker, image);
    }
    if (layers == 0) {
      throw CodecException.corrupt("the JPEG 2000 stream lacks its coding parameters.");
    }
  }

  private void readSegment(int marker, CodingStyle style) {
    if (marker < CAP || marker > 0xFF6F) {
      throw CodecException.corrupt(
          "the JPEG 2000 stream has an impossible marker, %04X.".formatted(marker));
    }
    Bytes segment = bytes.segment();
    switch (marker) {
      case CAP ->
          throw ImageSize.unsupported(
              (segment.u32() & PART_15) != 0
                  ? "high-throughput block coding (HTJ2K)"
                  : "extensions of the standard");
      case COD -> layers = style.check(segment);
      case COC -> style.checkComponent(segment, Math.max(1, layers));
      // The library never ends where packed headers are too short.
      case PPM, PPT -> throw ImageSize.unsupported("packed packet headers");
      default -> {}
    }
  }

  /** Goes from one tile-part to the next; the first one's SOT has been read. */
  private void readTileParts() {
    int marker = SOT;
    while (marker == SOT) {
      int next = readTilePart();
      bytes.skip(next - bytes.position());
      end = next;
      // All packets are there where but EOC is missing.
      marker = bytes.left() < 2 ? EOC : bytes.u16();
    }
    if (marker != EOC) {
      throw CodecException.corrupt("the JPEG 2000 stream lacks a tile-part where one must be.");
    }
    for (int tile = 0; tile < count.length; tile++) {
      if (count[tile] == 0 || count[tile] < promised[tile]) {
        throw Bytes.ends();
      }
    }
  }

  /** Reads a tile-part's header and says where the tile-part ends. */
  private int readTilePart() {
    int position = bytes.position() - 2;
    Bytes segment = bytes.segment();
    int tile = segment.u16();
    long length = segment.u32();
    segment.skip(1);
    int parts = segment.u8();
    if (tile >= count.length || (length != 0 && length < LEAST_TILE_PART)) {
      throw CodecException.corrupt("the JPEG 2000 stream has an impossible tile-part.");
    }
    if (length > bytes.left() + 12L) {
      throw Bytes.ends();
    }
    count[tile]++;
    promised[tile] = Math.max(promised[tile], parts);
    tileParts.add(new TilePart(position, tile));
    CodingStyle style =
        new CodingStyle(size.width(tile), size.height(tile), expected.components(), stream.length);
    for (int marker = bytes.u16(); marker != SOD; marker = bytes.u16()) {
      readSegment(marker, style);
    }
    int next = length == 0 ? lastEoc() : position + (int) length;
    if (next < bytes.position()) {
      throw CodecException.corrupt("the JPEG 2000 stream has an impossible tile-part.");
    }
    return next;
  }

  /** Where EOC stands behind a tile-part of open length: last but for padding with zeros. */
  private int lastEoc() {
    int last = bytes.position() + bytes.left();
    while (last > bytes.position() && stream[last - 1] == 0) {
      last--;
    }
    if (last - 2 < bytes.position()
        || (stream[last - 2] & 0xFF) != EOC >> 8
        || (stream[last - 1] & 0xFF) != (EOC & 0xFF)) {
      throw Bytes.ends();
    }
    return last - 2;
  }
}
