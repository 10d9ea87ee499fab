package negatoscope.intake.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** An archive's file, of which no more bytes are read for its directory than may be kept. */
final class DirectoryChannel implements SeekableByteChannel {
  /** The directory takes too much memory. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final SeekableByteChannel channel;
  private long left;

  DirectoryChannel(SeekableByteChannel channel, long most) {
    this.channel = channel;
    this.left = most;
  }

  /** From now on entries are read, as many bytes as it takes. */
  synchronized void directoryIsRead() {
    left = Long.MAX_VALUE;
  }

  @Override
  public synchronized int read(ByteBuffer into) throws IOException {
    int count = channel.read(into);
    left -= Math.max(0, count);
    if (left < 0) {
      throw new TooLargeException();
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
