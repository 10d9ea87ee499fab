package negatoscope.intake.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** Unpacks an entry as far as it is read, and keeps that to go back in. */
final class EntryChannel implements SeekableByteChannel {
  private static final int LEAST = 1 << 13;

  private final InputStream in;
  private final long size;
  private byte[] unpacked = new byte[0];
  private int filled;
  private long position;
  private boolean closed;

  /**
   * A channel that closes the stream with itself.
   *
   * @param size bytes that the stream gives at most
   */
  EntryChannel(InputStream in, long size) {
    this.in = in;
    this.size = size;
  }

  @Override
  public synchronized int read(ByteBuffer into) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    long wanted = Math.min(size, position + into.remaining());
    boolean more = true;
    while (more && filled < wanted) {
      more = unpack(wanted);
    }
    int count = (int) Math.min(wanted, filled) - (int) Math.min(position, filled);
    if (count <= 0) {
      return into.hasRemaining() ? -1 : 0;
    }
    into.put(unpacked, (int) position, count);
    position += count;
    return count;
  }

  private boolean unpack(long wanted) throws IOException {
    if (filled == unpacked.length) {
      long more = Math.max(LEAST, Math.max(2L * filled, Math.min(wanted, filled + 65536L)));
      unpacked = Arrays.copyOf(unpacked, Math.toIntExact(Math.min(size, more)));
    }
    int count = in.read(unpacked, filled, unpacked.length - filled);
    filled += Math.max(0, count);
    return count > 0;
  }

  @Override
  public synchronized long position() {
    return position;
  }

  @Override
  public synchronized SeekableByteChannel position(long next) {
    if (next < 0) {
      throw new IllegalArgumentException("position " + next);
    }
    position = next;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public synchronized boolean isOpen() {
    return !closed;
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    unpacked = new byte[0];
    filled = 0;
    in.close();
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long to) {
    throw new NonWritableChannelException();
  }
}
