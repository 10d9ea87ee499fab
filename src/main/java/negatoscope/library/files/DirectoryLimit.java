package negatoscope.library.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A ZIP's file, of which only so many bytes are read until its directory is known. */
final class DirectoryLimit implements SeekableByteChannel {
  /** The directory takes too much memory. */
  static final class ExceededException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final SeekableByteChannel channel;
  private long left;

  DirectoryLimit(SeekableByteChannel channel, long most) {
    this.channel = channel;
    this.left = most;
  }

  /** From now on any number of bytes may be read. */
  void lift() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
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
