package negatoscope.dicom.builtin;

import java.nio.file.Path;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomFrames;
import negatoscope.dicom.DicomToolkit;

/** The toolkit of this program, without any other library. */
public final class BuiltInToolkit implements DicomToolkit {
  @Override
  public String name() {
    return "built-in";
  }

  @Override
  public boolean isLastResort() {
    return true;
  }

  @Override
  public Likeness likeness(byte[] head) {
    return FileStart.likeness(head);
  }

  @Override
  public DataSet read(Path file) {
    return DicomReader.header(file);
  }

  @Override
  public DataSet readWhole(Path file) {
    return DicomReader.whole(file);
  }

  @Override
  public DicomFrames open(Path file) {
    return BuiltInFrames.of(DicomReader.open(file));
  }

  @Override
  public void write(Path file, DataSet dataSet) {
    DicomWriter.write(file, dataSet);
  }
}
