/**
 * DICOM behind one port.
 *
 * <p>Main type: {@link negatoscope.dicom.DicomToolkit}.
 *
 * <p>Threads: everything here may be used from any thread.
 */
@NullMarked
package negatoscope.dicom;

import org.jspecify.annotations.NullMarked;
