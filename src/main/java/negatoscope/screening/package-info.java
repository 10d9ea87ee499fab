/**
 * Screening a folder: thousands of films, a work list, nothing lost.
 *
 * <p>Main types: {@link negatoscope.screening.Screening} (the door), {@link
 * negatoscope.screening.ScreeningOrder} (what is to be done), {@link
 * negatoscope.screening.FilmFinder} (what is a film, or should have been one) and {@link
 * negatoscope.screening.FilmScreener} (from a file to its rows), for whoever screens in another
 * way. The rows lie in {@link negatoscope.screening.row}, the journal in {@link
 * negatoscope.screening.journal}, order and exports in {@link negatoscope.screening.worklist}.
 *
 * <p>Threads: a run belongs to the thread that starts it, which also writes the journal; files are
 * read, made tensors of and drawn on a small pool; models answer on engine threads of their own.
 *
 * <p>File format: the output folder holds {@code screening.db} (the journal), {@code worklist.csv},
 * {@code worklist.json}, {@code report.html}, {@code heatmaps/}, {@code dicom/} ({@link
 * negatoscope.screening.dicom}) and the empty {@code screening.lock}.
 *
 * <pre>{@code
 * Screening screening = new Screening(intake, home.natives(), clock);
 * ScreeningOrder order =
 *     new ScreeningOrder(folder, out, Start.NEW, true, ReadingOrder.OVERDUE);
 * ScreeningSummary came =
 *     screening.run(
 *         order, () -> new ScreeningModels(classifier, Optional.empty()), watcher, cancellation);
 * show(came.answered(), new WorkListFiles(out).csv());
 * }</pre>
 */
@NullMarked
package negatoscope.screening;

import org.jspecify.annotations.NullMarked;
