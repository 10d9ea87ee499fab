package negatoscope.workstation.studies;

import negatoscope.classification.Classification;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;

/** How far the classification of an open film is. */
public sealed interface Answer {
  /** Not asked for. */
  record Idle() implements Answer {}

  /**
   * Asked for, not yet there.
   *
   * @param cancellation by which it is stopped; also tells one request from the next
   */
  record Running(Cancellation cancellation) implements Answer {}

  /** Answered. */
  record Done(Classification classification) implements Answer {}

  /** The engine, the model or the film made it impossible. */
  record Failed(Failure failure) implements Answer {}

  /** Stopped by the user. */
  record Cancelled() implements Answer {}
}
