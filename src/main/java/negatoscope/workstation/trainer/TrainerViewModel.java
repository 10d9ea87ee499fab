package negatoscope.workstation.trainer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import negatoscope.library.Library;
import negatoscope.task.Work;
import negatoscope.training.report.Evaluation;
import negatoscope.workstation.models.WeightsViewModel;
import negatoscope.workstation.trainer.desk.Judged;
import negatoscope.workstation.trainer.desk.Plan;
import negatoscope.workstation.trainer.desk.RunFolder;
import negatoscope.workstation.trainer.desk.Trained;
import negatoscope.workstation.trainer.desk.Wish;
import negatoscope.workstation.trainer.films.ClassesViewModel;
import negatoscope.workstation.trainer.films.FoundViewModel;
import negatoscope.workstation.trainer.films.SourceViewModel;
import negatoscope.workstation.trainer.network.FoldsChoice;
import negatoscope.workstation.trainer.network.NetworkViewModel;
import negatoscope.workstation.trainer.network.SettingsViewModel;
import negatoscope.workstation.trainer.network.StartModels;
import negatoscope.workstation.trainer.results.NameViewModel;
import negatoscope.workstation.trainer.results.ReportViewModel;
import negatoscope.workstation.trainer.results.ResultsViewModel;
import negatoscope.workstation.trainer.run.Ordered;
import negatoscope.workstation.trainer.run.RunViewModel;
import negatoscope.workstation.trainer.step.Step;
import org.jspecify.annotations.Nullable;

/** The wizard without a window: its steps, and the way from one to the next. */
public final class TrainerViewModel {
  private final SourceViewModel source;
  private final FoundViewModel found;
  private final ClassesViewModel classes;
  private final NetworkViewModel network;
  private final SettingsViewModel settings;
  private final RunViewModel run;
  private final ResultsViewModel results;
  private final NameViewModel name;
  private final KeptTrainings kept;
  private final TrainerTools tools;
  private final List<Step> steps;
  private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(0);
  private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
  private @Nullable RunFolder resuming;

  /**
   * The wizard at its first step.
   *
   * @param open shows films with a model's heat maps in the main window
   * @param saved told of the model once it is in the library
   */
  public TrainerViewModel(
      TrainerTools tools, BiConsumer<Trained, List<Judged>> open, NameViewModel.Saved saved) {
    TrainerTools.Runners runners = tools.runners();
    this.tools = tools;
    source = new SourceViewModel(runners.quick());
    found = new FoundViewModel(source, tools.films(), runners.files(), runners.window());
    classes = new ClassesViewModel(found, runners.quick());
    network =
        new NetworkViewModel(
            new WeightsViewModel(tools.weights(), runners.files(), runners.window()),
            new StartModels(tools.library(), runners.quick()),
            runners.window());
    settings =
        new SettingsViewModel(
            network,
            classes,
            new FoldsChoice(classes, runners.quick()),
            tools.desk(),
            runners.engine());
    run =
        new RunViewModel(
            this::ordered,
            tools.folders(),
            tools.desk(),
            new RunViewModel.Surroundings(runners.training(), runners.window()));
    results =
        new ResultsViewModel(
            run.trainedProperty(),
            runners.quick(),
            open,
            points ->
                new ReportViewModel(
                    this::judging, runners.training(), runners.window(), this::called, points));
    name = new NameViewModel(tools.library(), runners.files(), runners.window(), saved);
    kept = new KeptTrainings(tools.folders(), runners.quick());
    steps = List.of(source, found, classes, network, settings, run, results, name);
    reason.bind(source.reasonProperty());
    reason.addListener((property, before, now) -> goOnResuming());
  }

  /** The steps, in order. */
  public List<Step> steps() {
    return steps;
  }

  /** Number of the step that is shown, from 0. */
  public ReadOnlyIntegerProperty currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** The step that is shown. */
  public Step step() {
    return steps.get(current.get());
  }

