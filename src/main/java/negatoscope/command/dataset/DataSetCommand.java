package negatoscope.command.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import negatoscope.command.conventions.Exit;
import negatoscope.command.conventions.FactWriter;
import negatoscope.command.conventions.Format;
import negatoscope.command.conventions.ProgressBar;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.task.Cancellation;
import negatoscope.task.Failure;
import negatoscope.training.data.Split;
import negatoscope.training.data.SplitJson;
import negatoscope.training.scan.ReportJson;
import negatoscope.training.scan.ScanReport;
import negatoscope.training.scan.ScannedSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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

  @Parameters(
      paramLabel = "FOLDER|TABLE",
      description = "One folder per class, or a CSV table with file and label.")
  private Path source = Path.of("");

  @Option(
      names = "--patients",
      paramLabel = "PATTERN",
      description =
          "A regular expression on the films' names whose first group, or the group named patient,"
              + " is the patient, where the table does not say.")
  private @Nullable String patients;

  @Option(
      names = "--test",
      paramLabel = "FOLDER|TABLE",
      description = "Films to test on, where they lie apart from those to learn from.")
  private @Nullable Path test;

  @Option(
      names = "--splits",
      paramLabel = "FILE",
      description = "A CSV table with file and split; splits.csv beside the films if not given.")
  private @Nullable Path splits;

  @Option(
      names = "--side",
      paramLabel = "N",
      description = "Columns and rows of the network's input; smaller films are named.")
  private int side = 224;

  @Option(names = "--seed", paramLabel = "N", description = "Of the split, where none is given.")
  private long seed = 1;

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
    ScannedSet set =
        new LabelledFilms(source, test, splits, List.of(), patients)
            .scan(around, new ProgressBar(around.console()));
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
    PossibleSplit split = split(set);
    if (split instanceof PossibleSplit.Made made) {
      fields.put("split", SplitJson.counts(made.dataSet(), made.split()));
    } else if (split instanceof PossibleSplit.Refused refused) {
      fields.put("splitRefused", refused.why());
    }
    new FactWriter(around.console().out()).write(fields, format);
  }

  private PossibleSplit split(ScannedSet set) {
    ScannedSet readable = set.readable();
    try {
      Split split = Split.of(readable.dataSet(), readable.groups(), seed);
      return new PossibleSplit.Made(readable.dataSet(), split);
    } catch (Failure e) {
      return new PossibleSplit.Refused(e.sentence() + " " + e.advice());
    }
  }
}
