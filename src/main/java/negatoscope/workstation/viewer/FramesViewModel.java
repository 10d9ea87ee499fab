package negatoscope.workstation.viewer;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * Which frame of its file is wanted. Whoever holds the films follows {@link #frameProperty} and
 * tells by {@link #show} what there is.
 */
public final class FramesViewModel {
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(1);
  private final IntegerProperty frame = new SimpleIntegerProperty(1);

  FramesViewModel() {}

  /** Tells how many frames the file has, and which of them is on the screen or on its way. */
  public void show(int number, int of) {
    count.set(Math.max(1, of));
    frame.set(number);
  }

  /** Wants a frame so many on or back; stays within the file. */
  public void step(int by) {
    frame.set(Math.max(1, Math.min(count.get(), frame.get() + by)));
  }

  /** The wanted frame, from 1. */
  public IntegerProperty frameProperty() {
    return frame;
  }

  /** How many frames the file has. */
  public ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }
}
