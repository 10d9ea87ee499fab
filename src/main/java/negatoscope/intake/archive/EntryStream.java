package negatoscope.intake.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Unpacks an entry, and refuses one that gives more bytes than it announced. */
final class EntryStream extends FilterInputStream {
  private final @Nullable OpenZip own;
  private long left;

  /**
   * A stream.
   *
   * @param size bytes announced
   * @param own archive to close with the stream; null where it stays open
   */
  EntryStream(InputStream in, long size, @Nullable OpenZip own) {
    super(in);
    this.left = size;
    this.own = own;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] into, int offset, int most) throws IOException {
    int count = in.read(into, offset, most);
    count(Math.max(0, count));
    return count;
  }

  @Override
  public long skip(long most) throws IOException {
    long count = in.skip(most);
    count(count);
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long bytes) throws ZipException {
    left -= bytes;
    if (left < 0) {
      throw new ZipException("more bytes than announced");
    }
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      if (own != null) {
        own.close();
      }
    }
  }
}
