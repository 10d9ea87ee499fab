package negatoscope.command.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import negatoscope.command.conventions.DeviceChoice;
import negatoscope.command.conventions.Exit;
import negatoscope.command.conventions.ProgressBar;
import negatoscope.command.dataset.FilmOptions;
import negatoscope.command.dataset.LabelledFilms;
import negatoscope.command.surroundings.Surroundings;
import negatoscope.command.surroundings.Workbench;
import negatoscope.library.Model;
import negatoscope.library.card.CardWeights;
import negatoscope.network.Device;
import negatoscope.network.Engine;
import negatoscope.network.NetworkSpec;
import negatoscope.network.TrainingPlan;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.training.StartWeights;
import negatoscope.training.TrainedModel;
import negatoscope.training.Training;
import negatoscope.training.TrainingOrder;
import negatoscope.training.cache.CacheSpace;
import negatoscope.training.data.DataSet;
import negatoscope.training.data.Split;
import negatoscope.training.judging.TestLook;
import negatoscope.training.recipe.Recipe;
import negatoscope.training.run.TrainingControl;
import negatoscope.training.scan.Finding;
import negatoscope.training.scan.ScanReport;
import negatoscope.training.scan.ScannedSet;
import org.jspecify.annotations.Nullable;

/** Trains, or looks at test films; tells each epoch on standard error, the figures on the other. */
final class TrainRun {
  /** What is said about films without being asked; {@code dataset} says the rest. */
  private static final Set<Finding.Kind> TOLD =
      Set.of(
          Finding.Kind.UNREADABLE,
          Finding.Kind.PATIENTS_UNKNOWN,
          Finding.Kind.PATIENT_ACROSS_PARTS,
          Finding.Kind.DUPLICATE_ACROSS_CLASSES,
          Finding.Kind.DUPLICATE_ACROSS_PARTS,
          Finding.Kind.SHORTCUT);

  private final Surroundings around;
  private final ProgressBar bar;
  private final FigureLines figures;

  /** What the command line asks for. */
  record Wishes(
      LabelledFilms films,
      String name,
      StartChoice.Start start,
      Recipe recipe,
      Path out,
      boolean resume,
      boolean finish,
      boolean look,
      int looksBefore,
      @Nullable Path licences,
      List<String> limits,
      CacheSpace cache,
      Device device) {}

  TrainRun(Surroundings around) {
    this.around = around;
    bar = new ProgressBar(around.console());
    figures = new FigureLines(around.console().out());
  }

  int run(Wishes wishes) {
    Workbench bench = around.workbench();
    ScannedSet films = films(wishes.films(), wishes.recipe().side());
    DataSet dataSet = films.dataSet();
    Split split = Split.of(dataSet, films.groups(), wishes.recipe().seed());
    Engine engine = bench.engine().on(wishes.device());
    DeviceChoice.tell(around, wishes.device());
    StartWeights start = start(wishes, dataSet);
    TrainingOrder order = order(wishes, start, dataSet, split, wishes.name(), wishes.out());
    say(
        "%d films to learn from, %d to choose by, %d to test on; classes %s."
            .formatted(
                split.train().length,
                split.validation().length,
                split.test().length,
                String.join(", ", dataSet.classes())));
    TrainedModel trained = train(order, wishes, engine);
    var validation = trained.validation();
    figures.result("model", trained.model().folder().toString());
    figures.result("id", trained.model().card().id());
    figures.result("validation accuracy", FigureLines.number(validation.accuracy()));
    figures.result("validation macro AUC", FigureLines.number(validation.macroAuc()));
    figures.result("validation log loss", FigureLines.number(validation.logLoss()));
    figures.result("temperature", FigureLines.number(validation.temperature()));
    figures.test(trained.model().card());
    trained.trouble().ifPresent(trouble -> say(trouble.code() + ": " + trouble.getMessage()));
    return trained.trouble().isPresent() ? Exit.FAILED : Exit.WELL;
  }

