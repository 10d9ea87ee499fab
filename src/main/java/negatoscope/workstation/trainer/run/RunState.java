package negatoscope.workstation.trainer.run;

/** How far a training is. */
public enum RunState {
  /** Nothing was started. */
  IDLE,
  /** It runs. */
  RUNNING,
  /** It is held up, and can go on. */
  PAUSED,
  /** It was asked to end, and has not yet. */
  ENDING,
  /** The model is there. */
  DONE,
  /** It was stopped before the end; the next run goes on from its last epoch. */
  STOPPED,
  /** Something went wrong. */
  FAILED;

  /** Whether there is work under way, be it held up. */
  public boolean active() {
    return this == RUNNING || this == PAUSED || this == ENDING;
  }
}
