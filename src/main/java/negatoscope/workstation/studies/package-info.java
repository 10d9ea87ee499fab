/**
 * The open films: what the user opened, how far reading it is, and the list at the left of the
 * window, by patient, study and series.
 *
 * <p>Main types: {@link negatoscope.workstation.studies.OpenFilm} (one film and its state), {@link
 * negatoscope.workstation.studies.StudiesViewModel} (the list, opening and closing), {@link
 * negatoscope.workstation.studies.StudiesPane} (the view).
 *
 * <p>A scan hands on headers while it runs; pixels are read of the film on the screen and of those
 * whose rows are seen. Rows are flat: headings and films as they stand below each other.
 *
 * <p>Threads: view models and open films live on the JavaFX thread (in tests: on one thread); files
 * are read on the threads of the {@link negatoscope.task.TaskRunner} handed in.
 *
 * <pre>{@code
 * StudiesViewModel studies = new StudiesViewModel(reader, runner, Platform::runLater, budget);
 * studies.open(List.of(Path.of("sample-studies")));
 * studies.selectedProperty().addListener((property, before, now) -> show(now));
 * studies.selectNext();
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.studies;

import org.jspecify.annotations.NullMarked;
