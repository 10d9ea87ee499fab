/**
 * From a data set and its decoded frames to films, whichever toolkit read them (PS3.3 C.7.6.3,
 * C.11).
 *
 * <p>Main type: {@link negatoscope.dicom.image.DicomFilms}.
 *
 * <p>Threads: everything here is stateless.
 *
 * <pre>{@code
 * for (Film film : DicomFilms.read(toolkit, path)) {
 *   show(film.samples(), film.presentation());
 * }
 * }</pre>
 */
@NullMarked
package negatoscope.dicom.image;

import org.jspecify.annotations.NullMarked;
