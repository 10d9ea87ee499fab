package negatoscope.workstation.trainer.films;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import negatoscope.task.Cancellation;
import negatoscope.task.Progress;
import negatoscope.task.TaskRunner;
import negatoscope.training.data.DataSet;
import negatoscope.training.scan.DataSetScan;
import negatoscope.training.scan.Finding;
import negatoscope.training.scan.ScanReport;
import negatoscope.training.scan.ScannedFilm;
import negatoscope.training.scan.ScannedSet;
import negatoscope.workstation.models.LongJob;
import negatoscope.workstation.trainer.step.Step;
import org.jspecify.annotations.Nullable;

/** What was found among the films; what is wrong can be looked at and left out. */
public final class FoundViewModel implements Step {
  /** Films smaller than this are told of; the network's own side is chosen later. */
  private static final int SIDE = 224;

  private final SourceViewModel source;
  private final FilmSource films;
  private final LongJob job;
  private final ReadOnlyObjectWrapper<@Nullable ScanReport> report = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
  private final ObservableSet<String> excluded = FXCollections.observableSet();
  private @Nullable Path looked;
  private boolean again;

  /**
   * Nothing was looked at.
   *
   * @param runner looks at films
   * @param window runs what it is given on the JavaFX thread
   */
  public FoundViewModel(
      SourceViewModel source, FilmSource films, TaskRunner runner, Executor window) {
    this.source = source;
    this.films = films;
    this.job = new LongJob(runner, window);
    job.runningProperty()
        .addListener(
            (property, before, now) -> {
              judge();
              if (!now && again) {
                again = false;
                window.execute(this::look);
              }
            });
    job.messageProperty().addListener((property, before, now) -> judge());
    report.addListener((property, before, now) -> judge());
    judge();
  }

  @Override
  public String title() {
    return "What was found";
  }

  @Override
  public String hint() {
    return "Every film is opened once. Look at what is wrong, and leave out what should not be"
        + " learned from.";
  }

  @Override
  public ReadOnlyStringProperty reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  private void judge() {
    if (report.get() != null) {
      reason.set("");
    } else if (job.runningProperty().get()) {
      reason.set("The films are still being looked at.");
    } else {
      reason.set(
          job.failedProperty().get()
              ? job.messageProperty().get()
              : "The films were not looked at to the end; look again.");
    }
  }

  /** How far the look at the films is, and how it ended. */
  public LongJob job() {
    return job;
  }

  /** What was found; null until every film was looked at. */
  public ReadOnlyObjectProperty<@Nullable ScanReport> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** Names of films that are left out. */
  public ObservableSet<String> excluded() {
    return excluded;
  }

  /** Looks at the films if they are others than before. */
  @Override
  public void enter() {
    if (!source.path().equals(looked) || (report.get() == null && !running())) {
      look();
    }
  }

  private boolean running() {
    return job.runningProperty().get();
  }

  /** Looks at the films; what was seen before is not opened again unless it changed. */
  public void look() {
    if (running()) {
      again = true;
      job.cancel();
      return;
    }
    Path path = source.path();
    looked = path;
    report.set(null);
    job.run(
        "Looking at the films",
        (progress, cancellation) -> scan(path, progress, cancellation),
        FoundViewModel::sentence,
        found -> {
          if (path.equals(looked)) {
            report.set(found);
          }
        });
  }

  private ScanReport scan(Path path, Progress progress, Cancellation cancellation) {
    DataSet dataSet = DataSet.scan(path, DataSet.Options.NONE, films.below());
    ScannedSet set =
        new DataSetScan(films.reader(), films.cache()).run(dataSet, progress, cancellation);
    progress.report(-1, -1, "Asking what tells the classes apart");
    return ScanReport.of(set, SIDE, cancellation);
  }

  private static String sentence(ScanReport report) {
    return "%,d films of %,d patients in %d classes."
        .formatted(
            report.set().films().size(),
            report.patients(),
            report.set().dataSet().classes().size());
  }

  /** The films that a finding is about; without one, all films. */
  public List<ScannedFilm> filmsOf(@Nullable Finding finding) {
    ScanReport found = report.get();
    if (found == null) {
      return List.of();
    }
    return finding == null
        ? found.set().films()
        : finding.films().stream().map(row -> found.set().films().get(row)).toList();
  }

  /** The label of a film. */
  String className(ScannedFilm film) {
    ScanReport found = report.get();
    return found == null ? "" : found.set().dataSet().classes().get(film.film().label());
  }

  /** Leaves films out, or takes them in again. */
  public void exclude(Collection<ScannedFilm> some, boolean out) {
    List<String> names = some.stream().map(film -> film.film().name()).toList();
    if (out) {
      excluded.addAll(names);
    } else {
      names.forEach(excluded::remove);
    }
  }

  /** The films that can be read and were not left out. */
  ScannedSet taken(ScanReport found) {
    List<ScannedFilm> all = found.set().films();
    Set<Integer> out =
        IntStream.range(0, all.size())
            .filter(
                row ->
                    excluded.contains(all.get(row).film().name()) || all.get(row).facts().isEmpty())
            .boxed()
            .collect(Collectors.toSet());
    return found.set().without(out);
  }
}
