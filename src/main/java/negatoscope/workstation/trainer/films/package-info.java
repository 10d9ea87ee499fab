/**
 * The wizard's first steps: which films, what was found among them, what they are called and how
 * they are shared out.
 *
 * <p>Main types: {@link negatoscope.workstation.trainer.films.SourceViewModel}, {@link
 * negatoscope.workstation.trainer.films.FoundViewModel}, {@link
 * negatoscope.workstation.trainer.films.ClassesViewModel}, and what comes out: {@link
 * negatoscope.workstation.trainer.films.ChosenFilms}.
 *
 * <p>Threads: view models live on the JavaFX thread; films are looked at and shared out on the
 * runners handed in.
 *
 * <pre>{@code
 * SourceViewModel source = new SourceViewModel(quick);
 * FoundViewModel found = new FoundViewModel(films, source.textProperty(), files, Platform::runLater);
 * ClassesViewModel classes = new ClassesViewModel(found, quick);
 * source.textProperty().set("films");
 * found.enter();
 * classes.chosenProperty(); // the films to learn from, and their parts
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.trainer.films;

import org.jspecify.annotations.NullMarked;
