package negatoscope.codec;

import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A compressed stream cannot be turned into samples. Its sentence starts in the middle, "the JPEG
 * stream ends early.", for the caller knows the file's name and puts it before.
 */
public final class CodecException extends Failure {
  private static final long serialVersionUID = 1L;

  /**
   * A refused stream.
   *
   * @param code CORRUPT_PIXELS, BAD_DIMENSIONS, TOO_LARGE or UNSUPPORTED_PIXELS
   */
  public CodecException(ErrorCode code, String sentence, @Nullable Throwable cause) {
    super(code, sentence, "", cause);
  }

  /** A refused stream, without the exception behind it. */
  public CodecException(ErrorCode code, String sentence) {
    this(code, sentence, null);
  }

  /** A damaged stream. */
  public static CodecException corrupt(String sentence) {
    return new CodecException(ErrorCode.CORRUPT_PIXELS, sentence);
  }

  /** A sound stream of a kind that is not read. */
  public static CodecException unsupported(String sentence) {
    return new CodecException(ErrorCode.UNSUPPORTED_PIXELS, sentence);
  }
}
