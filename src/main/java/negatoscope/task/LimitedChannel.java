package negatoscope.task;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * A file of which only so many bytes may be read until the limit is lifted: a ZIP says itself how
 * large its directory is, and may lie.
 */
public final class LimitedChannel implements SeekableByteChannel {
  /** More was read than may be. */
  public static final class ExceededException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final SeekableByteChannel channel;
  private long left;

  /**
   * Passes reads on to a channel, which it closes too.
   *
   * @param most how many bytes may be read
   */
  public LimitedChannel(SeekableByteChannel channel, long most) {
    this.channel = channel;
    this.left = most;
  }

  /** From now on any number of bytes may be read. */
  public synchronized void lift() {
    left = Long.MAX_VALUE;
  }

  @Override
  public synchronized int read(ByteBuffer into) throws IOException {
    int count = channel.read(into);
    left -= Math.max(0, count);
    if (left < 0) {
      throw new ExceededException();
    }
    return count;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return channel.write(from);
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    channel.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    return channel.truncate(size);
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
