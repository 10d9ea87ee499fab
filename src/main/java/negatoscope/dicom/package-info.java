/**
 * DICOM: a port for toolkits, and the built-in one, which reads files with or without preamble and
 * meta header in the uncompressed little-endian transfer syntaxes, and writes Explicit VR Little
 * Endian (PS3.5, PS3.10). Other syntaxes are refused by name.
 *
 * <p>Main types: {@link negatoscope.dicom.DicomToolkit}, {@link negatoscope.dicom.DataSet} with its
 * {@link negatoscope.dicom.Attribute}s, {@link negatoscope.dicom.Tag}.
 *
 * <p>The reader goes through a file once, in the order of its bytes: meta header, elements, pixels.
 * A value is read only when the rest of the file is at least as long as its length says; nesting
 * and sizes have limits. Damage ends in a {@link negatoscope.film.FilmException}.
 *
 * <p>Threads: everything here is immutable or stateless, but for builders.
 *
 * <pre>{@code
 * DicomToolkit toolkit = DicomToolkit.builtIn();
 * for (Attribute attribute : toolkit.read(path).attributes()) {
 *   show(Tag.toString(attribute.tag()), attribute.keyword(), attribute.shown(64));
 * }
 * DataSet set =
 *     DataSet.builder()
 *         .text(Tag.PATIENT_NAME, "PHANTOM")
 *         .integers(Tag.ROWS, 512)
 *         .bytes(Tag.PIXEL_DATA, Vr.OW, pixels)
 *         .build();
 * toolkit.write(path, set);
 * }</pre>
 */
@NullMarked
package negatoscope.dicom;

import org.jspecify.annotations.NullMarked;
