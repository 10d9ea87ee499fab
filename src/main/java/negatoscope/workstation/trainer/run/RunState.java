package negatoscope.workstation.trainer.run;

/** How far a training is. */
public enum RunState {
  /** Nothing was started. */
  IDLE("The training was not started yet."),
  /** It runs. */
  RUNNING("The network is still learning."),
  /** It is held up, and can go on. */
  PAUSED("The training is paused; let it go on, or stop it and keep the best."),
  /** It was asked to end, and has not yet. */
  ENDING("The training is coming to its end…"),
  /** The model is there. */
  DONE(""),
  /** It was stopped before the end; the next run goes on from its last epoch. */
  STOPPED("The training was stopped; let it go on to get a model."),
  /** Something went wrong. */
  FAILED("The training failed; see above.");

  private final String reason;

  RunState(String reason) {
    this.reason = reason;
  }

  /** Why one cannot go on from there, in a sentence; empty where one can. */
  public String reason() {
    return reason;
  }

  /** Whether there is work under way, be it held up. */
  public boolean active() {
    return this == RUNNING || this == PAUSED || this == ENDING;
  }
}
