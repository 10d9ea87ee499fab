/**
 * The wizard that trains a model from a folder of films.
 *
 * <p>Subpackages, each using only those before it: {@code step} (what every step shares), {@code
 * films} (which films), {@code desk} (the port to whoever trains, and trainings on disk), {@code
 * network} (which network, and how), {@code run} (it learns), {@code results} (how good it is, and
 * its name).
 *
 * <p>Main types: {@link negatoscope.workstation.trainer.TrainerViewModel} (all steps, without a
 * window), {@link negatoscope.workstation.trainer.TrainerPane} (what is seen of them).
 *
 * <p>Threads: all of it lives on the JavaFX thread; work goes to the runners handed in.
 *
 * <pre>{@code
 * TrainerViewModel trainer = new TrainerViewModel(tools, this::openFilms, this::saved);
 * Stage stage = window(new TrainerPane(trainer, views, stage::hide));
 * trainer.next();             // unless trainer.reasonProperty() says why not
 * trainer.run().cancel();     // it can go on when the wizard is opened again
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.trainer;

import org.jspecify.annotations.NullMarked;
