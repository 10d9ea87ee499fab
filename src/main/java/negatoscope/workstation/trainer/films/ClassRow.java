package negatoscope.workstation.trainer.films;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A label of the films, and what becomes of it. */
public final class ClassRow {
  private final String label;
  private final int films;
  private final BooleanProperty taken = new SimpleBooleanProperty(true);
  private final StringProperty name;

  ClassRow(String label, int films) {
    this.label = label;
    this.films = films;
    this.name = new SimpleStringProperty(label);
  }

  /** As the folder or table has it. */
  public String label() {
    return label;
  }

  /** How many films carry it. */
  public int films() {
    return films;
  }

  /** Whether its films are learned from. */
  public BooleanProperty takenProperty() {
    return taken;
  }

  /** The name of its class; labels of the same name become one class. */
  public StringProperty nameProperty() {
    return name;
  }
}
