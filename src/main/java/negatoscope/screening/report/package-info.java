/**
 * What a screening came to, for people: a page that stands alone.
 *
 * <p>Main type: {@link negatoscope.screening.report.ScreeningReport}.
 *
 * <p>Threads: values are immutable; a page is made on its caller's thread.
 *
 * <p>File format: {@code report.html}, one HTML file with plots as SVG. It leads to the pictures of
 * heat maps beside it and needs nothing else.
 *
 * <pre>{@code
 * String page = new ScreeningReport("ward", head, order).page(listed);
 * }</pre>
 */
@NullMarked
package negatoscope.screening.report;

import org.jspecify.annotations.NullMarked;
