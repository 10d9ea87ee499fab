/**
 * The toolkit that reads and writes by the library dcm4che; compiled and shipped by the profile
 * {@code dcm4che} alone.
 *
 * <p>Main type: {@link negatoscope.dicom.dcm4che.Dcm4cheToolkit}. dcm4che parses the meta header,
 * elements and items, and writes files. Every length is checked against the file before dcm4che
 * believes it, and nesting has a limit. The pixels are noted by their place; frames are cut out and
 * decoded as those of the built-in toolkit are, by the codecs of this program. dcm4che's own image
 * readers are not used: that for RLE fills what is missing with zeros and does not say so; the
 * others need a native library, which is no part of its artifacts, and take only some kinds of
 * stream, which a second ImageIO plug-in may put others in the place of.
 *
 * <p>Threads: the toolkit is stateless; the frames of an open file belong to one thread.
 *
 * <pre>{@code
 * DicomToolkit toolkit = DicomToolkit.preferred();
 * try (DicomFrames frames = toolkit.open(path)) {
 *   Frame first = frames.frame(0);
 * }
 * }</pre>
 */
@NullMarked
package negatoscope.dicom.dcm4che;

import org.jspecify.annotations.NullMarked;
