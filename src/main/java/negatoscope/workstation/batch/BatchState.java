package negatoscope.workstation.batch;

/** How far a screening is. */
public enum BatchState {
  /** Nothing runs, nothing is there. */
  IDLE,
  /** What is in the output folder is being read. */
  LOOKING,
  /** A screening is there; it can be read from, gone on with, or made anew. */
  KEPT,
  /** Films go through. */
  RUNNING,
  /** No film goes through until it goes on. */
  PAUSED,
  /** It was asked to stop. */
  ENDING;

  /** Whether a run is under way. */
  public boolean active() {
    return this == RUNNING || this == PAUSED || this == ENDING;
  }
}
