package negatoscope.workstation.trainer.films;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** How the films are shared out: what was entered. The shares make a hundred, as far as can be. */
public final class Shares {
  private final BooleanProperty given = new SimpleBooleanProperty(SplitWish.USUAL.given());
  private final IntegerProperty train = new SimpleIntegerProperty(SplitWish.USUAL.train());
  private final IntegerProperty validation =
      new SimpleIntegerProperty(SplitWish.USUAL.validation());
  private final IntegerProperty test = new SimpleIntegerProperty(SplitWish.USUAL.test());
  private final IntegerProperty seed = new SimpleIntegerProperty(SplitWish.USUAL.seed());
  private final Runnable changed;
  private boolean filling;

  /**
   * What is usual.
   *
   * @param changed called after every change
   */
  Shares(Runnable changed) {
    this.changed = changed;
    List.of(given, train, validation, test, seed)
        .forEach(choice -> choice.addListener(unused -> tell()));
    train.addListener((property, before, now) -> giveRestTo(test));
    validation.addListener((property, before, now) -> giveRestTo(test));
    test.addListener((property, before, now) -> giveRestTo(train));
  }

  /** Whether the parts that came with the films are kept. */
  public BooleanProperty givenProperty() {
    return given;
  }

  /** Percent to learn from. */
  public IntegerProperty trainProperty() {
    return train;
  }

  /** Percent to choose by. */
  public IntegerProperty validationProperty() {
    return validation;
  }

  /** Percent to test on. */
  public IntegerProperty testProperty() {
    return test;
  }

  /** Seed of the draw. */
  public IntegerProperty seedProperty() {
    return seed;
  }

  /** As plain values. */
  public SplitWish wish() {
    return new SplitWish(given.get(), train.get(), validation.get(), test.get(), seed.get());
  }

  /** Takes up former values. */
  void restore(SplitWish wish) {
    filling = true;
    given.set(wish.given());
    train.set(wish.train());
    validation.set(wish.validation());
    test.set(wish.test());
    seed.set(wish.seed());
    filling = false;
    changed.run();
  }

  private void tell() {
    if (!filling) {
      changed.run();
    }
  }

  private void giveRestTo(IntegerProperty other) {
    int rest = 100 - train.get() - validation.get() - test.get() + other.get();
    if (!filling && rest >= 0) {
      filling = true;
      other.set(rest);
      filling = false;
      changed.run();
    }
  }
}
