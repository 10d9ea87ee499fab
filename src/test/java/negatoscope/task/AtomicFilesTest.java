package negatoscope.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void aFileIsReplacedInOneStepAndNothingIsLeftBeside() throws IOException {
    Path file = folder.resolve("deep").resolve("file.txt");
    AtomicFiles.write(file, out -> out.write('a'));
    AtomicFiles.write(file, out -> out.write('b'));
    assertThat(file).hasContent("b");
    assertThat(entries(folder.resolve("deep"))).isEqualTo(1);
  }

  @Test
  void aFailureWhileWritingLeavesTheOldFile() throws IOException {
    Path file = folder.resolve("file.txt");
    AtomicFiles.write(file, out -> out.write('a'));
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      out.write('b');
                      throw new IOException("No space left on device");
                    }));
    assertThat(failure.code()).isEqualTo(ErrorCode.DISK_FULL);
    assertThat(file).hasContent("a");
    assertThat(entries(folder)).isEqualTo(1);
    assertThatThrownBy(
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      throw new IllegalStateException("ours");
                    }))
        .hasMessage("ours");
    assertThat(entries(folder)).isEqualTo(1);
  }

  @Test
  void aFolderAppearsWholeOrNotAtAll() throws IOException {
    Path made = folder.resolve("model");
    AtomicFiles.writeFolder(
        made,
        aside -> {
          assertThat(made).doesNotExist();
          Files.createDirectories(aside.resolve("inner"));
          Files.writeString(aside.resolve("inner").resolve("a"), "a");
        });
    assertThat(made.resolve("inner").resolve("a")).hasContent("a");
    Failure exists =
        catchThrowableOfType(Failure.class, () -> AtomicFiles.writeFolder(made, aside -> {}));
    assertThat(exists.code()).isEqualTo(ErrorCode.EXISTS);
    Failure failed =
        catchThrowableOfType(
            Failure.class,
            () ->
                AtomicFiles.writeFolder(
                    folder.resolve("other"),
                    aside -> {
                      Files.writeString(aside.resolve("a"), "a");
                      throw new IOException("no");
                    }));
    assertThat(failed.code()).isEqualTo(ErrorCode.NOT_WRITABLE);
    assertThat(entries(folder)).isEqualTo(1);
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNotWritable() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> AtomicFiles.write(file.resolve("below"), out -> {}));
    assertThat(failure.code()).isEqualTo(ErrorCode.NOT_WRITABLE);
    assertThat(failure.sentence()).contains("below");
  }

  private static long entries(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.count();
    }
  }
}
