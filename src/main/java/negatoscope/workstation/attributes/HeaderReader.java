package negatoscope.workstation.attributes;

import java.nio.file.Path;
import java.util.Optional;
import negatoscope.dicom.DataSet;

/** Gets the elements of a DICOM file; called in the background. */
public interface HeaderReader {
  /**
   * The header of a file.
   *
   * @return nothing where the file is no DICOM file
   * @throws negatoscope.task.Failure where it cannot be read
   */
  Optional<DataSet> header(Path file);
}
