package negatoscope.codec.jpeg;

import negatoscope.codec.CodecException;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;

/** A lossless frame (T.81 annex H). Its samples go straight to their place in the picture. */
final class LosslessFrame implements FrameDecoder {
  private final FrameHeader frame;
  private final FrameShape shape;
  private final byte[] bytes;
  private final short[] shorts;
  private int scanned;

  LosslessFrame(FrameHeader frame, FrameShape shape) {
    if (frame.components().size() > 1 && frame.mostHorizontal() * frame.mostVertical() > 1) {
      throw CodecException.unsupported(
          "the JPEG stream is lossless with sub-sampled components, which is not read.");
    }
    this.frame = frame;
    this.shape = shape;
    bytes = new byte[frame.precision() <= 8 ? shape.samples() : 0];
    shorts = new short[frame.precision() <= 8 ? 0 : shape.samples()];
  }

  @Override
  public int scan(ScanHeader scan, Tables tables, byte[] stream, int at) {
    if (scan.start() < 1 || scan.start() > 7 || scan.low() >= frame.precision()) {
      throw ScanHeader.impossible();
    }
    int count = scan.components().length;
    HuffmanTable[] differences = new HuffmanTable[count];
    for (int i = 0; i < count; i++) {
      int bit = 1 << scan.components()[i];
      if ((scanned & bit) != 0) {
        throw CodecException.corrupt("the JPEG stream codes a component twice.");
      }
      scanned |= bit;
      differences[i] = tables.dc(scan.dc()[i]);
    }
    int interval = tables.restartInterval();
    if (interval % frame.width() != 0) {
      throw CodecException.corrupt("the JPEG stream restarts in the middle of a row.");
    }
    return decode(scan, differences, interval / frame.width(), new BitReader(stream, at));
  }

  private int decode(ScanHeader scan, HuffmanTable[] tables, int restart, BitReader reader) {
    int count = tables.length;
    int[] above = new int[frame.width() * count];
    int[] row = new int[frame.width() * count];
    int middle = 1 << (frame.precision() - scan.low() - 1);
    for (int y = 0; y < frame.height(); y++) {
      boolean first = restart == 0 ? y == 0 : y % restart == 0;
      if (first && y > 0) {
        reader.restart((y / restart - 1) & 7);
      }
      for (int i = 0; i < row.length; ) {
        for (HuffmanTable table : tables) {
          row[i++] = table.difference(reader);
        }
      }
      reader.check();
      if (first) {
        Prediction.firstRow(row, count, middle);
      } else {
        Prediction.row(scan.start(), row, above, count);
      }
      checkRange(row, frame.precision() - scan.low());
      store(scan, row, y);
      int[] next = above;
      above = row;
      row = next;
    }
    return reader.end();
  }

  /** Differences add up modulo 2^16, so that a damaged one often leads out of the range. */
  private static void checkRange(int[] row, int bits) {
    int seen = 0;
    for (int sample : row) {
      seen |= sample;
    }
    if (seen >> bits != 0) {
      throw CodecException.corrupt(
          "the JPEG stream's coded data is damaged: it holds a sample beyond its %d bits."
              .formatted(bits));
    }
  }

  private void store(ScanHeader scan, int[] row, int y) {
    int count = scan.components().length;
    int all = shape.components();
    for (int i = 0; i < count; i++) {
      int to = y * frame.width() * all + scan.components()[i];
      if (bytes.length > 0) {
        for (int from = i; from < row.length; from += count, to += all) {
          bytes[to] = (byte) (row[from] << scan.low());
        }
      } else {
        for (int from = i; from < row.length; from += count, to += all) {
          shorts[to] = (short) (row[from] << scan.low());
        }
      }
    }
  }

  @Override
  public boolean complete() {
    return scanned == (1 << shape.components()) - 1;
  }

  @Override
  public Decoded decoded() {
    return frame.precision() <= 8
        ? Decoded.of8(shape, frame.precision(), false, bytes)
        : Decoded.of16(shape, frame.precision(), false, shorts);
  }
}
