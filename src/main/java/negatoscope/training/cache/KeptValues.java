package negatoscope.training.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import negatoscope.task.AtomicFiles;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Values of one kind and size by their keys: those that earlier trainings left, and those that are
 * added now.
 *
 * <p>Threads: one that asks and adds; when it has finished, any number that read.
 */
public final class KeptValues implements AutoCloseable {
  private final CacheSpace space;
  private final EntryKey common;
  private final int bytes;
  private final List<Segment> segments = new ArrayList<>();
  private final Map<EntryKey, Place> places = new HashMap<>();
  private final Set<Path> used = new HashSet<>();
  private @Nullable SegmentWriter writer;

  /** Where a value lies; what an earlier training left is checked before it is first used. */
  private record Place(Segment segment, int number) {}

  private KeptValues(CacheSpace space, EntryKey common, int bytes) {
    this.space = space;
    this.common = common;
    this.bytes = bytes;
  }

  /**
   * Opens what is there.
   *
   * @param common the key of all that the values have in common
   * @param bytes of each value
   */
  public static KeptValues open(CacheSpace space, EntryKey common, int bytes) {
    KeptValues values = new KeptValues(space, common, bytes);
    space
        .segments(common)
        .forEach(file -> Segment.open(file, common, bytes).ifPresent(values::take));
    return values;
  }

  private void take(Segment segment) {
    segments.add(segment);
    for (int i = 0; i < segment.keys().size(); i++) {
      places.put(segment.keys().get(i), new Place(segment, i));
    }
  }

  /** Whether there is a sound value; a damaged one is forgotten. */
  public boolean has(EntryKey key) {
    Place place = places.get(key);
    if (place == null) {
      return false;
    }
    AtomicBoolean sound = new AtomicBoolean();
    try {
      read(place, value -> sound.set(Segment.sum(value) == place.segment().sums()[place.number()]));
    } catch (IOException e) {
      sound.set(false);
    }
    if (!sound.get()) {
      places.remove(key);
      return false;
    }
    if (used.add(place.segment().path())) {
      space.touch(place.segment().path());
    }
    return true;
  }

  /**
   * Adds a value. It can be read when {@link #finish} was called.
   *
   * @throws Failure {@code DISK_FULL}, {@code NOT_WRITABLE}
   */
  public void add(EntryKey key, ByteBuffer value) {
    if (value.remaining() != bytes) {
      throw new IllegalArgumentException("a value of another size");
    }
    try {
      if (writer == null) {
        writer = new SegmentWriter(space.shelf(common), common, bytes, 1);
      }
      writer.add(key, value);
      if (writer.left() == 0) {
        finish();
      }
    } catch (IOException e) {
      throw AtomicFiles.notWritten(space.folder(), e);
    }
  }

  /**
   * Sees to it that the next so many values go into one file: after a crash all of them are there,
   * or none.
   */
  public void together(int count) {
    if (writer != null && writer.left() < count) {
      finish();
    }
    if (writer == null) {
      try {
        writer = new SegmentWriter(space.shelf(common), common, bytes, count);
      } catch (IOException e) {
        throw AtomicFiles.notWritten(space.folder(), e);
      }
    }
  }

  /**
   * Moves what was added into place.
   *
   * @throws Failure {@code DISK_FULL}, {@code NOT_WRITABLE}
   */
  public void finish() {
    SegmentWriter full = writer;
    writer = null;
    if (full == null) {
      return;
    }
    try (full) {
      Segment segment = full.finish();
      take(segment);
      used.add(segment.path());
      space.trim(used);
    } catch (IOException e) {
      throw AtomicFiles.notWritten(space.folder(), e);
    }
  }

  /**
   * Reads a value that is there.
   *
   * @param reader is handed the bytes, little-endian; must not keep them
   * @throws Failure {@code CHANGED} where somebody else changed the file meanwhile
   */
  public void read(EntryKey key, Consumer<ByteBuffer> reader) {
    Place place = places.get(key);
    if (place == null) {
      throw new IllegalArgumentException("nothing is kept under this key");
    }
    try {
      read(place, reader);
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.CHANGED,
          "%s was changed while it was used (%s)."
              .formatted(place.segment().path(), e.getMessage()),
          "Start the training again; what is missing is computed again.",
          e);
    }
  }

  private void read(Place place, Consumer<ByteBuffer> reader) throws IOException {
    Segment segment = place.segment();
    Windows.read(segment.channel(), Segment.place(place.number(), bytes), bytes, reader);
  }

  /** Closes all files, drops what was not finished, and brings the space down to its bound. */
  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
      for (Segment segment : segments) {
        segment.close();
      }
    } catch (IOException e) {
      throw AtomicFiles.notWritten(space.folder(), e);
    } finally {
      space.trim(Set.of());
    }
  }
}
