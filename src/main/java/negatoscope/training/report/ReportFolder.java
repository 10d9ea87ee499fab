package negatoscope.training.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import negatoscope.rendering.plot.Plot;
import negatoscope.task.AtomicFiles;
import negatoscope.training.judging.FigureJson;
import negatoscope.training.judging.Judgement;

/**
 * The folder that an evaluation leaves: {@code report.html}, {@code evaluation.json}, {@code
 * predictions.csv} and {@code plots/}.
 */
public final class ReportFolder {
  /** The page. */
  public static final String REPORT = "report.html";

  /** All figures. */
  public static final String EVALUATION = "evaluation.json";

  /** Every film. */
  public static final String PREDICTIONS = "predictions.csv";

  /** The curves, each as SVG and PNG. */
  public static final String PLOTS = "plots";

  private ReportFolder() {}

  /**
   * Writes all of it in one step.
   *
   * @throws negatoscope.task.Failure {@code EXISTS}, {@code NOT_WRITABLE}, {@code DISK_FULL}
   */
  public static void write(Path out, Evaluation evaluation) {
    AtomicFiles.writeFolder(out, folder -> fill(folder, evaluation));
  }

  /**
   * Writes all of it, in place of an earlier one.
   *
   * @throws negatoscope.task.Failure {@code NOT_WRITABLE}, {@code DISK_FULL}
   */
  public static void replace(Path out, Evaluation evaluation) {
    try {
      AtomicFiles.deleteLeftovers(out);
      AtomicFiles.delete(out);
    } catch (IOException e) {
      throw AtomicFiles.notWritten(out, e);
    }
    write(out, evaluation);
  }

  private static void fill(Path folder, Evaluation evaluation) throws IOException {
    text(folder.resolve(REPORT), new HtmlReport(evaluation).page());
    Files.write(
        folder.resolve(EVALUATION),
        FigureJson.mapper().writeValueAsBytes(EvaluationJson.of(evaluation)));
    text(folder.resolve(PREDICTIONS), table(evaluation).csv());
    Path plots = Files.createDirectory(folder.resolve(PLOTS));
    for (int i = 0; i < evaluation.models().size(); i++) {
      ModelVerdict verdict = evaluation.models().get(i);
      plots(plots, i == 0 ? "" : "-" + (i + 1), verdict.judgement());
      Map<String, Plot> course = ReportPlots.ofTraining(verdict.epochs());
      write(plots, i == 0 ? "" : "-" + (i + 1), course);
    }
  }

  private static PredictionTable table(Evaluation evaluation) {
    return new PredictionTable(
        evaluation.first().judgement().classes(),
        evaluation.films(),
        evaluation.learned(),
        evaluation.models().size());
  }

  /** The confusion matrix and the curves of one judgement. */
  public static void plots(Path folder, String end, Judgement judgement) throws IOException {
    var confusion = FigureSections.confusion(judgement);
    text(folder.resolve("confusion" + end + ".svg"), confusion.svg());
    Files.write(folder.resolve("confusion" + end + ".png"), confusion.png());
    write(folder, end, new LinkedHashMap<>(ReportPlots.of(judgement)));
  }

  private static void write(Path folder, String end, Map<String, Plot> plots) throws IOException {
    for (Map.Entry<String, Plot> plot : plots.entrySet()) {
      text(folder.resolve(plot.getKey() + end + ".svg"), plot.getValue().svg());
      Files.write(folder.resolve(plot.getKey() + end + ".png"), plot.getValue().png());
    }
  }

  private static void text(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
