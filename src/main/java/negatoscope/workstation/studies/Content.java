package negatoscope.workstation.studies;

import negatoscope.film.Film;
import negatoscope.task.Failure;

/** How far an open film is on its way from the file to the screen. */
public sealed interface Content {
  /** Known by its path only; it will be read when its turn comes. */
  record Listed() implements Content {}

  /** Being read. */
  record Reading() implements Content {}

  /** Read and in memory. */
  record Shown(Film film) implements Content {}

  /** Read before, and put out of memory to make room; read again when it is selected. */
  record SetAside() implements Content {}

  /** Could not be read. */
  record Failed(Failure failure) implements Content {}
}
