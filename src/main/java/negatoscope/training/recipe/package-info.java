/**
 * How a network is trained: everything that can be chosen before it starts.
 *
 * <p>Main types: {@link negatoscope.training.recipe.Recipe}, made by a {@link
 * negatoscope.training.recipe.Preset}, with its {@link negatoscope.training.recipe.Stage}s, {@link
 * negatoscope.training.recipe.Learning}, and what is done against learning the source: {@link
 * negatoscope.training.recipe.Balance}, {@link negatoscope.training.recipe.Sampling}, {@link
 * negatoscope.training.recipe.Robust}, {@link negatoscope.training.recipe.Related}.
 *
 * <p>File format: recipes as JSON ({@link negatoscope.training.recipe.Recipe#with}).
 *
 * <p>Threads: every type is immutable and may be shared.
 *
 * <pre>{@code
 * Recipe recipe = Recipe.recommended(Backbone.MOBILENET_V2).withSeed(7).with(Path.of("mine.json"));
 * NetworkSpec network = recipe.network(Backbone.MOBILENET_V2, 3);
 * double rate = recipe.headStage().rate(step, steps, scores);
 * }</pre>
 */
@NullMarked
package negatoscope.training.recipe;

import org.jspecify.annotations.NullMarked;
