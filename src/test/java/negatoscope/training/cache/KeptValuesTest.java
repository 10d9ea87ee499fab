package negatoscope.training.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptValuesTest {
  private static final int BYTES = 1000;
  private static final EntryKey COMMON = EntryKey.of("test", "1");

  @TempDir Path folder;

  @Test
  void whatOneLeftTheNextFindsByItsKey() {
    CacheSpace space = space(1 << 20);
    fill(space, COMMON, 0, 50);
    try (KeptValues values = KeptValues.open(space, COMMON, BYTES)) {
      for (int i = 0; i < 50; i++) {
        assertThat(values.has(key(i))).isTrue();
        assertThat(read(values, i)).isEqualTo(value(i));
      }
      assertThat(values.has(key(50))).isFalse();
    }
  }

  @Test
  void valuesOfAnotherKindOrSizeAreNotFound() {
    CacheSpace space = space(1 << 20);
    fill(space, COMMON, 0, 5);
    try (KeptValues other = KeptValues.open(space, EntryKey.of("test", "2"), BYTES);
        KeptValues larger = KeptValues.open(space, COMMON, BYTES + 1)) {
      assertThat(other.has(key(0))).isFalse();
      assertThat(larger.has(key(0))).isFalse();
    }
  }

  @Test
  void aByteThatFlippedAnywhereIsNeverReadAsAValue() throws IOException {
    CacheSpace space = space(1 << 20);
    fill(space, COMMON, 0, 5);
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      int place = round < 100 ? random.nextInt(whole.length) : random.nextInt(56);
      place = round < 150 ? place : whole.length - 1 - random.nextInt(5 * 36 + 4);
      boolean inValues = place >= 56 && place < 56 + 5 * BYTES;
      byte[] damaged = whole.clone();
      damaged[place] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      try (KeptValues values = KeptValues.open(space, COMMON, BYTES)) {
        int found = 0;
        for (int i = 0; i < 5; i++) {
          if (values.has(key(i))) {
            found++;
            assertThat(read(values, i)).isEqualTo(value(i));
          }
        }
        assertThat(found).isEqualTo(inValues ? 4 : 0);
      }
    }
  }

  @Test
  void aFileCutShortEmptyOrForeignIsPassedOver() throws IOException {
    CacheSpace space = space(1 << 20);
    fill(space, COMMON, 0, 5);
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 7, 63, 100, whole.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      try (KeptValues values = KeptValues.open(space, COMMON, BYTES)) {
        assertThat(values.has(key(0))).isFalse();
      }
    }
    Files.writeString(file, "not ours".repeat(9000));
    fill(space, COMMON, 0, 5);
    try (KeptValues values = KeptValues.open(space, COMMON, BYTES)) {
      assertThat(values.has(key(0))).isTrue();
    }
  }

  @Test
  void whatWasUsedLongestAgoGoesFirstAndTheBoundHolds() throws IOException {
    CacheSpace space = space(70_000);
    List<EntryKey> shelves = new ArrayList<>();
    for (int shelf = 0; shelf < 4; shelf++) {
      shelves.add(EntryKey.of("shelf", String.valueOf(shelf)));
      fill(space, shelves.get(shelf), 0, 20);
      for (Path file : files()) {
        if (Files.getLastModifiedTime(file).toMillis() > System.currentTimeMillis() - 60_000) {
          Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L * (shelf + 1)));
        }
      }
    }
    long each = Files.size(files().get(0));
    assertThat(files()).hasSize((int) Math.min(4, 70_000 / each));
    use(space, shelves.get(1));
    fill(new CacheSpace(folder, 2 * each), EntryKey.of("more"), 0, 20);
    assertThat(files()).hasSize(2);
    try (KeptValues values = KeptValues.open(space, shelves.get(1), BYTES)) {
      assertThat(values.has(key(0))).isTrue();
    }
  }

  @Test
  void theEnvironmentBoundsTheUsualSpace() {
    assertThat(CacheSpace.below(folder, Map.of(CacheSpace.VARIABLE, "2.5")).mostBytes())
        .isEqualTo(2_500_000_000L);
    for (Map<String, String> none :
        List.of(
            Map.<String, String>of(),
            Map.of(CacheSpace.VARIABLE, "much"),
            Map.of(CacheSpace.VARIABLE, "-1"))) {
      assertThat(CacheSpace.below(folder, none).mostBytes()).isEqualTo(CacheSpace.USUAL_BYTES);
    }
  }

  @Test
  void aSpaceThatKeepsNothingLeavesNothing() {
    CacheSpace passing = new CacheSpace(folder.resolve("passing"), 0);
    try (KeptValues values = KeptValues.open(passing, COMMON, BYTES)) {
      values.add(key(1), ByteBuffer.wrap(value(1)));
      values.finish();
      assertThat(read(values, 1)).isEqualTo(value(1));
    }
    assertThat(folder.resolve("passing")).doesNotExist();
  }

  @Test
  void whatIsNotFinishedIsNotThereAndTwoMayWriteAtOnce() {
    CacheSpace space = space(1 << 20);
    try (KeptValues one = KeptValues.open(space, COMMON, BYTES);
        KeptValues other = KeptValues.open(space, COMMON, BYTES)) {
      one.add(key(1), ByteBuffer.wrap(value(1)));
      other.add(key(1), ByteBuffer.wrap(value(1)));
      other.add(key(2), ByteBuffer.wrap(value(2)));
      other.finish();
      assertThat(one.has(key(2))).isFalse();
    }
    assertThat(files()).hasSize(1);
    try (KeptValues values = KeptValues.open(space, COMMON, BYTES)) {
      assertThat(read(values, 2)).isEqualTo(value(2));
    }
  }

  @Test
  void theFolderMayBeDeletedWhileItIsUsedAndNoShortFileBringsTheProgramDown() throws IOException {
    CacheSpace space = space(1 << 20);
    fill(space, COMMON, 0, 3);
    try (KeptValues values = KeptValues.open(space, COMMON, BYTES)) {
      assertThat(values.has(key(0))).isTrue();
      Path file = files().get(0);
      try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
        open.setLength(200);
      }
      assertThatThrownBy(() -> read(values, 0))
          .isInstanceOfSatisfying(
              Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CHANGED));
      Files.delete(file);
      values.add(key(9), ByteBuffer.wrap(value(9)));
      values.finish();
      assertThat(read(values, 9)).isEqualTo(value(9));
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsAFailure() throws IOException {
    Path file = folder.resolve("file");
    Files.writeString(file, "");
    try (KeptValues values = KeptValues.open(new CacheSpace(file, 1 << 20), COMMON, BYTES)) {
      assertThatThrownBy(() -> values.add(key(0), ByteBuffer.wrap(value(0))))
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_WRITABLE));
    }
  }

  private void use(CacheSpace space, EntryKey common) {
    try (KeptValues values = KeptValues.open(space, common, BYTES)) {
      assertThat(values.has(key(0))).isTrue();
    }
  }

  private void fill(CacheSpace space, EntryKey common, int from, int to) {
    try (KeptValues values = KeptValues.open(space, common, BYTES)) {
      values.together(to - from);
      for (int i = from; i < to; i++) {
        values.add(key(i), ByteBuffer.wrap(value(i)));
      }
      values.finish();
    }
  }

  private CacheSpace space(long bytes) {
    return new CacheSpace(folder, bytes);
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(Segment.ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] read(KeptValues values, int number) {
    byte[] read = new byte[BYTES];
    values.read(key(number), bytes -> bytes.get(read));
    return read;
  }

  private static EntryKey key(int number) {
    return EntryKey.of("entry", String.valueOf(number));
  }

  private static byte[] value(int number) {
    byte[] value = new byte[BYTES];
    new Random(number).nextBytes(value);
    return value;
  }
}
