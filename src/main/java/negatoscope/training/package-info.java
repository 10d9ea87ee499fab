/**
 * From a folder of films to a model: what is learned from, how, and how good it is.
 *
 * <p>Subpackages, each using only those before it: {@code data} (films with labels, and their
 * parts), {@code cache} (what is kept from one training to the next), {@code films} (their pixels,
 * read ahead, varied and batched), {@code scan} (what a data set holds), {@code judging} (how good
 * a model is), {@code report} (what is shown of that), {@code recipe} (how to train), {@code run}
 * (a training under way: stages, epochs, what is told of them, pause and stop), {@code checkpoint}
 * (what it needs to go on), {@code series} (several trainings for one answer; it uses the door).
 *
 * <p>Main types: {@link negatoscope.training.data.DataSet} and {@link
 * negatoscope.training.data.Split} (which films), {@link negatoscope.training.recipe.Recipe} (how),
 * {@link negatoscope.training.Training} (the door), {@link
 * negatoscope.training.run.TrainingWatcher} and {@link negatoscope.training.run.TrainingControl}
 * (how it is watched and steered), {@link negatoscope.training.judging.TestLook} (figures on test
 * films, counted), {@link negatoscope.network.weights.WeightsFile} (weights between two runs).
 *
 * <p>File formats: {@code weights.bin} ({@link negatoscope.network.weights.WeightsFile}), {@code
 * evaluation.json}, {@code split.json} ({@link negatoscope.training.data.SplitJson}; it names the
 * films, so it stays where the model was trained), and recipes as JSON ({@link
 * negatoscope.training.recipe.Recipe#with}).
 *
 * <p>Threads: a run belongs to the thread that starts it, which alone talks to the engine; films
 * are read and batches made on a small pool of its own, which ends with the run.
 *
 * <pre>{@code
 * DataSet films = DataSet.scan(Path.of("films"), DataSet.Options.NONE, intake::films);
 * Split split = Split.of(films, seed);
 * TrainingOrder order = new TrainingOrder("mine", folder, films, split, backbone, ...);
 * TrainingWatcher watcher = TrainingWatcher.ofEpochs(epoch -> log(epoch.line()));
 * TrainedModel model =
 *     new Training(engine, intake::openFirst).run(order, watcher, new TrainingControl());
 * }</pre>
 */
@NullMarked
package negatoscope.training;

import org.jspecify.annotations.NullMarked;
