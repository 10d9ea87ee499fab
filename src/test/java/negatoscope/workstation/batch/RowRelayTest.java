package negatoscope.workstation.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import org.junit.jupiter.api.Test;

class RowRelayTest {
  private final AtomicLong clock = new AtomicLong();
  private final List<RowRelay.Told> told = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private final Pause pause = new Pause();
  private final Cancellation cancellation = new Cancellation();
  private final RowRelay relay =
      new RowRelay(
          Runnable::run, waiting::add, told::add, clock::get, pause, Progress.NONE, cancellation);

  @Test
  void theWindowHearsOfAThousandFilmsFourTimesASecond() {
    for (int i = 0; i < 1000; i++) {
      clock.set(i * 1_000_000L);
      if (i % 250 == 249) {
        waiting.forEach(Runnable::run);
        waiting.clear();
      }
      relay.screened(List.of(FakeScreeningDesk.film("film" + i, 0.5)));
      relay.report(i + 1, 1000, "");
    }
    assertThat(told).hasSize(5);
    relay.deliver();
    assertThat(told.stream().mapToInt(one -> one.rows().size()).sum()).isEqualTo(1000);
    assertThat(told.get(5).done()).isEqualTo(1000);
  }

  @Test
  void aPausedRunWaitsUntilItGoesOnOrIsCancelled() throws InterruptedException {
    pause.set(true);
    Thread run = new Thread(() -> relay.report(1, 2, ""));
    run.start();
    run.join(200);
    assertThat(run.isAlive()).isTrue();
    cancellation.cancel();
    pause.set(false);
    run.join(5000);
    assertThat(run.isAlive()).isFalse();
  }
}
