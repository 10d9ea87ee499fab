package negatoscope.workstation.trainer.network;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import negatoscope.task.Outcome;
import negatoscope.task.TaskRunner;
import negatoscope.training.data.Folds;
import negatoscope.training.scan.ScannedSet;
import negatoscope.workstation.trainer.films.ChosenFilms;
import negatoscope.workstation.trainer.films.ClassesViewModel;
import negatoscope.workstation.trainer.step.Latest;

/**
 * Whether the same is trained in folds too, so that every film is judged by a model that has not
 * seen it.
 */
public final class FoldsChoice {
  /** The fewest. */
  public static final int LEAST = 2;

  /** The most. */
  public static final int MOST = 10;

  private static final int USUAL = 5;

  private final ClassesViewModel classes;
  private final BooleanProperty wanted = new SimpleBooleanProperty(false);
  private final IntegerProperty count = new SimpleIntegerProperty(USUAL);
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final Latest<String> check;

  /**
   * No folds.
   *
   * @param quick for what takes a moment
   */
  public FoldsChoice(ClassesViewModel classes, TaskRunner quick) {
    this.classes = classes;
    check = new Latest<>(quick, "Sharing the films out in folds", this::take);
    wanted.addListener((property, before, now) -> ask());
    count.addListener((property, before, now) -> ask());
    classes.chosenProperty().addListener((property, before, now) -> ask());
  }

  /** Whether there are folds. */
  public BooleanProperty wantedProperty() {
    return wanted;
  }

  /** How many, if there are some; {@link #LEAST} to {@link #MOST}. */
  public IntegerProperty countProperty() {
    return count;
  }

  /** Why there cannot be so many, in a sentence; empty where there can. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** How many; 0 for none. */
  public int folds() {
    return wanted.get() ? count.get() : 0;
  }

  /** Takes up a former choice. */
  public void restore(int folds) {
    if (folds > 0) {
      count.set(folds);
    }
    wanted.set(folds > 0);
  }

  private void ask() {
    ChosenFilms films = classes.chosenProperty().get();
    if (films == null || !wanted.get()) {
      check.forget();
      trouble.set("");
      return;
    }
    int folds = count.get();
    int seed = classes.shares().seedProperty().get();
    trouble.set("The films are being shared out in folds…");
    check.ask(
        (progress, cancellation) -> {
          ScannedSet set = films.set();
          var unused = new Folds.Drawn(folds).splits(set.dataSet(), set.groups(), seed);
          return "";
        });
  }

  private void take(Outcome<String> outcome) {
    if (outcome instanceof Outcome.Done<String> done) {
      trouble.set(done.value());
    } else if (outcome instanceof Outcome.Failed<String> failed) {
      trouble.set("Folds: " + failed.failure().getMessage());
    } else {
      trouble.set("The films were not shared out in folds.");
    }
  }
}