  /** Why one cannot go on from the step that is shown; empty where one can. */
  public ReadOnlyStringProperty reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  /** Goes on; at the last step, saves the model. Nothing happens where there is a reason not to. */
  public void next() {
    if (!step().reasonProperty().get().isEmpty()) {
      return;
    }
    if (current.get() + 1 == steps.size()) {
      name.save(run.folder().orElse(null), results);
      return;
    }
    Step to = steps.get(current.get() + 1);
    if (to.equals(run)) {
      settings.stopMeasuring();
    }
    if (to.equals(name)) {
      name.propose(proposal());
    }
    RunFolder begun = resuming;
    Optional<Ordered> ordered = ordered();
    if (to.equals(run) && begun != null && ordered.isPresent()) {
      resuming = null;
      run.resume(begun, ordered.get());
    } else {
      to.enter();
    }
    show(current.get() + 1);
  }

  /** Goes back, if the step lets go; what was entered stays. */
  public void back() {
    if (current.get() > 0 && step().stays().isEmpty()) {
      resuming = null;
      show(current.get() - 1);
    }
  }

  private void show(int number) {
    reason.unbind();
    current.set(number);
    reason.bind(steps.get(number).reasonProperty());
    goOnResuming();
  }

  /** Takes up a training that was kept: every choice as it was, then the training itself. */
  public void resume(RunFolder folder) {
    Plan plan = folder.plan();
    source.textProperty().set(plan.source());
    found.excluded().clear();
    found.excluded().addAll(plan.excluded());
    classes.restore(plan.names(), plan.patients(), plan.split());
    network.restore(folder.backbone(), plan.weights());
    kept.recipe(
        folder,
        recipe -> {
          settings.restore(recipe, plan.folds());
          resuming = folder;
          found.enter();
          show(1);
        });
  }

  private void goOnResuming() {
    if (resuming != null && current.get() > 0 && reason.get().isEmpty()) {
      tools
          .runners()
          .window()
          .execute(
              () -> {
                if (resuming != null) {
                  next();
                }
              });
    }
  }

  /** Everything that was chosen; empty while something is missing. */
  private Optional<Ordered> ordered() {
    return settings.wish().map(wish -> new Ordered(wish, plan(wish)));
  }

  private Plan plan(Wish wish) {
    return new Plan(
        Plan.SCHEMA,
        source.path().toAbsolutePath().toString(),
        found.excluded().stream().sorted().toList(),
        classes.names(),
        classes.pattern().textProperty().get().strip(),
        classes.shares().wish(),
        wish.start().backbone().id(),
        wish.start().word(),
        wish.recipe().preset(),
        wish.folds(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private Work<Evaluation> judging(Trained trained) {
    Wish wish = run.ordered().orElseThrow().wish();
    RunFolder folder = run.folder().orElseThrow();
    return (progress, cancellation) -> tools.desk().evaluate(wish, folder, progress, cancellation);
  }

  /** What the model is called, or will be if nobody changes it. */
  private String called() {
    String typed = name.nameProperty().get().strip();
    return Library.isName(typed) ? typed : name.stem(proposal());
  }

  private String proposal() {
    Path path = source.path().toAbsolutePath().normalize();
    Path folder = Files.isDirectory(path) ? path : path.getParent();
    Path last = folder == null ? null : folder.getFileName();
    return (last == null ? "films" : last.toString()) + "-" + settings.backbone().id();
  }

  /** Which films. */
  public SourceViewModel source() {
    return source;
  }

  /** What was found among them. */
  public FoundViewModel found() {
    return found;
  }

  /** Their classes and parts. */
  public ClassesViewModel classes() {
    return classes;
  }

  /** Which network. */
  public NetworkViewModel network() {
    return network;
  }

  /** How it is trained. */
  public SettingsViewModel settings() {
    return settings;
  }

  /** The training. */
  public RunViewModel run() {
    return run;
  }

  /** How good the model is. */
  public ResultsViewModel results() {
    return results;
  }

  /** Its name. */
  public NameViewModel name() {
    return name;
  }

  /** Trainings that were not finished or not saved. */
  public KeptTrainings kept() {
    return kept;
  }
}
