package negatoscope.workstation.trainer.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import negatoscope.library.SampleCards;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.workstation.fakes.HeldRunner;
import negatoscope.workstation.trainer.desk.Trained;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report's part of the results, without a window. */
class ReportViewModelTest {
  @TempDir private Path folder;
  private final HeldRunner runner = new HeldRunner();
  private final List<String> done = new ArrayList<>();
  private final ReportViewModel report =
      new ReportViewModel(
          trained ->
              (progress, cancellation) -> {
                throw new Failure(ErrorCode.DISK_FULL, "The disk is full.", "Make room.");
              },
          runner,
          Runnable::run,
          () -> "name",
          Map::of);

  private Trained trained(String name) {
    return new Trained(
        SampleCards.write(folder.resolve(name), SampleCards.full(name), SampleCards.graph(name)),
        List.of(),
        true,
        null,
        "");
  }

  @Test
  void itIsMadeOnceForAModel() {
    Trained one = trained("one");
    report.of(one);
    report.of(one);
    assertThat(runner.titles()).containsExactly("Judging for the report");
  }

  @Test
  void whatWaitsForItIsDoneAlsoWhereItFails() {
    report.of(trained("one"));
    report.whenIdle(() -> done.add("saved"));
    assertThat(done).isEmpty();
    runner.doAll();
    assertThat(done).containsExactly("saved");
    assertThat(report.toSave()).isEmpty();
    assertThat(report.job().messageProperty().get()).contains("The disk is full.");
  }

  @Test
  void openingTriesAgainWhatFailedAndSaysWhyThereIsNone() {
    report.of(trained("one"));
    runner.doAll();
    report.open(page -> done.add(page.toString()));
    assertThat(runner.titles()).containsExactly("Judging for the report");
    runner.doAll();
    assertThat(done).isEmpty();
    assertThat(report.job().messageProperty().get()).contains("The disk is full.");
  }
}
