/**
 * The built-in toolkit: reads files with or without preamble and meta header (PS3.10) in implicit,
 * explicit, big-endian and deflated coding, uncompressed or compressed by the codecs of this
 * program, and writes Explicit VR Little Endian; compressed pixels are written as they are.
 *
 * <p>Main type: {@link negatoscope.dicom.builtin.BuiltInToolkit}.
 *
 * <p>The reader goes through a file once, in the order of its bytes: meta header, elements, the
 * place of the pixels, what follows them. Frames are read and decoded when they are asked for, one
 * at a time. Room is made for what has arrived, never for what a length says; nesting, elements and
 * sizes have limits. Damage ends in a {@link negatoscope.film.FilmException}; what was guessed or
 * repaired is told by {@link negatoscope.dicom.DicomFrames#warnings}.
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
