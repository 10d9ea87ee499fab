package negatoscope.dicom.builtin;

import java.util.Optional;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.TransferSyntax;

/**
 * What was read of a file.
 *
 * @param in the file, to read the pixels from; to be closed
 * @param syntax how it is coded, as it says or as it was found out
 * @param dataSet all elements that were read, those of the meta header (group 0002) among them
 * @param pixels where Pixel Data stands, if the file was read with {@link Reach#PLACES}
 * @param repairs what was guessed or repaired
 */
record DicomFile(
    ElementInput in,
    TransferSyntax syntax,
    DataSet dataSet,
    Optional<PixelPlace> pixels,
    Repairs repairs) {}
