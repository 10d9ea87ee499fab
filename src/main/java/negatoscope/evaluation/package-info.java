/**
 * How good a classifier is: figures from labels and probabilities, with intervals; plain numbers in
 * and out.
 *
 * <p>Main types: {@link negatoscope.evaluation.Predictions} (what is judged), {@link
 * negatoscope.evaluation.Figures} (every figure at once), {@link negatoscope.evaluation.Figure} and
 * {@link negatoscope.evaluation.FigureIntervals} (each with its interval), {@link
 * negatoscope.evaluation.Comparison} (two classifiers), {@link negatoscope.evaluation.FoldSpread},
 * {@link negatoscope.evaluation.OperatingPoint}, {@link negatoscope.evaluation.Confusion}, {@link
 * negatoscope.evaluation.Ranking}, {@link negatoscope.evaluation.Calibration}, {@link
 * negatoscope.evaluation.Temperature}, {@link negatoscope.evaluation.Bootstrap}, {@link
 * negatoscope.evaluation.ResampledAuc}, {@link negatoscope.evaluation.Agreement}, {@link
 * negatoscope.evaluation.RankCorrelation}, {@link negatoscope.evaluation.CramersV}.
 *
 * <p>The definitions are scikit-learn's. A figure that is undefined (an AUC without a positive) is
 * NaN; precision, recall, specificity and F1 of 0/0 are 0.
 *
 * <p>Threads: everything here is immutable or a pure function.
 *
 * <pre>{@code
 * Predictions predictions = new Predictions(labels, probabilities);
 * Figures figures = Figures.of(predictions);
 * double auc = figures.macro().rocAuc();
 * Interval interval =
 *     Bootstrap.byGroup(patients, 1000, seed)
 *         .interval(rows -> Figures.macroAuc(predictions.rows(rows)));
 * }</pre>
 */
@NullMarked
package negatoscope.evaluation;

import org.jspecify.annotations.NullMarked;
