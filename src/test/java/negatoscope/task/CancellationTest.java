package negatoscope.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CancellationTest {
  private final Cancellation cancellation = new Cancellation();
  private final List<String> told = new ArrayList<>();

  @Test
  void whoWantsToKnowIsToldOnceWhetherHeAsksBeforeOrAfter() {
    cancellation.whenCancelled(() -> told.add("before"));
    cancellation.check();
    assertThat(told).isEmpty();
    cancellation.cancel();
    cancellation.cancel();
    cancellation.whenCancelled(() -> told.add("after"));
    assertThat(told).containsExactly("before", "after");
    assertThatThrownBy(cancellation::check).isInstanceOf(CancellationException.class);
  }
}
