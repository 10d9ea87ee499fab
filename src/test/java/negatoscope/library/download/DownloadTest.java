package negatoscope.library.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a server on this machine. */
@Timeout(60)
class DownloadTest {
  private static final ProxySelector DIRECT = ProxySelector.of(null);
  private static final long MOST = 10_000_000;

  private final byte[] content = new byte[1_000_003];
  private final Cancellation cancellation = new Cancellation();
  private final Download download = new Download(DIRECT, Duration.ofSeconds(20));

  @TempDir Path folder;
  private FileServer server;
  private Path file = Path.of("");

  DownloadTest() throws IOException {
    new Random(7).nextBytes(content);
    server = new FileServer(content);
  }

  @BeforeEach
  void name() {
    file = folder.resolve("below/file.h5.part");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void fetch(String path) {
    download.fetch(server.at(path), MOST, file, Progress.NONE, cancellation);
  }

  private static Consumer<Throwable> failure(ErrorCode code, String says) {
    return problem ->
        assertThat(problem)
            .isInstanceOfSatisfying(
                Failure.class,
                failure -> {
                  assertThat(failure.code()).isEqualTo(code);
                  assertThat(failure.getMessage()).contains(says);
                });
  }

  @Test
  void theWholeFileArrivesAndProgressGrowsToItsSize() {
    var last = new java.util.concurrent.atomic.AtomicLong();
    Progress progress =
        (done, total, message) -> {
          assertThat(done).isGreaterThanOrEqualTo(last.getAndSet(done));
          assertThat(total).isIn(-1L, (long) content.length);
        };
    download.fetch(server.at("/file.h5"), MOST, file, progress, cancellation);
    assertThat(file).hasBinaryContent(content);
    assertThat(last).hasValue(content.length);
    assertThat(server.asked).containsExactly("GET /file.h5");
    Download.discard(file);
    assertThat(file.getParent()).isEmptyDirectory();
  }

  @Test
  void aBrokenTransferGoesOnWhereItEnded() {
    server.breaks.addAll(List.of(400_000, 700_000));
    fetch("/file.h5");
    assertThat(file).hasBinaryContent(content);
    assertThat(server.asked).hasSize(3).first().isEqualTo("GET /file.h5");
    assertThat(server.asked.subList(1, 3)).allMatch(line -> line.contains("bytes="));
  }

  @Test
  void whatCameIsKeptForTheNextTimeWhereTheServerStaysBroken() throws IOException {
    server.breaks.addAll(List.of(400_000, 0));
    assertThatThrownBy(() -> fetch("/file.h5"))
        .satisfies(failure(ErrorCode.NOT_READABLE, "Start it again: it goes on from there."));
    long there = Files.size(file);
    assertThat(there).isBetween(1L, 400_000L);
    fetch("/file.h5");
    assertThat(file).hasBinaryContent(content);
    assertThat(server.asked).last().isEqualTo("GET /file.h5 bytes=" + there + "-");
  }

  @Test
  void anotherVersionOnTheServerIsFetchedFromItsBeginning() {
    server.breaks.addAll(List.of(400_000, 0));
    assertThatThrownBy(() -> fetch("/file.h5")).isInstanceOf(Failure.class);
    server.tag = "\"2\"";
    server.content[0] ^= 1;
    fetch("/file.h5");
    assertThat(file).hasBinaryContent(server.content);
  }

  @Test
  void aServerWithoutRangeOrTagSendsAllAgain() {
    server.breaks.add(400_000);
    server.ranges = false;
    fetch("/file.h5");
    assertThat(file).hasBinaryContent(content);
    server.tag = "";
    server.breaks.add(300_000);
    fetch("/file.h5");
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void aFileThatIsCompleteAlreadyIsNotFetchedAgain() {
    fetch("/file.h5");
    fetch("/file.h5");
    assertThat(file).hasBinaryContent(content);
    assertThat(server.asked).last().isEqualTo("GET /file.h5 bytes=" + content.length + "-");
  }

  @Test
  void aShorterFileOnTheServerReplacesALongerPart() throws IOException {
    fetch("/file.h5");
    Files.write(file, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
    fetch("/file.h5");
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void aRedirectionIsFollowedOnTheSameHostOnly() {
    fetch("/moved");
    assertThat(file).hasBinaryContent(content);
    assertThatThrownBy(() -> fetch("/away"))
        .satisfies(failure(ErrorCode.NOT_READABLE, "redirects to http://elsewhere.test/file"));
    assertThatThrownBy(() -> fetch("/round"))
        .satisfies(failure(ErrorCode.NOT_READABLE, "without end"));
  }

  @Test
  void whatIsNotThereOrRefusedIsSaid() {
    assertThatThrownBy(() -> fetch("/none")).satisfies(failure(ErrorCode.NOT_FOUND, "/none"));
    assertThatThrownBy(() -> fetch("/broken"))
        .satisfies(failure(ErrorCode.NOT_READABLE, "answers with status 503"));
    URI gone = server.at("/file.h5");
    server.close();
    assertThatThrownBy(() -> download.fetch(gone, MOST, file, Progress.NONE, new Cancellation()))
        .satisfies(failure(ErrorCode.NOT_READABLE, gone + " cannot be reached"));
  }

  @Test
  void aFileLargerThanItCanBeIsRefused() {
    assertThatThrownBy(
            () -> download.fetch(server.at("/file.h5"), 999_999, file, Progress.NONE, cancellation))
        .satisfies(failure(ErrorCode.TOO_LARGE, "larger than the file can be"));
    assertThat(file).isEmptyFile();
  }

  @Test
  void aCancelledTransferEndsWhileTheServerSaysNothingAndIsResumedLater() throws IOException {
    server.half = new CountDownLatch(1);
    Progress progress =
        (done, total, message) -> {
          if (done >= content.length / 2) {
            cancellation.cancel();
          }
        };
    assertThatThrownBy(
            () -> download.fetch(server.at("/file.h5"), MOST, file, progress, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(Files.size(file)).isEqualTo(content.length / 2);
    server.half.countDown();
    download.fetch(server.at("/file.h5"), MOST, file, Progress.NONE, new Cancellation());
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void aServerThatFallsSilentIsNotWaitedForForEver() {
    server.half = new CountDownLatch(1);
    Download impatient = new Download(DIRECT, Duration.ofMillis(300));
    assertThatThrownBy(
            () -> impatient.fetch(server.at("/file.h5"), MOST, file, Progress.NONE, cancellation))
        .satisfies(failure(ErrorCode.NOT_READABLE, "broke off after "));
  }

  @Test
  void twoDownloadsOfOneFileDoNotMix() {
    try (PartFile open = PartFile.open(file)) {
      assertThat(open.size()).isZero();
      assertThatThrownBy(() -> fetch("/file.h5")).satisfies(failure(ErrorCode.BUSY, "already"));
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsSaid() throws IOException {
    Files.writeString(folder.resolve("below"), "a file in its place");
    assertThatThrownBy(() -> fetch("/file.h5")).satisfies(failure(ErrorCode.NOT_WRITABLE, "below"));
  }

  @Test
  void theProxyOfTheEnvironmentIsUsed() {
    SystemProxy proxy =
        new SystemProxy(Map.of("http_proxy", "http://127.0.0.1:" + server.port()), DIRECT);
    new Download(proxy, Duration.ofSeconds(20))
        .fetch(URI.create("http://weights.test/file.h5"), MOST, file, Progress.NONE, cancellation);
    assertThat(file).hasBinaryContent(content);
    assertThat(server.asked).containsExactly("GET http://weights.test/file.h5");
  }
}
