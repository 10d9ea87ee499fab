package negatoscope.screening.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import negatoscope.classification.Classification;
import negatoscope.classification.HeatMap;
import negatoscope.classification.HeatMapSheets;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Tag;
import negatoscope.dicom.builtin.BuiltInToolkit;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.intake.Intake;
import negatoscope.library.SampleCards;
import negatoscope.library.card.ModelCard;
import negatoscope.network.CamMethod;
import negatoscope.screening.MadeRows;
import negatoscope.screening.row.FilmHead;
import negatoscope.screening.row.FilmIdentity;
import negatoscope.screening.row.FilmOrigin;
import negatoscope.tensor.TensorGeometry;
import negatoscope.tensor.TensorOptions;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a film and its answer to files. */
@NeedsShared
class DicomExportTest {
  private static final ModelCard CARD = SampleCards.full("model");

  @TempDir private Path folder;
  private final DicomToolkit toolkit = new BuiltInToolkit();

  @Test
  void aDicomFilmGetsAPictureAndAReportBesideEachOther() throws IOException {
    List<Path> files = write("dicom/films/a-explicit.dcm", "ward/a.dcm", 0, true);
    assertThat(files)
        .containsExactly(
            folder.resolve("dicom/" + head("ward/a.dcm").fileName() + ".heatmap.dcm"),
            folder.resolve("dicom/" + head("ward/a.dcm").fileName() + ".report.dcm"));
    DataSet picture = toolkit.read(files.get(0));
    DataSet report = toolkit.read(files.get(1));
    DataSet film = toolkit.read(Shared.path("dicom/films/a-explicit.dcm"));
    for (DataSet object : List.of(picture, report)) {
      assertThat(object.text(Tag.PATIENT_NAME)).isEqualTo(film.text(Tag.PATIENT_NAME));
      assertThat(object.text(Tag.STUDY_INSTANCE_UID)).isEqualTo(film.text(Tag.STUDY_INSTANCE_UID));
    }
    assertThat(
            picture.items(Tag.SOURCE_IMAGE_SEQUENCE).get(0).text(Tag.REFERENCED_SOP_INSTANCE_UID))
        .isEqualTo(film.text(Tag.SOP_INSTANCE_UID));
    assertThat(texts(report))
        .contains(
            "model",
            "60",
            film.text(Tag.SOP_INSTANCE_UID),
            picture.text(Tag.SOP_INSTANCE_UID),
            "The lungs are cut off.");
  }

  @Test
  void aPictureFileIsCopiedFirstAndTheReportRefersToTheCopy() throws IOException {
    List<Path> files = write("films/originals/pneumonia-7.jpg", "a.jpg", 0, true);
    assertThat(files)
        .extracting(file -> file.getFileName().toString().replaceAll("-[0-9a-f-]{13}", ""))
        .containsExactly("a.jpg.film.dcm", "a.jpg.heatmap.dcm", "a.jpg.report.dcm");
    DataSet copy = toolkit.read(files.get(0));
    assertThat(copy.text(Tag.PATIENT_NAME)).isEmpty();
    assertThat(copy.text(Tag.LOSSY_IMAGE_COMPRESSION)).isEqualTo("01");
    assertThat(texts(toolkit.read(files.get(2)))).contains(copy.text(Tag.SOP_INSTANCE_UID));
    Film before =
        Intake.withBuiltInToolkit().openFirst(Shared.path("films/originals/pneumonia-7.jpg"));
    Film after = Intake.withBuiltInToolkit().openFirst(files.get(0));
    assertThat(after.samples().histogram()).isEqualTo(before.samples().histogram());
  }

  @Test
  void withoutAHeatMapThereIsTheReportOfEachFrame() throws IOException {
    List<Path> first = write("dicom/films/frames-native.dcm", "f.dcm", 0, false);
    List<Path> second = write("dicom/films/frames-native.dcm", "f.dcm", 1, false);
    assertThat(first).hasSize(1);
    assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
    assertThat(texts(toolkit.read(second.get(0)))).contains("2");
  }

