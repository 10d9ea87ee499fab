/**
 * Reads DICOMDIR, the directory of the films on a disc or stick (PS3.3 annex F, PS3.10 section 8).
 *
 * <p>Main types: {@link negatoscope.dicom.directory.DicomDirectory} (patients, studies, series and
 * images as the directory lists them), {@link negatoscope.dicom.directory.FileSet} (the files that
 * it names, found whatever their case; never outside its folder).
 *
 * <p>Threads: directories are immutable; a file set belongs to one thread.
 *
 * <pre>{@code
 * DicomDirectory directory = DicomDirectory.read(toolkit, path);
 * FileSet files = FileSet.around(path);
 * for (DicomDirectory.Image image : directory.images()) {
 *   Path film = files.find(image.fileId()).orElse(null);
 *   ...
 * }
 * }</pre>
 */
@NullMarked
package negatoscope.dicom.directory;

import org.jspecify.annotations.NullMarked;