  /** What is to be trained, under a name and split that may be other than those wished for. */
  TrainingOrder order(
      Wishes wishes, StartWeights start, DataSet dataSet, Split split, String name, Path out) {
    return new TrainingOrder(
        name,
        out,
        dataSet,
        split,
        start.backbone(),
        start.weights(),
        start.origin(),
        wishes.recipe(),
        wishes.look(),
        wishes.looksBefore(),
        licences(wishes, start),
        wishes.limits());
  }

  private TrainedModel train(TrainingOrder order, Wishes wishes, Engine engine) {
    TrainingLine line = new TrainingLine(around.console());
    TrainingControl control = new TrainingControl();
    if (wishes.finish()) {
      control.stop();
    }
    Training training =
        new Training(engine, around.workbench().intake()::openFirst, wishes.cache());
    try {
      return wishes.resume()
          ? training.resume(order, line, control)
          : training.run(order, line, control);
    } finally {
      line.clear();
    }
  }

  int look(FilmOptions options, Path modelFolder, int looksBefore) {
    Workbench bench = around.workbench();
    Model model = Model.of(modelFolder).verified();
    ScannedSet films = films(options.films(model.card().classes()), model.card().input().side());
    DataSet dataSet = films.dataSet();
    Split split = Split.of(dataSet, films.groups(), model.card().training().split().seed());
    Model looked =
        TestLook.look(
            model,
            dataSet,
            split,
            looksBefore,
            bench.engine(),
            bench.intake()::openFirst,
            bar,
            new Cancellation());
    bar.clear();
    figures.test(looked.card());
    return Exit.WELL;
  }

  /** The films that can be read; what is wrong with the others and with their parts is said. */
  ScannedSet films(LabelledFilms named, int side) {
    ScannedSet all = named.scan(around, bar);
    ScannedSet readable = all.readable();
    ScanReport.of(all, side, new Cancellation()).findings().stream()
        .filter(finding -> TOLD.contains(finding.kind()))
        .forEach(finding -> say("Note: " + finding.sentence()));
    return readable;
  }

  /** What the network starts from; what the user might not expect of it is said. */
  StartWeights start(Wishes wishes, DataSet dataSet) {
    Recipe recipe = wishes.recipe();
    StartWeights start = wishes.start().orDrawn(recipe.seed());
    if (start.isDrawn()) {
      String title = start.backbone().title();
      say(
          "Warning: no weights of %s are at hand, so it starts from drawn ones. Without having seen"
                  .formatted(title)
              + " other pictures before, it needs very many films. \"models weights download "
              + start.backbone().id()
              + "\" fetches what Keras publishes.");
      if (recipe.wholeStage().epochs() == 0
          || !recipe.learning().fineTuneFrom().equals(TrainingPlan.ALL)) {
        say("Warning: the part of it that is frozen will never have learned anything.");
      }
      return start;
    }
    NetworkSpec network = recipe.network(start.backbone(), dataSet.classes().size());
    List<String> classes = wishes.start().classes();
    if (start.hasHeadOf(network) && (classes == null || classes.equals(dataSet.classes()))) {
      return start;
    }
    if (classes != null) {
      say("Its head is of another kind or for other classes; a new one is drawn.");
    }
    return start.withoutHead();
  }

  private static String licences(Wishes wishes, StartWeights start) {
    Path file = wishes.licences();
    if (file != null) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new Failure(
            ErrorCode.NOT_READABLE, file + " cannot be read.", "Name a text in UTF-8.", e);
      }
    }
    CardWeights origin = start.origin();
    String weights =
        origin == null
            ? "The start weights were drawn."
            : "Start weights: %s, SHA-256 %s, licence: %s."
                .formatted(origin.name(), origin.sha256(), origin.licence());
    return weights
        + "\nThe terms of the training films hold for this model too. Research use only.\n";
  }

  private void say(String line) {
    bar.clear();
    around.console().err().println(line);
    around.console().err().flush();
  }
}
