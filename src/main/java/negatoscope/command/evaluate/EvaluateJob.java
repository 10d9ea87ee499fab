package negatoscope.command.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import negatoscope.command.conventions.DeviceChoice;
import negatoscope.command.conventions.Exit;
import negatoscope.command.conventions.ProgressBar;
import negatoscope.command.dataset.FilmSource;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.command.surroundings.Workbench;
import negatoscope.evaluation.Comparison;
import negatoscope.evaluation.Figure;
import negatoscope.evaluation.Interval;
import negatoscope.library.Model;
import negatoscope.network.Device;
import negatoscope.task.AtomicFiles;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.data.DataSet;
import negatoscope.training.judging.FilmsToJudge;
import negatoscope.training.judging.InsideCollection;
import negatoscope.training.judging.ProbeFigures;
import negatoscope.training.report.Evaluation;
import negatoscope.training.report.EvaluationRun;
import negatoscope.training.report.ModelVerdict;
import negatoscope.training.report.ReportFolder;
import org.jspecify.annotations.Nullable;

/** Judges and writes the report; the main figures go to standard output. */
final class EvaluateJob {
  private final Surroundings around;
  private final ProgressBar bar;

  /** What the command line asks for. */
  record Wishes(
      FilmSource films,
      String model,
      @Nullable String against,
      Path out,
      FilmsToJudge.Choice part,
      boolean probes,
      int checkedHeatMaps,
      Device device) {}

  EvaluateJob(Surroundings around) {
    this.around = around;
    bar = new ProgressBar(around.console());
  }

  int run(Wishes wishes) {
    Workbench bench = around.workbench();
    Cancellation cancellation = new Cancellation();
    AtomicFiles.requireNewFolder(wishes.out());
    List<Model> models = models(wishes);
    DataSet dataSet =
        DataSet.scanFor(
            models.get(0).card().classes(),
            wishes.films().path(),
            wishes.films().options(List.of()),
            bench.intake()::films);
    FilmsToJudge films = FilmsToJudge.of(dataSet, wishes.part(), models, bar, cancellation);
    films.notes().forEach(note -> say("Note: " + note));
    List<EvaluationRun.Opened> opened = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of(wishes.model()));
    Optional.ofNullable(wishes.against()).ifPresent(names::add);
    for (int i = 0; i < models.size(); i++) {
      opened.add(
          new EvaluationRun.Opened(
              models.get(i), bench.classifier(Optional.of(names.get(i)), wishes.device())));
    }
    DeviceChoice.tell(around, wishes.device());
    EvaluationRun.Options options =
        new EvaluationRun.Options(wishes.probes(), wishes.checkedHeatMaps());
    Evaluation evaluation =
        new EvaluationRun(opened, bench.intake()::openFirst, options).run(films, bar, cancellation);
    ReportFolder.write(wishes.out(), evaluation);
    bar.clear();
    tell(evaluation);
    result("report", wishes.out().resolve(ReportFolder.REPORT).toString());
    return Exit.WELL;
  }

  private List<Model> models(Wishes wishes) {
    Workbench bench = around.workbench();
    Model first = bench.library().find(wishes.model());
    if (wishes.against() == null) {
      return List.of(first);
    }
    Model second = bench.library().find(wishes.against());
    if (!first.card().classes().equals(second.card().classes())) {
      throw new Failure(
          ErrorCode.BAD_MODEL,
          "The model %s knows the classes %s, %s knows %s."
              .formatted(
                  first.card().name(),
                  String.join(", ", first.card().classes()),
                  second.card().name(),
                  String.join(", ", second.card().classes())),
          "Compare models of the same classes in the same order.");
    }
    return List.of(first, second);
  }

  private void tell(Evaluation evaluation) {
    ModelVerdict first = evaluation.first();
    List<String> classes = first.judgement().classes();
    result("films judged", Integer.toString(first.judgement().films().size()));
    if (!evaluation.failed().isEmpty()) {
      result("films that could not be judged", Integer.toString(evaluation.failed().size()));
    }
    if (!evaluation.learned().isEmpty()) {
      result("films left out, learned from", Integer.toString(evaluation.learned().size()));
    }
    for (Figure figure :
        List.of(
            Figure.ACCURACY,
            Figure.BALANCED_ACCURACY,
            Figure.MACRO_ROC_AUC,
            Figure.MACRO_F1,
            Figure.LOG_LOSS,
            Figure.ECE)) {
      result(figure.fullTitle(), number(first.judgement().intervals().get(figure)));
    }
    for (int k = 0; k < classes.size(); k++) {
      result(
          "recall " + classes.get(k), number(first.judgement().intervals().get(Figure.RECALL, k)));
    }
    for (InsideCollection pair : first.judgement().inside()) {
      result(
          "inside %s, %s against %s, AUC"
              .formatted(
                  pair.collection().isEmpty() ? "the collection" : pair.collection(),
                  classes.get(pair.positive()),
                  classes.get(pair.negative())),
          number(pair.rocAuc()));
    }
    for (ProbeFigures probe : first.probes()) {
      result(probe.probe().title() + ", accuracy", number(probe.accuracy()));
      result(probe.probe().title() + ", macro AUC", number(probe.macroAuc()));
    }
    Comparison comparison = evaluation.comparison();
    if (comparison != null) {
      String minus = " minus " + evaluation.models().get(1).card().name();
      result("accuracy" + minus, number(comparison.differences().get(Figure.ACCURACY)));
      result("macro AUC" + minus, number(comparison.differences().get(Figure.MACRO_ROC_AUC)));
      result(
          "McNemar's exact test, p",
          String.format(Locale.ROOT, "%.4f", comparison.agreement().mcnemarExactP()));
    }
  }

  private static String number(Interval interval) {
    if (Double.isNaN(interval.value())) {
      return "-";
    }
    String value = String.format(Locale.ROOT, "%.4f", interval.value());
    return Double.isNaN(interval.low())
        ? value
        : value + String.format(Locale.ROOT, " (%.4f to %.4f)", interval.low(), interval.high());
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
