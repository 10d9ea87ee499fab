package negatoscope.command.conventions;

import negatoscope.task.Failure;

/** The exit codes of the program. */
public final class Exit {
  /** All went well. */
  public static final int WELL = 0;

  /** Some film failed, or the run could not finish. */
  public static final int FAILED = 1;

  /** Wrong usage. */
  public static final int USAGE = 2;

  /** No model, engine or device. */
  public static final int NOTHING_TO_RUN_ON = 3;

  private Exit() {}

  /** The exit code of a run that a failure ended. */
  public static int of(Failure failure) {
    return switch (failure.code()) {
      case NO_MODEL, BAD_MODEL, NEWER_SCHEMA, NO_ENGINE, NO_DEVICE -> NOTHING_TO_RUN_ON;
      default -> FAILED;
    };
  }
}
