/**
 * Several models side by side: what each says about the film on the screen, where it looked, and
 * whether they agree.
 *
 * <p>Main types: {@link negatoscope.workstation.comparison.ComparisonViewModel} (which models are
 * asked, and their answers), {@link negatoscope.workstation.comparison.ComparedModel} (one of
 * them).
 *
 * <p>Threads: all of it lives on the JavaFX thread; models are opened and asked by {@link
 * negatoscope.workstation.assessment.Questions} in the background.
 *
 * <pre>{@code
 * ComparisonViewModel comparison =
 *     new ComparisonViewModel(assessment, models, questions, runner);
 * comparison.seenProperty().set(true);
 * comparison.add(card);
 * comparison.columns().forEach(column -> show(column.name(), column.said()));
 * comparison.use(comparison.columns().get(1));
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.comparison;

import org.jspecify.annotations.NullMarked;
