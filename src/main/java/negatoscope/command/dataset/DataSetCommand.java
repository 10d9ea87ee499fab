package negatoscope.command.dataset;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import negatoscope.command.conventions.Exit;
import negatoscope.command.conventions.FactWriter;
import negatoscope.command.conventions.Format;
import negatoscope.command.conventions.ProgressBar;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.task.Cancellation;
import negatoscope.training.data.SplitJson;
import negatoscope.training.scan.ReportJson;
import negatoscope.training.scan.ScanReport;
import negatoscope.training.scan.ScannedSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dataset}: what a folder or table of labelled films holds, and what is wrong with it. */
@Command(
    name = "dataset",
    description =
        "Look through films with labels before training on them: counts, unreadable films, copies,"
            + " views, the split, and whether something beside the lungs tells the class.",
    showDefaultValues = true)
public final class DataSetCommand implements Callable<Integer> {
  private final Surroundings around;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private FilmOptions films = new FilmOptions();

  @Option(
      names = "--side",
      paramLabel = "N",
      description = "Columns and rows of the network's input; smaller films are named.")
  private int side = 224;

  @Option(names = "--seed", paramLabel = "N", description = "Of the split, where none is given.")
  private long seed = 1;

  @Option(
      names = "--folds",
      paramLabel = "K",
      description = "Show the splits of a cross-validation instead, 2 folds or more.",
      showDefaultValue = Visibility.NEVER)
  private int folds;

  @Option(
      names = "--leave-one-out",
      description = "Show the splits that leave one collection out instead.")
  private boolean leaveOneOut;

  @Option(names = "--format", paramLabel = "text|json", description = "Form of the result.")
  private Format format = Format.TEXT;

  /** The command, which reaches what it is given. */
  public DataSetCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    if (side < 1) {
      throw new ParameterException(spec.commandLine(), "--side: a number above 0, please.");
    }
    if (folds != 0 && (folds < 2 || leaveOneOut)) {
      throw new ParameterException(
          spec.commandLine(), "--folds: 2 or more, and not with --leave-one-out, please.");
    }
    ScannedSet set = films.films(List.of()).scan(around, new ProgressBar(around.console()));
    ScanReport report = ScanReport.of(set, side, new Cancellation());
    if (format == Format.JSON) {
      writeJson(report, set);
    } else {
      new ReportText(around.console().out()).write(report, split(set));
    }
    return Exit.WELL;
  }

  private void writeJson(ScanReport report, ScannedSet set) {
    Map<String, Object> fields = ReportJson.fields(report);
    PossibleSplit possible = split(set);
    if (possible instanceof PossibleSplit.Made made) {
      fields.put(
          "splits",
          made.splits().stream().map(split -> SplitJson.counts(made.dataSet(), split)).toList());
    } else if (possible instanceof PossibleSplit.Refused refused) {
      fields.put("splitRefused", refused.why());
    }
    new FactWriter(around.console().out()).write(fields, format);
  }

  private PossibleSplit split(ScannedSet set) {
    PossibleSplit.Kind kind =
        folds > 0
            ? PossibleSplit.Kind.FOLDS
            : leaveOneOut ? PossibleSplit.Kind.LEAVE_ONE_OUT : PossibleSplit.Kind.ONE;
    return PossibleSplit.of(set.readable(), kind, folds, seed);
  }
}
