/**
 * DICOM objects of screened films: from a film, its answer and its heat map to files below the
 * output folder.
 *
 * <p>Main types: {@link negatoscope.screening.dicom.DicomExport}, {@link
 * negatoscope.screening.dicom.ObjectFolder}. What the objects contain, {@link
 * negatoscope.dicom.object} decides.
 *
 * <p>File format: {@code dicom/} below the output folder holds {@code NAME.heatmap.dcm}, {@code
 * NAME.report.dcm} and, where the film is no DICOM object, {@code NAME.film.dcm}; the names are
 * those of the heat maps ({@link negatoscope.screening.row.FilmHead#fileName}).
 *
 * <p>Threads: immutable; films may be written by several threads.
 *
 * <pre>{@code
 * DicomExport export = new DicomExport(toolkit, new ObjectFolder(out), "0.1.0", zone, card);
 * HeatMapSheet sheet = HeatMapSheets.of(film, answer, answer.topClass(), GRADCAM, OPACITY);
 * export.write(FilmHead.of(identity, film, zone), film, answer, Optional.of(Shown.of(sheet, GRADCAM)));
 * }</pre>
 */
@NullMarked
package negatoscope.screening.dicom;

import org.jspecify.annotations.NullMarked;
