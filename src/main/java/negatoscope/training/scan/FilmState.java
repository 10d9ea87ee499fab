package negatoscope.training.scan;

import negatoscope.task.ErrorCode;

/** What came of opening a film of a data set. */
public sealed interface FilmState {
  /** It was read. */
  record Read(FilmFacts facts) implements FilmState {}

  /**
   * It cannot be read.
   *
   * @param code the stable code
   * @param reason one sentence that names the file
   */
  record Unreadable(ErrorCode code, String reason) implements FilmState {}
}
