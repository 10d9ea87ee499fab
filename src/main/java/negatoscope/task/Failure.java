package negatoscope.task;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The base of every room's exception: a stable code, one sentence that names what failed, and what
 * to do about it.
 *
 * <p>The message of the exception is the sentence and the advice, so it can be shown as it is.
 */
public class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String sentence;
  private final String advice;

  /**
   * A failure without a cause.
   *
   * @param sentence what failed, naming the file or thing
   * @param advice what the user can do about it
   */
  public Failure(ErrorCode code, String sentence, String advice) {
    this(code, sentence, advice, null);
  }

  /** A failure with the exception that it was noticed by. */
  public Failure(ErrorCode code, String sentence, String advice, @Nullable Throwable cause) {
    super(advice.isEmpty() ? sentence : sentence + " " + advice, cause);
    this.code = Objects.requireNonNull(code);
    this.sentence = sentence;
    this.advice = advice;
  }

  /** Any exception as a failure: itself if it is one, else {@link ErrorCode#INTERNAL}. */
  public static Failure of(Throwable problem) {
    if (problem instanceof Failure failure) {
      return failure;
    }
    if ((problem instanceof java.util.concurrent.CompletionException
            || problem instanceof java.util.concurrent.ExecutionException)
        && problem.getCause() != null) {
      return of(problem.getCause());
    }
    return new Failure(
        ErrorCode.INTERNAL,
        "Something unexpected happened: " + problem + ".",
        "Please report it with the log file.",
        problem);
  }

  /** The stable code. */
  public final ErrorCode code() {
    return code;
  }

  /** What failed, in one sentence. */
  public final String sentence() {
    return sentence;
  }

  /** What the user can do; may be empty. */
  public final String advice() {
    return advice;
  }
}
