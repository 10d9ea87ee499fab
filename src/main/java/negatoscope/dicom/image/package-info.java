/**
 * From a data set and its decoded frames to films, whichever toolkit read them (PS3.3 C.7.6.3,
 * C.11).
 *
 * <p>Main type: {@link negatoscope.dicom.image.DicomFilms}. What a header says about display and is
 * nonsense is repaired or left out, and said by a warning of the film; a picture that can be read
 * is never refused for it.
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
