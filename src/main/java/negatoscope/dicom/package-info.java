/**
 * DICOM: a port for toolkits that read a header, decode frames one at a time and write files, and
 * the values that cross it.
 *
 * <p>Main types: {@link negatoscope.dicom.DicomToolkit}, {@link negatoscope.dicom.DicomFrames},
 * {@link negatoscope.dicom.DataSet} with its {@link negatoscope.dicom.Attribute}s, {@link
 * negatoscope.dicom.Tag}. The package {@code builtin} is the toolkit of this program; {@code image}
 * makes films of what any toolkit reads; {@code directory} reads DICOMDIRs; {@code object} makes
 * the objects of what a network said about a film.
 *
 * <p>Threads: everything here is immutable or stateless, but for builders and open files.
 *
 * <pre>{@code
 * DicomToolkit toolkit = new BuiltInToolkit();
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
