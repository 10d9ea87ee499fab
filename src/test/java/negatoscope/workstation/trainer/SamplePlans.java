package negatoscope.workstation.trainer;

import java.util.List;
import java.util.Map;
import negatoscope.workstation.trainer.desk.Plan;
import negatoscope.workstation.trainer.films.SplitWish;

/** What a user might have chosen in the wizard. */
public final class SamplePlans {
  private SamplePlans() {}

  /**
   * A folder as it is, in the usual parts, for MobileNetV2.
   *
   * @param started when, ISO 8601
   */
  public static Plan plain(int folds, String started) {
    return new Plan(
        Plan.SCHEMA,
        "films",
        List.of(),
        Map.of(),
        "",
        SplitWish.USUAL,
        "mobilenet-v2",
        "",
        "recommended",
        folds,
        started);
  }
}
