package negatoscope.dicom.builtin;

import java.nio.file.Path;
import java.util.List;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.TransferSyntax;
import negatoscope.film.FilmWarning;

/**
 * What was read of a file.
 *
 * @param syntax how it is coded, as it says or as it was found out
 * @param dataSet all elements up to Pixel Data, those of the meta header (group 0002) among them
 * @param pixels the value of Pixel Data; empty in a header
 * @param warnings what was guessed
 */
record DicomFile(
    Path file, TransferSyntax syntax, DataSet dataSet, byte[] pixels, List<FilmWarning> warnings) {}
