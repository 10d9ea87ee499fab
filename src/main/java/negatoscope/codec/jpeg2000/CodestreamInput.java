package negatoscope.codec.jpeg2000;

import java.nio.ByteBuffer;
import jj2000.j2k.io.EndianType;
import jj2000.j2k.io.RandomAccessIO;
import negatoscope.codec.CodecException;

/**
 * The codestream as the library reads it, from memory.
 *
 * <p>The library takes missing packets for grey ones, and prints what it makes of an end of file.
 * So packets that are looked for at or beyond EOC are a {@link CodecException} here, which it does
 * not catch.
 */
final class CodestreamInput implements RandomAccessIO {
  private final ByteBuffer bytes;
  private final int eoc;

  /** Where the byte behind a byte 0xFF stands, when that was the last one read; else -1. */
  private int stuffed = -1;

  CodestreamInput(byte[] codestream) {
    bytes = ByteBuffer.wrap(codestream);
    eoc = codestream.length - 2;
  }

  private ByteBuffer need(int count) {
    if (count < 0 || count > bytes.remaining()) {
      throw Bytes.ends();
    }
    return bytes;
  }

  /**
   * Heads of packets are read by this; nothing else is at the stream's end. Behind 0xFF comes a
   * stuffed bit of 0 or a marker (T.800 B.10.1); another 0xFF has the library turn in a circle.
   */
  @Override
  public int read() {
    int position = bytes.position();
    if (position >= eoc) {
      throw Bytes.ends();
    }
    int value = bytes.get() & 0xFF;
    if (value == 0xFF && position == stuffed) {
      throw CodecException.corrupt("the JPEG 2000 stream has a damaged packet header.");
    }
    stuffed = value == 0xFF ? position + 1 : -1;
    return value;
  }

  @Override
  public void seek(int position) {
    if (position < 0 || position > eoc) {
      throw Bytes.ends();
    }
    bytes.position(position);
  }

  @Override
  public void readFully(byte[] to, int offset, int count) {
    need(count).get(to, offset, count);
  }

  @Override
  public int getPos() {
    return bytes.position();
  }

  @Override
  public int length() {
    return bytes.limit();
  }

  @Override
  public int skipBytes(int count) {
    need(count).position(bytes.position() + count);
    return count;
  }

  @Override
  public byte readByte() {
    return need(Byte.BYTES).get();
  }

  @Override
  public int readUnsignedByte() {
    return readByte() & 0xFF;
  }

  @Override
  public short readShort() {
    return need(Short.BYTES).getShort();
  }

  @Override
  public int readUnsignedShort() {
    return readShort() & 0xFFFF;
  }

  @Override
  public int readInt() {
    return need(Integer.BYTES).getInt();
  }

  @Override
  public long readUnsignedInt() {
    return Integer.toUnsignedLong(readInt());
  }

  @Override
  public long readLong() {
    return need(Long.BYTES).getLong();
  }

  @Override
  public float readFloat() {
    return need(Float.BYTES).getFloat();
  }

  @Override
  public double readDouble() {
    return need(Double.BYTES).getDouble();
  }

  @Override
  public int getByteOrdering() {
    return EndianType.BIG_ENDIAN;
  }

  @Override
  public void close() {}

  @Override
  public void flush() {}

  @Override
  public void write(int value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void writeByte(int value) {
    write(value);
  }

  @Override
  public void writeShort(int value) {
    write(value);
  }

  @Override
  public void writeInt(int value) {
    write(value);
  }

  @Override
  public void writeLong(long value) {
    write(0);
  }

  @Override
  public void writeFloat(float value) {
    write(0);
  }

  @Override
  public void writeDouble(double value) {
    write(0);
  }
}
