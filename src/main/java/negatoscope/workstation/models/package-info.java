/**
 * The models at hand: which one is asked about films, which are open, what their cards say.
 *
 * <p>Main types: {@link negatoscope.workstation.models.ModelInUse} (the one that is asked, and how
 * another takes its place), {@link negatoscope.workstation.models.OpenModels} (one engine thread
 * for each model that is open), {@link negatoscope.workstation.models.CardFigures} (a card's
 * figures, the honest ones beside the others), {@link
 * negatoscope.workstation.models.ModelsViewModel} and {@link
 * negatoscope.workstation.models.WeightsViewModel} (the library's models and start weights, and
 * what can be done with them, shown by {@link negatoscope.workstation.models.ModelTabs}), {@link
 * negatoscope.workstation.models.LongJob} (what runs, with progress and a way to stop it).
 *
 * <p>Threads: all of it lives on the JavaFX thread, except {@link
 * negatoscope.workstation.models.OpenModels.Lease#classifier}, which opens the model and belongs on
 * the threads of the {@link negatoscope.task.TaskRunner} handed in.
 *
 * <pre>{@code
 * OpenModels models = new OpenModels(name -> workbench.classifier(name), runner);
 * ModelInUse inUse = new ModelInUse(() -> library.bundled().card(), models, runner);
 * inUse.cardProperty().addListener((property, before, now) -> askAgain());
 * inUse.use("another-model");
 * inUse.refusalProperty(); // why the former stayed in use
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.models;

import org.jspecify.annotations.NullMarked;
