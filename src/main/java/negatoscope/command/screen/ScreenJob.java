package negatoscope.command.screen;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import negatoscope.command.conventions.DeviceChoice;
import negatoscope.command.conventions.Exit;
import negatoscope.command.conventions.Interruption;
import negatoscope.command.conventions.ProgressBar;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.command.surroundings.Workbench;
import negatoscope.network.Device;
import negatoscope.screening.Screening;
import negatoscope.screening.ScreeningModels;
import negatoscope.screening.ScreeningOrder;
import negatoscope.screening.ScreeningSummary;
import negatoscope.screening.ScreeningWatcher;
import negatoscope.screening.WorkListFiles;
import negatoscope.task.Cancellation;

/** Screening as a terminal shows it: progress, what was made, exit code. */
final class ScreenJob {
  private final Surroundings around;
  private final Optional<String> model;
  private final Optional<String> with;
  private final ProgressBar bar;

  /**
   * A job.
   *
   * @param model which one answers; empty for the default one
   * @param with which one is compared with it
   */
  ScreenJob(Surroundings around, Optional<String> model, Optional<String> with) {
    this.around = around;
    this.model = model;
    this.with = with;
    this.bar = new ProgressBar(around.console());
  }

  int run(ScreeningOrder order, Device device) {
    Workbench bench = around.workbench();
    Screening screening =
        new Screening(bench.intake(), bench.home().natives(), Clock.system(ZoneId.systemDefault()));
    Cancellation cancellation = new Cancellation();
    ScreeningSummary summary;
    try {
      summary =
          Interruption.stopping(
              cancellation,
              () -> screening.run(order, () -> models(device), new Talk(), cancellation));
    } finally {
      bar.clear();
    }
    tell(summary);
    WorkListFiles files = new WorkListFiles(order.out());
    around.console().out().println(files.csv());
    around.console().out().println(files.json());
    around.console().out().println(files.report());
    return Exit.WELL;
  }

  private ScreeningModels models(Device device) {
    Workbench bench = around.workbench();
    if (model.isEmpty()) {
      bench.library().defaultTrouble().ifPresent(this::say);
    }
    ScreeningModels models =
        new ScreeningModels(
            bench.classifier(model, device), with.map(name -> bench.classifier(with, device)));
    DeviceChoice.tell(around, device);
    return models;
  }

  /** What the run says while it works. */
  private final class Talk implements ScreeningWatcher {
    @Override
    public void report(long done, long total, String message) {
      bar.report(done, total, message);
    }

    @Override
    public void note(String sentence) {
      say(sentence);
    }
  }

  private void tell(ScreeningSummary came) {
    say(
        "%d films: %d answered (%d with a warning), %d refused, %d failed."
            .formatted(
                came.films(), came.answered(), came.warned(), came.refused(), came.failed()));
    came.classes().forEach((name, count) -> say("  %s: %d".formatted(name, count)));
    if (with.isPresent()) {
      say("The models disagree on %d.".formatted(came.disagreed()));
    }
    if (came.passedOver() > 0) {
      say(
          came.passedOver() == 1
              ? "One other file was passed over."
              : "%d other files were passed over.".formatted(came.passedOver()));
    }
    say("Research use only.");
  }

  private void say(String line) {
    bar.clear();
    around.console().err().println(line);
    around.console().err().flush();
  }
}
