/**
 * Curves and matrices as SVG, for pages, and as PNG, for everything else; both from one drawing;
 * and the pages that hold them.
 *
 * <p>Main types: {@link negatoscope.rendering.plot.Plot}, {@link
 * negatoscope.rendering.plot.ConfusionPlot} and {@link negatoscope.rendering.plot.Html}.
 *
 * <p>Threads: values are immutable; each drawing is made on its caller's thread.
 *
 * <pre>{@code
 * Plot plot =
 *     new Plot(
 *         "ROC",
 *         Plot.Axis.share("1 - specificity"),
 *         Plot.Axis.share("sensitivity"),
 *         List.of(new Plot.Series("covid-19", Plot.Style.STEP, x, y)));
 * String svg = plot.svg();
 * byte[] png = plot.png();
 * }</pre>
 */
@NullMarked
package negatoscope.rendering.plot;

import org.jspecify.annotations.NullMarked;
