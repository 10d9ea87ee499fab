package negatoscope.dicom.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Tag;
import negatoscope.dicom.builtin.BuiltInToolkit;
import negatoscope.dicom.directory.DicomDirectory.Image;
import negatoscope.dicom.directory.DicomDirectory.Patient;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DicomDirectoryTest {
  private final DicomToolkit toolkit = new BuiltInToolkit();

  /** A record linked by made-up offsets. */
  private static DataSet record(String type, int next, int lower, String text) {
    DataSet.Builder record =
        DataSet.builder()
            .integers(Tag.OFFSET_OF_THE_NEXT_DIRECTORY_RECORD, next)
            .integers(Tag.RECORD_IN_USE_FLAG, 0xFFFF)
            .integers(Tag.OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY, lower)
            .text(Tag.DIRECTORY_RECORD_TYPE, type);
    switch (type) {
      case "PATIENT" -> record.text(Tag.PATIENT_ID, text);
      case "STUDY" -> record.text(Tag.STUDY_INSTANCE_UID, text);
      case "SERIES" -> record.text(Tag.SERIES_INSTANCE_UID, text);
      default -> record.text(Tag.REFERENCED_FILE_ID, text);
    }
    return record.build();
  }

  private static DicomDirectory directory(int first, DataSet... records) {
    return DicomDirectory.of(
        DataSet.builder()
            .integers(Tag.OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY, first)
            .items(Tag.DIRECTORY_RECORD_SEQUENCE, records)
            .build());
  }

  private static List<String> files(DicomDirectory directory) {
    return directory.images().stream().map(image -> String.join("/", image.fileId())).toList();
  }

  private static JsonNode expected() throws IOException {
    for (JsonNode film : new ObjectMapper().readTree(Shared.path("dicom/manifest.json").toFile())) {
      if (film.get("file").asText().equals("films/dicomdir/DICOMDIR")) {
        return film;
      }
    }
    throw new AssertionError("the corpus has no directory");
  }

  @Test
  @NeedsShared
  void theCorpusDirectoryListsItsPatientsStudiesAndFilms() throws IOException {
    Path file = Shared.path("dicom/films/dicomdir/DICOMDIR");
    DicomDirectory directory = DicomDirectory.read(toolkit, file);
    assertThat(DicomDirectory.is(toolkit.read(file))).isTrue();
    JsonNode expected = expected();
    assertThat(directory.patients()).hasSize(expected.get("patients").asInt());
    assertThat(directory.patients().stream().mapToInt(patient -> patient.studies().size()).sum())
        .isEqualTo(expected.get("studies").asInt());
    List<String> listed = new ArrayList<>();
    for (Patient patient : directory.patients()) {
      for (DicomDirectory.Study study : patient.studies()) {
        for (DicomDirectory.Series series : study.series()) {
          for (Image image : series.images()) {
            listed.add(
                String.join(
                    " ",
                    patient.id(),
                    study.uid(),
                    study.date(),
                    String.join("/", image.fileId())));
          }
        }
      }
    }
    List<String> wanted = new ArrayList<>();
    for (JsonNode image : expected.get("images")) {
      wanted.add(
          String.join(
              " ",
              image.get("patientId").asText(),
              image.get("studyUid").asText(),
              image.get("studyDate").asText(),
              image.get("file").asText()));
    }
    assertThat(listed).containsExactlyInAnyOrderElementsOf(wanted);
    FileSet files = FileSet.around(file);
    assertThat(directory.images())
        .allSatisfy(image -> assertThat(files.find(image.fileId())).isPresent());
    assertThat(directory.patients().get(0).name()).isEqualTo("Muster^Erika");
  }

  @Test
  void offsetsDecideWhereTheRecordsStandInAnotherOrder() {
    DicomDirectory directory =
        directory(
            100,
            record("PATIENT", 200, 300, "first"),
            record("PATIENT", 0, 400, "second"),
            record("STUDY", 0, 500, "study of first"),
            record("STUDY", 0, 600, "study of second"),
            record("SERIES", 0, 700, "series of first"),
            record("SERIES", 0, 800, "series of second"),
            record("IMAGE", 0, 0, "A"),
            record("IMAGE", 0, 0, "B"));
    assertThat(directory.patients()).extracting(Patient::id).containsExactly("first", "second");
    assertThat(directory.patients().get(0).studies().get(0).series().get(0).images().get(0))
        .extracting(Image::fileId)
        .isEqualTo(List.of("A"));
    assertThat(files(directory)).containsExactly("A", "B");
  }

  @Test
  @Timeout(5)
  void offsetsInACircleOrOutOfTheFileAreNotFollowed() {
    DicomDirectory circle =
        directory(
            100,
            record("PATIENT", 100, 200, "one"),
            record("STUDY", 100, 300, "study"),
            record("SERIES", 200, 400, "series"),
            record("IMAGE", 400, 400, "A"),
            record("IMAGE", 0x7FFFFFFF, 0, "B"));
    assertThat(files(circle)).containsExactly("A", "B");
    // Five targets for five records, but two of them only reach each other.
    DicomDirectory island =
        directory(
            100,
            record("PATIENT", 0, 200, "one"),
            record("STUDY", 0, 300, "study"),
            record("SERIES", 0, 0, "series"),
            record("IMAGE", 500, 0, "A"),
            record("IMAGE", 400, 0, "B"));
    assertThat(files(island)).containsExactly("A", "B");
  }

  @Test
  void aDirectoryWithoutUsableRecordsIsEmpty() {
    assertThat(directory(0).images()).isEmpty();
    assertThat(directory(100, record("PATIENT", 0, 0, "nothing below")).patients()).isEmpty();
    assertThat(directory(100, record("PRIVATE", 0, 0, "X")).patients()).isEmpty();
  }

  @Test
  void namesAreFoundWhateverTheirCaseButNeverOutsideTheFolder(@TempDir Path folder)
      throws IOException {
    Path disc = Files.createDirectories(folder.resolve("disc"));
    Path film =
        Files.writeString(Files.createDirectory(disc.resolve("Images")).resolve("im01"), "");
    Path versioned = Files.writeString(disc.resolve("IM02.;1"), "");
    Files.writeString(folder.resolve("secret"), "");
    FileSet files = FileSet.around(disc.resolve("DICOMDIR"));
    assertThat(files.find(List.of("IMAGES", "IM01"))).contains(film);
    assertThat(files.find(List.of("images/IM01"))).contains(film);
    assertThat(files.find(List.of("images\\IM01"))).contains(film);
    assertThat(files.find(List.of("IM02"))).contains(versioned);
    assertThat(files.find(List.of("..", "secret"))).isEmpty();
    assertThat(files.find(List.of("IMAGES", "..", "..", "secret"))).isEmpty();
    assertThat(files.find(List.of(folder.resolve("secret").toString()))).isEmpty();
    assertThat(files.find(List.of("", "IMAGES", "IM01"))).isEmpty();
    assertThat(files.find(List.of("C:", "IMAGES"))).isEmpty();
    assertThat(files.find(List.of("IMAGES"))).isEmpty();
    assertThat(files.find(List.of("IMAGES", "IM99"))).isEmpty();
    assertThat(files.find(List.of())).isEmpty();
  }
}
