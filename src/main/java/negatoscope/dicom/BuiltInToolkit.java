package negatoscope.dicom;

import java.nio.file.Path;
import java.util.List;
import negatoscope.film.Film;

/** The toolkit of this program, without any other library. */
public final class BuiltInToolkit implements DicomToolkit {
  @Override
  public String name() {
    return "built-in";
  }

  @Override
  public Likeness likeness(byte[] head) {
    return DicomReader.likeness(head);
  }

  @Override
  public DataSet read(Path file) {
    return DicomReader.header(file).dataSet();
  }

  @Override
  public List<Film> films(Path file) {
    return DicomFilms.of(DicomReader.whole(file));
  }

  @Override
  public void write(Path file, DataSet dataSet) {
    DicomWriter.write(file, dataSet);
  }
}
