package negatoscope.library.download;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import negatoscope.task.AtomicFiles;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;

/**
 * Fetches a file, going on where an earlier transfer broke off if the server still has the same
 * version (RFC 9110: Range, If-Range). A redirection is followed on the same host only.
 */
public final class Download {
  private static final int MOST_TRANSFERS = 5;
  private static final int MOST_REDIRECTIONS = 5;
  private static final long GLANCE_MILLIS = 100;

  private final ProxySelector proxies;
  private final Duration patience;

  /**
   * A download through given proxies.
   *
   * @param patience how long to wait for an answer, and then for each further byte
   */
  public Download(ProxySelector proxies, Duration patience) {
    this.proxies = proxies;
    this.patience = patience;
  }

  /** A download with the settings of this system. */
  public static Download ofSystem() {
    return new Download(SystemProxy.ofSystem(), Duration.ofSeconds(60));
  }

  /**
   * Throws away what came, or what is left of it when the file was moved elsewhere.
   *
   * @throws Failure {@code NOT_WRITABLE}
   */
  public static void discard(Path to) {
    try {
      // The state first: a part that then cannot be deleted is never gone on with.
      Files.deleteIfExists(PartFile.state(to));
      Files.deleteIfExists(to);
    } catch (IOException e) {
      throw AtomicFiles.notWritten(to, e);
    }
  }

  /** One download: where from, where to, and who watches. */
  private record Job(
      URI location, long mostBytes, PartFile part, Progress progress, Cancellation cancellation) {}

  /**
   * Fetches a file. What came is kept where the transfer breaks or is cancelled, for the next time.
   *
   * @param mostBytes a larger file is refused
   * @param to the file to fill; it is whole when this returns
   * @param progress in bytes
   * @throws Failure {@code NOT_FOUND}; {@code NOT_READABLE} if the server cannot be reached, says
   *     no or breaks off; {@code TOO_LARGE}; {@code DISK_FULL}, {@code NOT_WRITABLE}; {@code BUSY}
   * @throws CancellationException if the work was asked to stop
   */
  public void fetch(
      URI location, long mostBytes, Path to, Progress progress, Cancellation cancellation) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .proxy(proxies)
            .build();
    try (PartFile part = PartFile.open(to)) {
      Job job = new Job(location, mostBytes, part, progress, cancellation);
      for (int transfer = 1; ; transfer++) {
        long before = part.size();
        try {
          transfer(client, job);
          part.sync();
          return;
        } catch (IOException e) {
          if (transfer == MOST_TRANSFERS || part.size() == before) {
            throw broken(job, e);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private void transfer(HttpClient client, Job job) throws IOException, InterruptedException {
    URI location = job.location();
    for (int hop = 0; hop <= MOST_REDIRECTIONS; hop++) {
      HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer = ask(client, job, location);
      try (BodyQueue body = new BodyQueue()) {
        answer.body().subscribe(body);
        if (answer.statusCode() / 100 != 3) {
          receive(job, answer, body);
          return;
        }
      }
      location = Answers.redirection(location, answer);
    }
    throw Answers.failure(job.location(), "redirects without end");
  }

  private HttpResponse<Flow.Publisher<List<ByteBuffer>>> ask(
      HttpClient client, Job job, URI location) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(location).timeout(patience);
    Optional<String> version = job.part().version(job.location());
    if (job.part().size() > 0 && version.isPresent()) {
      request.header("Range", "bytes=" + job.part().size() + "-").header("If-Range", version.get());
    }
    CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> answer =
        client.sendAsync(request.build(), BodyHandlers.ofPublisher());
    try {
      while (true) {
        job.cancellation().check();
        try {
          return answer.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          job.progress().report(job.part().size(), -1, String.valueOf(location.getHost()));
        }
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private void receive(
      Job job, HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer, BodyQueue body)
      throws IOException, InterruptedException {
    PartFile part = job.part();
    if (answer.statusCode() == 416 && Answers.wholeSize(answer) == part.size()) {
      return;
    }
    if (answer.statusCode() == 416
        || (answer.statusCode() == 206 && !Answers.continues(answer, part.size()))) {
      part.startAnew(job.location(), Optional.empty());
      throw new IOException("the server has another version now");
    }
    Answers.check(job.location(), answer);
    if (answer.statusCode() == 200) {
      part.startAnew(job.location(), Answers.version(answer));
    }
    long coming = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    long total = coming < 0 ? -1 : part.size() + coming;
    if (total > job.mostBytes()) {
      throw tooLarge(job);
    }
    part.reserve(Math.max(0, coming));
    for (List<ByteBuffer> bytes = body.next(patience, job.cancellation());
        !bytes.isEmpty();
        bytes = body.next(patience, job.cancellation())) {
      bytes.forEach(part::append);
      if (part.size() > job.mostBytes()) {
        throw tooLarge(job);
      }
      job.progress().report(part.size(), total, String.valueOf(job.location().getHost()));
    }
    if (part.size() < total) {
      throw new IOException("the connection ended early");
    }
  }

  private static Failure tooLarge(Job job) {
    job.part().startAnew(job.location(), Optional.empty());
    return new Failure(
        ErrorCode.TOO_LARGE,
        "What %s sends is larger than the file can be (%d MB)."
            .formatted(job.location(), job.mostBytes() >> 20),
        "The address may serve something else now; import the file by hand.");
  }

  private static Failure broken(Job job, IOException cause) {
    long there = job.part().size();
    String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return new Failure(
        ErrorCode.NOT_READABLE,
        there == 0
            ? "%s cannot be reached (%s).".formatted(job.location(), reason)
            : "The transfer from %s broke off after %d bytes (%s)."
                .formatted(job.location(), there, reason),
        there == 0
            ? "Check the connection and the proxy, or download the file by hand and import it."
            : "Start it again: it goes on from there.",
        cause);
  }
}
