package negatoscope.dicom.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Tag;
import negatoscope.dicom.builtin.BuiltInToolkit;
import negatoscope.intake.Intake;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of real films, written and read again. */
@NeedsShared
class SharedFilmObjectsTest {
  @TempDir private Path folder;
  private final DicomToolkit toolkit = new BuiltInToolkit();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dicom/films/a-explicit.dcm",
        "dicom/films/b-jpeg-baseline.dcm",
        "dicom/films/frames-native.dcm",
        "dicom/films/charset-latin1.dcm",
        "dicom/films/charset-japanese.dcm",
        "dicom/films/charset-korean.dcm",
        "dicom/films/charset-chinese.dcm",
        "dicom/films/utf8-spacing.dcm",
        "dicom/films/sparse-header.dcm",
        "films/originals/pneumonia-7.jpg"
      })
  void aSecondRunWritesTheSameBytes(String film) throws IOException {
    Path file = Shared.path(film);
    List<DataSet> first = new ObjectSamples().of(file);
    List<DataSet> second = new ObjectSamples().of(file);
    assertThat(second).hasSameSizeAs(first);
    for (int i = 0; i < first.size(); i++) {
      assertThat(bytes(second.get(i))).isEqualTo(bytes(first.get(i)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "charset-latin1",
        "charset-japanese",
        "charset-korean",
        "charset-chinese",
        "utf8-spacing"
      })
  void patientsKeepTheirNamesInUtf8(String name) throws IOException {
    Path film = Shared.path("dicom/films/" + name + ".dcm");
    DataSet header = toolkit.read(film);
    for (DataSet object : new ObjectSamples().of(film)) {
      DataSet read = read(object);
      assertThat(read.text(Tag.SPECIFIC_CHARACTER_SET)).isEqualTo("ISO_IR 192");
      assertThat(read.text(Tag.PATIENT_NAME)).isNotEmpty().isEqualTo(header.text(Tag.PATIENT_NAME));
      assertThat(read.text(Tag.PATIENT_ID)).isEqualTo(header.text(Tag.PATIENT_ID));
      assertThat(read.text(Tag.STUDY_INSTANCE_UID)).isEqualTo(header.text(Tag.STUDY_INSTANCE_UID));
    }
  }

  @Test
  void everyFrameHasObjectsOfItsOwnInTheSameSeries() throws IOException {
    Path film = Shared.path("dicom/films/frames-native.dcm");
    String instance = toolkit.read(film).text(Tag.SOP_INSTANCE_UID);
    List<DataSet> objects = new ObjectSamples().of(film);
    List<DataSet> reports =
        objects.stream().filter(one -> one.text(Tag.MODALITY).equals("SR")).toList();
    assertThat(objects).hasSize(6);
    assertThat(objects.stream().map(one -> one.text(Tag.SOP_INSTANCE_UID)).distinct()).hasSize(6);
    assertThat(objects.stream().map(one -> one.text(Tag.SERIES_INSTANCE_UID)).distinct())
        .hasSize(2);
    for (int i = 0; i < 3; i++) {
      assertThat(ContentTree.of(reports.get(i))).contains(instance + " frame " + (i + 1) + "\n");
      assertThat(reports.get(i).text(Tag.INSTANCE_NUMBER)).isEqualTo(String.valueOf(i + 1));
    }
  }

  @Test
  void theCopyOfAPictureOpensAsTheSameFilm() throws IOException {
    Path picture = Shared.path("films/originals/pneumonia-7.jpg");
    Path copy = folder.resolve("copy.dcm");
    toolkit.write(copy, new ObjectSamples().of(picture).get(0));
    var before = Intake.withBuiltInToolkit().open(picture).get(0).samples();
    var after = Intake.withBuiltInToolkit().open(copy).get(0).samples();
    assertThat(after.histogram()).isEqualTo(before.histogram());
    assertThat(after.at(before.count() / 3)).isEqualTo(before.at(before.count() / 3));
  }

  private byte[] bytes(DataSet object) throws IOException {
    Path file = folder.resolve("object.dcm");
    toolkit.write(file, object);
    return Files.readAllBytes(file);
  }

  private DataSet read(DataSet object) {
    Path file = folder.resolve("object.dcm");
    toolkit.write(file, object);
    return toolkit.read(file);
  }
}
