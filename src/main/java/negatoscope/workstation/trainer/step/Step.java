package negatoscope.workstation.trainer.step;

import javafx.beans.property.ReadOnlyStringProperty;

/** One step of the wizard, without its view. It keeps what was entered while others are shown. */
public interface Step {
  /** What it is, in a word or three. */
  String title();

  /** What is done here, in a sentence or two. */
  String hint();

  /** Why one cannot go on, in a sentence; empty where one can. */
  ReadOnlyStringProperty reasonProperty();

  /** The user came here. */
  default void enter() {}

  /** Why one cannot go back from here, in a sentence; empty where one can. */
  default String stays() {
    return "";
  }

  /** What the button says that leads on from here, with its mnemonic. */
  default String next() {
    return "_Next";
  }
}
