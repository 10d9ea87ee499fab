package negatoscope.dicom.builtin.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file. */
final class FileSource implements ByteSource {
  /** A larger request would make the channel allocate as much beside the heap. */
  private static final int MOST_AT_ONCE = 1 << 16;

  private final SeekableByteChannel channel;
  private final long size;

  private FileSource(SeekableByteChannel channel, long size) {
    this.channel = channel;
    this.size = size;
  }

  static FileSource of(Path file) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(file);
    try {
      return new FileSource(channel, channel.size());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    return channel.read(ByteBuffer.wrap(into, from, Math.min(count, MOST_AT_ONCE)));
  }

  @Override
  public void moveTo(long place) throws IOException {
    if (place > size) {
      throw new EOFException();
    }
    channel.position(place);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
