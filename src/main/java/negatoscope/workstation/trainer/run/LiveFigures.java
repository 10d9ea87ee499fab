package negatoscope.workstation.trainer.run;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import negatoscope.training.run.Epoch;
import negatoscope.training.run.TrainingMoment;
import negatoscope.workstation.trainer.desk.Estimate;

/** What is told of a run while it learns, in words for people. */
public final class LiveFigures {
  private static final String UNKNOWN = "–";

  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper what = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper epoch = new ReadOnlyStringWrapper(UNKNOWN);
  private final ReadOnlyStringWrapper films = new ReadOnlyStringWrapper(UNKNOWN);
  private final ReadOnlyStringWrapper speed = new ReadOnlyStringWrapper(UNKNOWN);
  private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper(UNKNOWN);
  private final ReadOnlyStringWrapper rate = new ReadOnlyStringWrapper(UNKNOWN);
  private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper(UNKNOWN);
  private final ReadOnlyStringWrapper part = new ReadOnlyStringWrapper("");
  private boolean several;
  private final ObservableList<Epoch> epochs = FXCollections.observableArrayList();

  void clear() {
    share.set(-1);
    what.set("");
    take(new EventRelay.Part(1, 1));
    for (ReadOnlyStringWrapper figure :
        new ReadOnlyStringWrapper[] {epoch, films, speed, left, rate, memory}) {
      figure.set(UNKNOWN);
    }
    epochs.clear();
  }

  void take(TrainingMoment now) {
    share.set(now.share());
    what.set(now.doing());
    left.set(
        now.share() > 0 && Double.isFinite(now.secondsLeft())
            ? "about " + Estimate.time(now.secondsLeft()) + (several ? " here" : "")
            : UNKNOWN);
    memory.set(now.memory() <= 0 ? UNKNOWN : Estimate.size(now.memory()));
    TrainingMoment.Running running = now.epoch();
    if (running != null) {
      epoch.set(
          "%d of %d, %s"
              .formatted(
                  running.epoch(),
                  running.epochs(),
                  running.stage().equals("head") ? "head alone" : "whole network"));
      films.set("%,d of %,d".formatted(running.films(), running.ofFilms()));
      speed.set(number("%.1f films/s", running.filmsPerSecond()));
      rate.set(number("%.1e", running.rate()));
    }
  }

  /** The model itself comes first, then the folds. */
  void take(EventRelay.Part begun) {
    several = begun.of() > 1;
    part.set(
        begun.of() == 1
            ? ""
            : begun.number() == 1
                ? "the model, then %d folds".formatted(begun.of() - 1)
                : "fold %d of %d".formatted(begun.number() - 1, begun.of() - 1));
    if (begun.number() > 1) {
      epochs.clear();
    }
  }

  /** All epochs so far, those of before an interruption too. */
  void take(List<Epoch> soFar) {
    if (soFar.size() == epochs.size() + 1) {
      epochs.add(soFar.get(soFar.size() - 1));
    } else {
      epochs.setAll(soFar);
    }
  }

  private static String number(String form, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, form, value) : UNKNOWN;
  }

  /** Share of the whole work that is done, 0 to 1; below 0 where that is unknown. */
  public ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  /** What is being done. */
  public ReadOnlyStringProperty whatProperty() {
    return what.getReadOnlyProperty();
  }

  /** Which epoch of how many. */
  public ReadOnlyStringProperty epochProperty() {
    return epoch.getReadOnlyProperty();
  }

  /** Which part of several; empty where there is one. */
  public ReadOnlyStringProperty partProperty() {
    return part.getReadOnlyProperty();
  }

  /** How many films of the epoch. */
  public ReadOnlyStringProperty filmsProperty() {
    return films.getReadOnlyProperty();
  }

  /** Films a second. */
  public ReadOnlyStringProperty speedProperty() {
    return speed.getReadOnlyProperty();
  }

  /** How long the rest will take. */
  public ReadOnlyStringProperty leftProperty() {
    return left.getReadOnlyProperty();
  }

  /** The learning rate. */
  public ReadOnlyStringProperty rateProperty() {
    return rate.getReadOnlyProperty();
  }

  /** Memory of the whole program. */
  public ReadOnlyStringProperty memoryProperty() {
    return memory.getReadOnlyProperty();
  }

  /** The epochs that are over, for curves. */
  public ObservableList<Epoch> epochs() {
    return epochs;
  }
}