  @Test
  void ofAFilmThatGetsNoAnswerNowNothingIsLeft() throws IOException {
    List<Path> files = write("films/originals/pneumonia-7.jpg", "a.jpg", 0, true);
    List<Path> others = write("films/originals/pneumonia-7.jpg", "b.jpg", 0, true);
    export().clear(head("a.jpg"));
    assertThat(files).allSatisfy(file -> assertThat(file).doesNotExist());
    assertThat(others).allSatisfy(file -> assertThat(file).exists());
  }

  @Test
  void theObjectsOfAnotherScreeningAreKept() throws IOException {
    write("dicom/films/a-explicit.dcm", "a.dcm", 0, false);
    assertThat(new ObjectFolder(folder).keepAside()).contains(folder.resolve("dicom-1"));
    write("dicom/films/a-explicit.dcm", "a.dcm", 0, false);
    assertThat(new ObjectFolder(folder).keepAside()).contains(folder.resolve("dicom-2"));
    assertThat(new ObjectFolder(folder).keepAside()).isEmpty();
    assertThat(folder.resolve("dicom-1")).isNotEmptyDirectory();
  }

  private DicomExport export() {
    return new DicomExport(toolkit, new ObjectFolder(folder), "0.1.0", ZoneOffset.UTC, CARD);
  }

  private static FilmHead head(String path) {
    FilmIdentity file = MadeRows.identity(path);
    return new FilmHead(file, 1, 1, FilmOrigin.unknown(file), List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dicom/films/charset-japanese.dcm", "films/originals/pneumonia-7.jpg"})
  void aSecondRunWritesTheSameBytes(String film) throws IOException {
    List<byte[]> first = bytes(write(film, "x", 0, true));
    List<byte[]> second = bytes(write(film, "x", 0, true));
    assertThat(second).hasSameSizeAs(first);
    for (int i = 0; i < first.size(); i++) {
      assertThat(Arrays.equals(second.get(i), first.get(i))).isTrue();
    }
  }

  private List<Path> write(String shared, String path, int frame, boolean withHeatMap)
      throws IOException {
    Path file = Shared.path(shared);
    Film film = Intake.withBuiltInToolkit().open(file).get(frame);
    Classification said = answer(film);
    Optional<Shown> shown =
        withHeatMap
            ? Optional.of(
                Shown.of(
                    HeatMapSheets.of(
                        film, said, "pneumonia", CamMethod.GRADCAM, HeatMapSheets.OPACITY),
                    CamMethod.GRADCAM))
            : Optional.empty();
    FilmHead head = FilmHead.of(FilmIdentity.of(file, path), film, ZoneOffset.UTC);
    return export().write(head, film, said, shown);
  }

  private static Classification answer(Film film) {
    TensorGeometry place = TensorGeometry.of(film.width(), film.height(), TensorOptions.DEFAULT);
    HeatMap map =
        new HeatMap("pneumonia", CamMethod.GRADCAM, 2, 2, new float[] {0, 1, 2, 3}, place);
    return new Classification(
        List.of("covid-19", "pneumonia", "normal"),
        List.of(0.3, 0.6, 0.1),
        List.of(0.0, 0.0, 0.0),
        List.of(map),
        List.of(new FilmWarning(FilmWarning.Code.LUNGS_CUT_OFF, "The lungs are cut off.")),
        Map.of(),
        CARD.name(),
        CARD.id(),
        1);
  }

  private static List<byte[]> bytes(List<Path> files) throws IOException {
    List<byte[]> bytes = new ArrayList<>();
    for (Path file : files) {
      bytes.add(Files.readAllBytes(file));
    }
    return bytes;
  }

  /** All texts in a report. */
  private static List<String> texts(DataSet set) {
    List<String> texts = new ArrayList<>();
    set.attributes()
        .forEach(
            attribute -> {
              texts.addAll(attribute.texts());
              attribute.items().forEach(item -> texts.addAll(texts(item)));
            });
    return texts;
  }
}
