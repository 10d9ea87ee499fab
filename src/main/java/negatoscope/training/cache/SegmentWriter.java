package negatoscope.training.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Writes a {@link Segment} aside; finishing it syncs it and moves it into place. */
final class SegmentWriter implements AutoCloseable {
  /** Ending of what is not finished. */
  static final String ENDING = ".part";

  private static final long MOST_BYTES = 128L << 20;

  private final EntryKey common;
  private final int bytes;
  private final int room;
  private final Path aside;
  private final FileChannel channel;
  private final List<EntryKey> keys = new ArrayList<>();
  private final int[] sums;
  private boolean finished;

  SegmentWriter(Path shelf, EntryKey common, int bytes, int atLeast) throws IOException {
    this.common = common;
    this.bytes = bytes;
    room = Math.max(atLeast, (int) Math.min(1 << 16, MOST_BYTES / bytes));
    sums = new int[room];
    Files.createDirectories(shelf);
    aside = shelf.resolve(UUID.randomUUID() + ENDING);
    channel =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
  }

  /** How many more values it takes. */
  int left() {
    return room - keys.size();
  }

  void add(EntryKey key, ByteBuffer value) throws IOException {
    sums[keys.size()] = Segment.sum(value.duplicate());
    write(value, Segment.place(keys.size(), bytes));
    keys.add(key);
  }

  private void write(ByteBuffer from, long place) throws IOException {
    long at = place;
    while (from.hasRemaining()) {
      at += channel.write(from, at);
    }
  }

  /** Syncs the file and moves it into place; it stays open to be read. */
  Segment finish() throws IOException {
    ByteBuffer head = Segment.head(common, bytes, keys.size());
    write(Segment.index(head, keys, sums), Segment.place(keys.size(), bytes));
    write(head, 0);
    channel.force(true);
    String name = String.valueOf(aside.getFileName()).replace(ENDING, Segment.ENDING);
    Path place = aside.resolveSibling(name);
    Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
    finished = true;
    return new Segment(place, channel, List.copyOf(keys), Arrays.copyOf(sums, keys.size()));
  }

  /** Leaves nothing behind unless it was finished. */
  @Override
  public void close() throws IOException {
    if (!finished) {
      channel.close();
      Files.deleteIfExists(aside);
    }
  }
}
