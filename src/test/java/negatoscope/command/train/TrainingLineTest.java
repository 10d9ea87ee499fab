package negatoscope.command.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import negatoscope.command.surroundings.Console;
import negatoscope.training.run.Epoch;
import negatoscope.training.run.TrainingMoment;
import negatoscope.training.run.TrainingMoment.Phase;
import negatoscope.training.run.Validation;
import org.junit.jupiter.api.Test;

/** What a terminal shows of a training. */
class TrainingLineTest {
  private final StringWriter err = new StringWriter();
  private long millis;

  private TrainingLine line(boolean terminal) {
    PrintWriter out = new PrintWriter(new StringWriter());
    Console console = new Console(out, new PrintWriter(err), false, terminal);
    return new TrainingLine(console, () -> TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private static TrainingMoment moment(int films) {
    TrainingMoment.Running epoch =
        new TrainingMoment.Running(
            "whole", 1, 1, 3, 20, films, 1184, 0.4125, 0.8755, 4.9e-5, 21.44);
    return new TrainingMoment(Phase.LEARNING, "learning", 0.424, 754, 1_930_000_000L, epoch);
  }

  private static Epoch epoch() {
    return new Epoch(
        "whole",
        1,
        3,
        20,
        0.41,
        0.87,
        new Validation(0.81, 0.93, 0.52, 0.5, 1.2),
        4.9e-5,
        21.4,
        60,
        1_930_000_000L);
  }

  @Test
  void aPersonSeesEveryFigureInALineThatMoves() {
    TrainingLine line = line(true);
    line.now(moment(320));
    assertThat(err.toString())
        .startsWith("\r")
        .contains(
            " 42 % ",
            "whole, epoch 3 of 20",
            "film 320 of 1184",
            "loss 0.41",
            "accuracy 0.87",
            "rate 4.9e-05",
            "21.4 films/s",
            "13 min left",
            "1.9 GB")
        .doesNotContain("\n");
  }

  @Test
  void theLineMovesFiveTimesASecondAtMost() {
    TrainingLine line = line(true);
    for (int i = 0; i < 100; i++) {
      line.now(moment(i));
      millis += 10;
    }
    assertThat(err.toString().chars().filter(c -> c == '\r').count()).isEqualTo(5);
  }

  @Test
  void anEpochStaysAndTheMovingLineMakesRoomForIt() {
    TrainingLine line = line(true);
    line.now(moment(320));
    line.epochEnded(List.of(epoch()));
    String last = err.toString().substring(err.toString().lastIndexOf('\r'));
    assertThat(last)
        .endsWith(System.lineSeparator())
        .contains("epoch 3 of 20: loss 0.4100, accuracy 0.870; validation loss 0.5200")
        .contains("macro AUC 0.9300", "rate 4.9e-05", "21.4 films/s", "1.9 GB");
  }

  @Test
  void whereNobodyLooksThereAreOnlyEpochs() {
    TrainingLine line = line(false);
    line.now(moment(320));
    line.epochEnded(List.of(epoch()));
    line.resumed(List.of(epoch()));
    line.clear();
    assertThat(err.toString().lines()).hasSize(2);
    assertThat(err.toString()).doesNotContain("\r", "\u001B").contains("goes on after whole");
  }
}
