package negatoscope.workstation.trainer.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import negatoscope.library.Library;
import negatoscope.library.Model;
import negatoscope.library.Shelf;
import negatoscope.library.card.CardOperatingPoint;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import negatoscope.training.judging.ChosenPoints;
import negatoscope.training.report.Evaluation;
import negatoscope.training.report.ReportFolder;
import negatoscope.workstation.models.LongJob;
import negatoscope.workstation.trainer.desk.RunFolder;
import negatoscope.workstation.trainer.step.Latest;
import negatoscope.workstation.trainer.step.Step;
import org.jspecify.annotations.Nullable;

/** The model's name, under which it goes into the library. */
public final class NameViewModel implements Step {
  private static final int MOST = 50;

  private final Library library;
  private final Saved saved;
  private final StringProperty name = new SimpleStringProperty("");
  private final BooleanProperty use = new SimpleBooleanProperty(true);
  private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
  private final LongJob job;
  private final Latest<Shelf> listing;
  private List<String> taken = List.of();
  private String proposed = "";
  private boolean waiting;

  /** Told of a model that is in the library now. */
  @FunctionalInterface
  public interface Saved {
    /**
     * It is there.
     *
     * @param use whether it is to be asked from now on
     */
    void saved(String name, boolean use);
  }

  /**
   * Without a name.
   *
   * @param window runs what it is given on the JavaFX thread
   */
  public NameViewModel(Library library, TaskRunner runner, Executor window, Saved saved) {
    this.library = library;
    this.saved = saved;
    job = new LongJob(runner, window);
    listing = new Latest<>(runner, "Listing the models", this::take);
    name.addListener((property, before, now) -> judge());
    job.runningProperty().addListener((property, before, now) -> judge());
    judge();
  }

  @Override
  public String title() {
    return "Name and use";
  }

  @Override
  public String hint() {
    return "The model goes into the library under this name.";
  }

  @Override
  public String next() {
    return "_Save";
  }

  @Override
  public ReadOnlyStringProperty reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  /** The name. */
  public StringProperty nameProperty() {
    return name;
  }

  /** Whether the model is asked from now on. */
  public BooleanProperty useProperty() {
    return use;
  }

  /** How far the saving is, and how it ended. */
  public LongJob job() {
    return job;
  }

  @Override
  public void enter() {
    listing.ask((progress, cancellation) -> library.list());
  }

  /** Proposes a name, unless the user wrote another one. */
  public void propose(String text) {
    if (name.get().isEmpty() || name.get().equals(proposed)) {
      proposed = free(stem(text));
      name.set(proposed);
    }
  }

  /** What can be a name, made of any text. */
  public String stem(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return plain.isEmpty()
        ? "model"
        : plain.substring(0, Math.min(plain.length(), MOST)).replaceAll("-+$", "");
  }

  private String free(String stem) {
    String now = stem;
    for (int number = 2; isTaken(now); number++) {
      now = stem + "-" + number;
    }
    return now;
  }

  private boolean isTaken(String text) {
    return taken.stream().anyMatch(text::equalsIgnoreCase);
  }

  private void take(Outcome<Shelf> outcome) {
    if (outcome instanceof Outcome.Done<Shelf> done) {
      taken =
          Stream.concat(
                  done.value().models().stream().map(entry -> entry.card().name()),
                  done.value().damaged().stream().map(Shelf.Damaged::name))
              .toList();
      if (name.get().equals(proposed) && !proposed.isEmpty()) {
        propose(proposed);
      }
    }
    judge();
  }

  private void judge() {
    String text = name.get().strip();
    if (waiting) {
      reason.set("The model is saved as soon as its report is made; that can be cancelled here.");
    } else if (job.runningProperty().get()) {
      reason.set("The model is being saved.");
    } else if (text.isEmpty()) {
      reason.set("Give the model a name.");
    } else if (!Library.isName(text)) {
      reason.set(
          "A name has letters, digits, hyphens, underscores and full stops within; at most 64"
              + " characters.");
    } else if (isTaken(text)) {
      reason.set("There is already a model " + text + ".");
    } else {
      reason.set("");
    }
  }

  /**
   * Takes the model into the library; what is left of the training is deleted then.
   *
   * @param folder of the training; null if nothing was trained
   * @param results whose thresholds and report are saved with it; a report that is still being made
   *     is waited for
   */
  public void save(@Nullable RunFolder folder, ResultsViewModel results) {
    if (folder == null || !reason.get().isEmpty()) {
      return;
    }
    waiting = true;
    judge();
    results
        .report()
        .whenIdle(
            () -> {
              waiting = false;
              judge();
              save(folder, results.thresholds().changed(), results.report().toSave());
            });
  }

  private void save(
      RunFolder folder, Map<String, CardOperatingPoint> points, Optional<Evaluation> report) {
    String wanted = name.get().strip();
    boolean asked = use.get();
    job.run(
        "Saving " + wanted,
        (progress, cancellation) -> {
          if (!points.isEmpty()) {
            ChosenPoints.keep(Model.of(folder.model()), points);
          }
          Path place = folder.model().resolve(ReportViewModel.FOLDER);
          report.ifPresent(
              made -> {
                ReportFolder.replace(place, made);
                folder.copyFoldReport(place.resolve("folds"));
              });
          Model model = library.adopt(folder.model(), wanted);
          folder.delete();
          return model.card().name();
        },
        name -> "The model " + name + " is in the library.",
        name -> saved.saved(name, asked));
  }
}
