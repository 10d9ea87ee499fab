package negatoscope.dicom.dcm4che;

import java.nio.file.Path;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomFrames;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.builtin.FileStart;
import org.dcm4che3.data.ElementDictionary;
import org.dcm4che3.data.Implementation;

/** The toolkit that reads and writes by the library dcm4che. */
public final class Dcm4cheToolkit implements DicomToolkit {
  private final String name;

  /**
   * Starts dcm4che.
   *
   * @throws LinkageError where a part of it is missing
   */
  public Dcm4cheToolkit() {
    ElementDictionary.getStandardElementDictionary();
    name = Implementation.getVersionName().replaceFirst("-", " ");
  }

  @Override
  public String name() {
    return name;
  }

  /** As this program judges: dcm4che takes more for DICOM than the standard allows. */
  @Override
  public Likeness likeness(byte[] head) {
    return FileStart.likeness(head);
  }

  @Override
  public DataSet read(Path file) {
    return Dcm4cheReader.read(file, Reach.HEADER).dataSet();
  }

  @Override
  public DataSet readWhole(Path file) {
    return Dcm4cheReader.read(file, Reach.WHOLE).dataSet();
  }

  @Override
  public DicomFrames open(Path file) {
    return Dcm4cheReader.read(file, Reach.PLACES).frames();
  }

  @Override
  public void write(Path file, DataSet dataSet) {
    Dcm4cheWriter.write(file, dataSet);
  }
}
