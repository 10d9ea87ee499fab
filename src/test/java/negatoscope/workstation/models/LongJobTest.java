package negatoscope.workstation.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.workstation.fakes.HeldRunner;
import org.junit.jupiter.api.Test;

class LongJobTest {
  private final HeldRunner held = new HeldRunner();
  private final LongJob job = new LongJob(held, Runnable::run);
  private final List<String> done = new ArrayList<>();

  private void start(String title) {
    job.run(
        title,
        (progress, cancellation) -> {
          progress.report(1, 4, "some");
          cancellation.check();
          return title;
        },
        value -> value + " is done.",
        done::add);
  }

  private String message() {
    return job.messageProperty().get();
  }

  @Test
  void whatRunsIsSaidWithItsProgressAndHowItEnded() {
    start("Copying a");
    assertThat(job.runningProperty().get()).isTrue();
    assertThat(message()).isEqualTo("Copying a…");
    assertThat(job.progressProperty().get()).isNegative();
    held.doAll();
    assertThat(job.runningProperty().get()).isFalse();
    assertThat(job.progressProperty().get()).isEqualTo(0.25);
    assertThat(message()).isEqualTo("Copying a is done.");
    assertThat(done).containsExactly("Copying a");
  }

  @Test
  void whatCannotBeginYetIsSaidAndNotForgottenSilently() {
    start("Copying a");
    start("Copying b");
    assertThat(message())
        .isEqualTo("Copying a… Copying b has to wait until that is done or cancelled.");
    held.doAll();
    assertThat(done).containsExactly("Copying a");
    start("Copying b");
    held.doAll();
    assertThat(done).containsExactly("Copying a", "Copying b");
  }

  @Test
  void cancellingIsSaidAtOnceHereAndFromTheStatusBar() {
    start("Copying a");
    job.cancel();
    assertThat(message()).isEqualTo("Copying a – cancelling…");
    assertThat(job.cancellingProperty().get()).isTrue();
    assertThat(job.runningProperty().get()).as("until it has stopped").isTrue();
    held.doAll();
    assertThat(message()).isEqualTo("Copying a was cancelled.");
    assertThat(job.cancellingProperty().get()).isFalse();
    start("Copying b");
    held.cancel(0);
    assertThat(message()).isEqualTo("Copying b – cancelling…");
    held.doAll();
    assertThat(done).isEmpty();
    assertThat(job.failedProperty().get()).isFalse();
    job.cancel();
    assertThat(message()).as("nothing runs").isEqualTo("Copying b was cancelled.");
  }

  @Test
  void aFailureIsItsSentenceUntilTheNextBegins() {
    job.run(
        "Copying a",
        (progress, cancellation) -> {
          throw new Failure(ErrorCode.DISK_FULL, "The disk is full.", "Make room.");
        },
        value -> "",
        value -> {});
    held.doAll();
    assertThat(job.failedProperty().get()).isTrue();
    assertThat(message()).isEqualTo("The disk is full. Make room.");
    start("Copying b");
    assertThat(job.failedProperty().get()).isFalse();
  }
}
