package negatoscope.command;

import negatoscope.task.Failure;

/** The exit codes of the program. */
final class Exit {
  /** All went well. */
  static final int WELL = 0;

  /** Some film failed, or the run could not finish. */
  static final int FAILED = 1;

  /** Wrong usage. */
  static final int USAGE = 2;

  /** No model, engine or device. */
  static final int NOTHING_TO_RUN_ON = 3;

  private Exit() {}

  /** The exit code of a run that a failure ended. */
  static int of(Failure failure) {
    return switch (failure.code()) {
      case NO_MODEL, BAD_MODEL, NEWER_SCHEMA, NO_ENGINE, NO_DEVICE -> NOTHING_TO_RUN_ON;
      default -> FAILED;
    };
  }
}
