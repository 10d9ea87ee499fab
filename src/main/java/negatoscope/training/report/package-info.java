/**
 * Judging a model on films with labels, and the report of it: a page that stands alone, the same as
 * JSON and CSV, and the curves as pictures.
 *
 * <p>Main types: {@link negatoscope.training.report.EvaluationRun} judges, {@link
 * negatoscope.training.report.Evaluation} is what came of it, {@link
 * negatoscope.training.report.ReportFolder} writes it.
 *
 * <p>File formats: the folder that {@link negatoscope.training.report.ReportFolder} writes. {@code
 * evaluation.json} has the field names of scikit-learn's figures ({@link
 * negatoscope.training.report.EvaluationJson}).
 *
 * <p>Threads: a run belongs to its caller's thread; films are read on a small pool, the network
 * runs on the classifier's engine thread. Results are plain values.
 *
 * <pre>{@code
 * FilmsToJudge films = FilmsToJudge.of(dataSet, Choice.TEST, List.of(model), progress, stop);
 * EvaluationRun run =
 *     new EvaluationRun(List.of(new Opened(model, classifier)), reader, new Options(true, 0));
 * Evaluation evaluation = run.run(films, progress, stop);
 * ReportFolder.write(Path.of("report"), evaluation);
 * }</pre>
 */
@NullMarked
package negatoscope.training.report;

import org.jspecify.annotations.NullMarked;
