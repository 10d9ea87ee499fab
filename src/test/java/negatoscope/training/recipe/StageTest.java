package negatoscope.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StageTest {
  @Test
  void theRateWarmsUpAndFollowsACosineToItsShare() {
    Stage stage = stage(10, Schedule.cosine(0.1), 0);
    assertThat(stage.rate(0, 100, List.of())).isCloseTo(1e-3 / 11, within(1e-12));
    assertThat(stage.rate(10, 100, List.of())).isCloseTo(1e-3, within(1e-12));
    assertThat(stage.rate(55, 100, List.of())).isCloseTo(0.55e-3, within(1e-9));
    assertThat(stage.rate(100, 100, List.of())).isCloseTo(1e-4, within(1e-12));
  }

  @Test
  void atEachPlateauOfValidationTheRateFalls() {
    Stage stage = stage(0, new Schedule(Schedule.Course.PLATEAU, 0.5, 2), 0);
    assertThat(rate(stage, -1.0, -0.9)).isEqualTo(1e-3);
    assertThat(rate(stage, -1.0, -0.9, -0.95)).isEqualTo(1e-3);
    assertThat(rate(stage, -1.0, -0.9, -0.95, -0.9)).isEqualTo(0.5e-3);
    assertThat(rate(stage, -1.0, -0.9, -0.95, -0.9, -0.8, -0.9)).isEqualTo(0.5e-3);
    assertThat(rate(stage, -1.0, -0.9, -0.95, -0.9, -0.9, -0.9)).isEqualTo(0.25e-3);
  }

  @Test
  void aStageStopsWhenValidationHasNotBecomeBetterForItsPatience() {
    Stage stage = stage(0, Schedule.cosine(0), 2);
    assertThat(stage.stops(List.of())).isFalse();
    assertThat(stage.stops(List.of(0.5, 0.4))).isFalse();
    assertThat(stage.stops(List.of(0.5, 0.4, 0.45))).isTrue();
    assertThat(stage.stops(List.of(0.5, 0.4, 0.6))).isFalse();
    assertThat(stage(0, Schedule.cosine(0), 0).stops(List.of(0.5, 0.1, 0.1, 0.1))).isFalse();
  }

  private static double rate(Stage stage, Double... scores) {
    return stage.rate(50, 100, List.of(scores));
  }

  private static Stage stage(int warmUp, Schedule schedule, int stopAfter) {
    return new Stage(9, 1e-3, warmUp, schedule, 16, 0, 1, stopAfter);
  }
}
