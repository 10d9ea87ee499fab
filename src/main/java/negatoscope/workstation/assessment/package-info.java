/**
 * What the network says about the film on the screen: probabilities, warnings, heat map and its
 * controls, and how far the model is to be believed.
 *
 * <p>Main types: {@link negatoscope.workstation.assessment.AssessmentViewModel} (asks the model in
 * use, keeps answers at their films), {@link negatoscope.workstation.assessment.Questions} (asks
 * any model, remembers answers), {@link negatoscope.workstation.assessment.HeatMapViewModel} (which
 * map is painted and how), {@link negatoscope.workstation.assessment.ExplanationChecks} (checks
 * heat maps of any model, remembers what was found), {@link
 * negatoscope.workstation.assessment.AssessmentPane} (the view).
 *
 * <p>Threads: view models live on the JavaFX thread; the model is opened and asked on the threads
 * of the {@link negatoscope.task.TaskRunner} handed in.
 *
 * <pre>{@code
 * AssessmentViewModel assessment =
 *     new AssessmentViewModel(studies.selectedProperty(), studies.films(), inUse, new Questions(runner));
 * HeatMapViewModel heatMap = new HeatMapViewModel(assessment.answerProperty());
 * viewer.layers().heatProperty().bind(heatMap.overlayProperty());
 * assessment.classify(film);
 * assessment.cancel(film);
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.assessment;

import org.jspecify.annotations.NullMarked;
