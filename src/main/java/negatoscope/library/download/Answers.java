package negatoscope.library.download;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;

/** Reads a server's answers (RFC 9110). */
final class Answers {
  private static final Pattern RANGE = Pattern.compile("bytes (?:(\\d{1,18})-\\d{1,18}|\\*)/.*");
  private static final Pattern WHOLE = Pattern.compile("bytes .*/(\\d{1,18})");

  private Answers() {}

  /** What If-Range takes: a strong entity tag, else the date of the last change. */
  static Optional<String> version(HttpResponse<?> answer) {
    Optional<String> tag =
        answer.headers().firstValue("ETag").filter(value -> value.startsWith("\""));
    return tag.isPresent() ? tag : answer.headers().firstValue("Last-Modified");
  }

  /** Whether the answer's body begins where the file at hand ends. */
  static boolean continues(HttpResponse<?> answer, long size) {
    Matcher range = RANGE.matcher(answer.headers().firstValue("Content-Range").orElse(""));
    return answer.statusCode() == 206
        && range.matches()
        && range.group(1) != null
        && Long.parseLong(range.group(1)) == size;
  }

  /** The size that the server says the whole file has; −1 if it does not. */
  static long wholeSize(HttpResponse<?> answer) {
    Matcher whole = WHOLE.matcher(answer.headers().firstValue("Content-Range").orElse(""));
    return whole.matches() ? Long.parseLong(whole.group(1)) : -1;
  }

  /**
   * Makes sure that the answer carries the file.
   *
   * @throws Failure {@code NOT_FOUND}, {@code NOT_READABLE}
   */
  static void check(URI location, HttpResponse<?> answer) {
    int status = answer.statusCode();
    if (status == 404 || status == 410) {
      throw new Failure(
          ErrorCode.NOT_FOUND,
          "There is no file at %s any more.".formatted(location),
          "Look for it where Keras publishes its weights, and import the file.");
    }
    if (status == 407) {
      throw failure(location, "is behind a proxy that asks for a password");
    }
    if (status != 200 && status != 206) {
      throw failure(location, "answers with status " + status);
    }
  }

  /**
   * Where an answer redirects to.
   *
   * @throws Failure {@code NOT_READABLE} if that is another host
   */
  static URI redirection(URI from, HttpResponse<?> answer) {
    Optional<String> named = answer.headers().firstValue("Location");
    if (named.isEmpty()) {
      throw failure(from, "answers with status " + answer.statusCode());
    }
    URI to;
    try {
      to = from.resolve(named.get());
    } catch (IllegalArgumentException e) {
      throw failure(from, "redirects to no address");
    }
    if (!Objects.equals(from.getScheme(), to.getScheme())
        || !Objects.equals(from.getAuthority(), to.getAuthority())) {
      throw failure(from, "redirects to %s, which was not asked for".formatted(to));
    }
    return to;
  }

  static Failure failure(URI location, String what) {
    return new Failure(
        ErrorCode.NOT_READABLE,
        "%s %s.".formatted(location, what),
        "Download the file by hand and import it.");
  }
}
