/**
 * The built-in toolkit: reads files with or without preamble and meta header (PS3.10), and writes
 * Explicit VR Little Endian.
 *
 * <p>Main type: {@link negatoscope.dicom.builtin.BuiltInToolkit}.
 *
 * <p>The reader goes through a file once, in the order of its bytes: meta header, elements, pixels.
 * A value is read only when the rest of the file is at least as long as its length says; nesting
 * and sizes have limits. Damage ends in a {@link negatoscope.film.FilmException}.
 *
 * <p>Threads: the toolkit is stateless; the frames of an open file belong to one thread.
 *
 * <pre>{@code
 * DicomToolkit toolkit = new BuiltInToolkit();
 * DataSet header = toolkit.read(path);
 * try (DicomFrames frames = toolkit.open(path)) {
 *   Frame first = frames.frame(0);
 * }
 * }</pre>
 */
@NullMarked
package negatoscope.dicom.builtin;

import org.jspecify.annotations.NullMarked;
