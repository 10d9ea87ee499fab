package negatoscope.workstation.trainer.run;

import negatoscope.workstation.trainer.desk.Plan;
import negatoscope.workstation.trainer.desk.Wish;

/** What is to be trained, with the choices that it comes from. */
public record Ordered(Wish wish, Plan plan) {
  /** Whether the same is asked for; when it was started does not count. */
  boolean same(Ordered other) {
    return plan.startedAt("").equals(other.plan.startedAt(""))
        && wish.recipe().equals(other.wish.recipe());
  }
}
