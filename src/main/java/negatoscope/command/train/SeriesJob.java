package negatoscope.command.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import negatoscope.command.conventions.DeviceChoice;
import negatoscope.command.conventions.Exit;
import negatoscope.command.conventions.ProgressBar;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.command.surroundings.Workbench;
import negatoscope.evaluation.Figure;
import negatoscope.evaluation.Interval;
import negatoscope.network.Backbone;
import negatoscope.network.Engine;
import negatoscope.training.StartWeights;
import negatoscope.training.TrainedModel;
import negatoscope.training.Training;
import negatoscope.training.TrainingOrder;
import negatoscope.training.TrainingPlace;
import negatoscope.training.cache.CacheSpace;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.Folds;
import negatoscope.training.data.Split;
import negatoscope.training.judging.Judgement;
import negatoscope.training.report.ReportFolder;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.scan.ScannedSet;
import negatoscope.training.series.ArmResult;
import negatoscope.training.series.MemberResult;
import negatoscope.training.series.SeriesFolder;
import negatoscope.training.series.SeriesKind;
import negatoscope.training.series.SeriesPlan;
import negatoscope.training.series.SeriesResult;
import negatoscope.training.series.SeriesRun;

/** Several trainings for one answer; the main figures go to standard output. */
final class SeriesJob {
  private final Surroundings around;
  private final TrainRun runs;
  private final ProgressBar bar;
  private final TrainingControl control = new TrainingControl();

  SeriesJob(Surroundings around) {
    this.around = around;
    runs = new TrainRun(around);
    bar = new ProgressBar(around.console());
  }

  /**
   * Trains and judges.
   *
   * @param wishes one a backbone, else one
   * @param kept whether the models of several backbones go to the library
   */
  int run(List<TrainRun.Wishes> wishes, SeriesOptions options, Path out, boolean kept) {
    Workbench bench = around.workbench();
    TrainRun.Wishes first = wishes.get(0);
    SeriesFolder.check(out, first.resume());
    ScannedSet films = runs.films(first.films(), first.recipe().side());
    Engine engine = bench.engine().on(first.device());
    DeviceChoice.tell(around, first.device());
    Function<String, Path> place =
        name -> kept ? bench.home().models().resolve(name) : SeriesFolder.member(out, name);
    SeriesPlan plan = plan(wishes, options, films, place);
    SeriesFolder.begin(out);
    SeriesRun run =
        new SeriesRun(
            (order, reader, changed) ->
                train(
                    order,
                    new Training(engine, reader, changed ? CacheSpace.passing() : first.cache())),
            model -> bench.classifier(Optional.of(model.folder().toString()), first.device()),
            bench.intake()::openFirst,
            this::begins);
    SeriesResult result = run.run(plan, bar, control.cancellation());
    SeriesFolder.write(out, result);
    bar.clear();
    tell(result);
    result("report", out.resolve(ReportFolder.REPORT).toString());
    return result.notes().size() > plan.notes().size() ? Exit.FAILED : Exit.WELL;
  }

  private SeriesPlan plan(
      List<TrainRun.Wishes> wishes,
      SeriesOptions options,
      ScannedSet films,
      Function<String, Path> place) {
    TrainRun.Wishes first = wishes.get(0);
    DataSet dataSet = films.dataSet();
    long seed = first.recipe().seed();
    Split given = wishes.size() > 1 ? Split.of(dataSet, films.groups(), seed) : null;
    if (given != null) {
      List<SeriesPlan.Member> members = new ArrayList<>();
      for (TrainRun.Wishes one : wishes) {
        Backbone backbone = one.start().backbone();
        String name = first.name() + "-" + backbone.id();
        members.add(
            new SeriesPlan.Member(
                name,
                backbone.title(),
                () ->
                    runs.order(
                        one, runs.start(one, dataSet), dataSet, given, name, place.apply(name)),
                null));
      }
      return SeriesPlan.backbones(first.name(), members);
    }
    StartWeights start = runs.start(first, dataSet);
    BiFunction<String, Split, TrainingOrder> orders =
        (name, split) -> runs.order(first, start, dataSet, split, name, place.apply(name));
    Folds folds = options.folds();
    if (folds != null) {
      return SeriesPlan.folds(
          first.name(), dataSet, films.groups(), folds, options.by(), seed, orders);
    }
    String leftOut = options.leaveOut();
    if (leftOut != null) {
      return SeriesPlan.collections(first.name(), dataSet, films.groups(), leftOut, seed, orders);
    }
    Split split = Split.of(dataSet, films.groups(), seed);
    return SeriesPlan.probes(first.name(), split, orders);
  }

  private TrainedModel train(TrainingOrder order, Training training) {
    TrainingLine line = new TrainingLine(around.console());
    try {
      return new TrainingPlace(order.out()).unfinished()
          ? training.resume(order, line, control)
          : training.run(order, line, control);
    } finally {
      line.clear();
    }
  }

  private void begins(int number, int of, SeriesPlan.Member member, boolean trained) {
    say(
        "%d of %d: %s (%s)%s"
            .formatted(
                number, of, member.name(), member.label(), trained ? ", trained before" : ""));
  }

  private void tell(SeriesResult result) {
    result.notes().forEach(note -> say("Note: " + note));
    for (ArmResult arm : result.arms()) {
      String way = arm.label().isEmpty() ? "" : arm.label() + ", ";
      for (MemberResult member : arm.members()) {
        figures(way + member.label(), member.judgement());
      }
      if (arm.againstBest().isEmpty()) {
        figures(way + "pooled", arm.judgement());
        result(
            way + "accuracy, mean and deviation",
            "%s, %s"
                .formatted(
                    number(arm.spread().get(Figure.ACCURACY).mean()),
                    number(arm.spread().get(Figure.ACCURACY).deviation())));
      } else if (result.kind() == SeriesKind.BACKBONES) {
        result("best by validation", arm.members().get(arm.best()).model().card().name());
      }
    }
  }

  private void figures(String whose, Judgement judgement) {
    result(whose + ", accuracy", number(judgement.intervals().get(Figure.ACCURACY)));
    result(whose + ", macro AUC", number(judgement.intervals().get(Figure.MACRO_ROC_AUC)));
  }

  private static String number(Interval interval) {
    return Double.isNaN(interval.low())
        ? number(interval.value())
        : "%s (%s to %s)"
            .formatted(number(interval.value()), number(interval.low()), number(interval.high()));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }

  private void result(String name, String value) {
    around.console().out().printf("%-52s %s%n", name, value);
  }

  private void say(String line) {
    bar.clear();
    around.console().err().println(line);
    around.console().err().flush();
  }
}
