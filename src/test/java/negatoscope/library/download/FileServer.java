package negatoscope.library.download;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A server on this machine that has one file, and the faults that a test gives it. */
public final class FileServer implements AutoCloseable {
  /** What is served. */
  public volatile byte[] content;

  /** The file's entity tag, with its quotes; empty for none. */
  public volatile String tag = "\"1\"";

  /** After how many bytes the next transfers break off; one entry is used up by each. */
  public final List<Integer> breaks = Collections.synchronizedList(new ArrayList<>());

  /** Whether Range is understood. */
  public volatile boolean ranges = true;

  /** Released when a transfer may go on that stopped at half; null to stop none. */
  public volatile CountDownLatch half = new CountDownLatch(0);

  /** What was asked for: {@code GET URI RANGE}. */
  public final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  private final HttpServer server;

  /** Starts serving. */
  public FileServer(byte[] content) throws IOException {
    this.content = content.clone();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.createContext("/moved", exchange -> redirect(exchange, "/file.h5"));
    server.createContext("/away", exchange -> redirect(exchange, "http://elsewhere.test/file"));
    server.createContext("/round", exchange -> redirect(exchange, "/round"));
    server.createContext("/none", exchange -> exchange.sendResponseHeaders(404, -1));
    server.createContext("/broken", exchange -> exchange.sendResponseHeaders(503, -1));
    server.setExecutor(
        command -> {
          Thread thread = new Thread(command, "file server");
          thread.setDaemon(true);
          thread.start();
        });
    server.start();
  }

  /** The port on the loopback address. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** An address on this server. */
  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Headers request = exchange.getRequestHeaders();
    String range = request.getFirst("Range");
    asked.add(
        (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + range)
            .replace(" null", ""));
    Headers headers = exchange.getResponseHeaders();
    if (!tag.isEmpty()) {
      headers.add("ETag", tag);
    }
    int from = 0;
    int status = 200;
    if (ranges && range != null && tag.equals(request.getFirst("If-Range"))) {
      from = Integer.parseInt(range.replaceAll("bytes=|-", ""));
      status = from < content.length ? 206 : 416;
      String span = status == 416 ? "*" : from + "-" + (content.length - 1);
      headers.add("Content-Range", "bytes " + span + "/" + content.length);
    }
    if (status == 416) {
      exchange.sendResponseHeaders(416, -1);
      exchange.close();
      return;
    }
    int until = breaks.isEmpty() ? content.length : Math.min(content.length, breaks.remove(0));
    byte[] bytes = Arrays.copyOfRange(content, from, Math.max(from, until));
    exchange.sendResponseHeaders(status, content.length - from);
    try {
      exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
      exchange.getResponseBody().flush();
      half.await();
      exchange.getResponseBody().write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  @Override
  public void close() {
    half.countDown();
    server.stop(0);
  }
}
