package negatoscope.training.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A finished file of values, all of one size.
 *
 * <p>All numbers are little-endian. A head of 56 bytes: {@code NEGOKEPT}, version, bytes of a
 * value, number of values, 4 bytes reserved, and the key of what the values have in common (32
 * bytes); the values; the index, 36 bytes a value (key, CRC-32C); the CRC-32C of head and index.
 *
 * @param path of the file
 * @param channel to read it
 * @param keys of its values, in order
 * @param sums CRC-32C of each value
 */
record Segment(Path path, FileChannel channel, List<EntryKey> keys, int[] sums)
    implements AutoCloseable {
  static final String ENDING = ".kept";

  private static final long MAGIC = 0x5450454B4F47454EL;
  private static final int VERSION = 1;
  private static final int HEAD = 2 * Long.BYTES + 2 * Integer.BYTES + EntryKey.BYTES;
  private static final int INDEX_ENTRY = EntryKey.BYTES + Integer.BYTES;

  /** Where a value lies. */
  static long place(int number, int bytes) {
    return HEAD + (long) number * bytes;
  }

  static ByteBuffer head(EntryKey common, int bytes, int count) {
    return buffer(HEAD)
        .putLong(MAGIC)
        .putInt(VERSION)
        .putInt(bytes)
        .putInt(count)
        .putInt(0)
        .put(common.bytes())
        .flip();
  }

  /** Index and sum, which stand at the end. */
  static ByteBuffer index(ByteBuffer head, List<EntryKey> keys, int[] sums) {
    ByteBuffer index = buffer(keys.size() * INDEX_ENTRY + Integer.BYTES);
    for (int i = 0; i < keys.size(); i++) {
      index.put(keys.get(i).bytes()).putInt(sums[i]);
    }
    int sum = sum(head.duplicate(), index.duplicate().flip());
    return index.putInt(sum).flip();
  }

  /** The file, if it is one and whole, of values of this kind. */
  static Optional<Segment> open(Path path, EntryKey common, int bytes) {
    try {
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      Optional<Segment> segment = read(path, channel, common, bytes);
      if (segment.isEmpty()) {
        channel.close();
      }
      return segment;
    } catch (IOException e) {
      // Deleted meanwhile, or not ours to read: what it held is computed again.
      return Optional.empty();
    }
  }

  private static Optional<Segment> read(Path path, FileChannel channel, EntryKey common, int bytes)
      throws IOException {
    ByteBuffer head = buffer(HEAD);
    if (!filled(channel, head, 0)) {
      return Optional.empty();
    }
    int count = head.getInt(2 * Long.BYTES);
    long rest = channel.size() - place(Math.max(0, count), bytes);
    if (count < 0
        || !head.equals(head(common, bytes, count))
        || rest != (long) count * INDEX_ENTRY + Integer.BYTES) {
      return Optional.empty();
    }
    ByteBuffer index = buffer((int) rest);
    if (!filled(channel, index, place(count, bytes))
        || index.getInt((int) rest - Integer.BYTES)
            != sum(head, index.duplicate().limit((int) rest - Integer.BYTES))) {
      return Optional.empty();
    }
    List<EntryKey> keys = new ArrayList<>();
    int[] sums = new int[count];
    byte[] key = new byte[EntryKey.BYTES];
    for (int i = 0; i < count; i++) {
      index.get(key);
      keys.add(EntryKey.of(key));
      sums[i] = index.getInt();
    }
    return Optional.of(new Segment(path, channel, keys, sums));
  }

  private static boolean filled(FileChannel channel, ByteBuffer buffer, long place)
      throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, place + buffer.position()) < 0) {
        return false;
      }
    }
    buffer.flip();
    return true;
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** CRC-32C of what is left in some buffers, one after another. */
  static int sum(ByteBuffer... parts) {
    CRC32C sum = new CRC32C();
    for (ByteBuffer part : parts) {
      sum.update(part);
    }
    return (int) sum.getValue();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
