/**
 * How a network is trained: everything that can be chosen before it starts.
 *
 * <p>Main types: {@link negatoscope.training.recipe.Recipe}, its {@link
 * negatoscope.training.recipe.Stage}s and {@link negatoscope.training.recipe.Learning}.
 *
 * <p>File format: recipes as JSON ({@link negatoscope.training.recipe.Recipe#with}).
 *
 * <p>Threads: every type is immutable and may be shared.
 *
 * <pre>{@code
 * Recipe recipe = Recipe.recommended(Backbone.MOBILENET_V2).withSeed(7).with(Path.of("mine.json"));
 * NetworkSpec network = recipe.network(Backbone.MOBILENET_V2, 3);
 * double rate = recipe.headStage().rate(step, steps);
 * }</pre>
 */
@NullMarked
package negatoscope.training.recipe;

import org.jspecify.annotations.NullMarked;
