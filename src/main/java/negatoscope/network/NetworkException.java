package negatoscope.network;

import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/** The engine, a model's graph or a weight file failed. */
public final class NetworkException extends Failure {
  private static final long serialVersionUID = 1L;

  /** See {@link Failure}. */
  public NetworkException(
      ErrorCode code, String sentence, String advice, @Nullable Throwable cause) {
    super(code, sentence, advice, cause);
  }

  /** See {@link Failure}. */
  public NetworkException(ErrorCode code, String sentence, String advice) {
    this(code, sentence, advice, null);
  }
}
