package negatoscope.dicom.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DataSets;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Uid;
import negatoscope.dicom.image.DicomFilms;
import negatoscope.film.Film;
import negatoscope.film.ViewPosition;
import negatoscope.film.Window;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read again. */
class WriterTest {
  private final DicomToolkit toolkit = new BuiltInToolkit();

  @Test
  void aFilmComesBackWithAllThatWasSaidAboutIt(@TempDir Path folder) {
    Path file = folder.resolve("film.dcm");
    DataSet code = DataSet.builder().text(Tag.CODE_MEANING, "postero-anterior").build();
    DataSet set =
        DataSets.film(5, 7)
            .text(Tag.PATIENT_NAME, "Łoś^Zażółć=王^小東")
            .text(Tag.PATIENT_ID, "P-1")
            .decimals(Tag.WINDOW_CENTER, 2048.5, 100)
            .decimals(Tag.WINDOW_WIDTH, 4000, 0.1)
            .text(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "all", "some")
            .text(Tag.VOI_LUT_FUNCTION, "LINEAR_EXACT")
            .items(Tag.VIEW_CODE_SEQUENCE, code)
            .build();
    toolkit.write(file, set);
    Film film = DicomFilms.read(toolkit, file).get(0);
    assertThat(film.width()).isEqualTo(5);
    assertThat(film.height()).isEqualTo(7);
    assertThat(IntStream.range(0, 35).map(film.samples()::at).toArray())
        .isEqualTo(IntStream.range(0, 35).map(i -> 16 * i).toArray());
    assertThat(film.provenance().patientName()).isEqualTo("Łoś^Zażółć");
    assertThat(film.provenance().encoding()).isEqualTo("Explicit VR Little Endian");
    assertThat(film.view()).isEqualTo(ViewPosition.PA);
    assertThat(film.warnings()).isEmpty();
    assertThat(film.windows())
        .containsExactly(
            new Window(2048.5, 4000, "all", Window.Function.LINEAR_EXACT),
            new Window(100, 0.1, "some", Window.Function.LINEAR_EXACT));
  }

  @Test
  void theSameDataSetGivesTheSameBytes() {
    assertThat(DicomWriter.bytes(DataSets.film(3, 3).build()))
        .isEqualTo(DicomWriter.bytes(DataSets.film(3, 3).build()));
    assertThat(Uid.named("a")).isEqualTo(Uid.named("a")).startsWith("2.25.").hasSizeLessThan(65);
  }

  @Test
  void aFileWithoutAnIdentityIsNotWritten(@TempDir Path folder) {
    Path file = folder.resolve("film.dcm");
    DataSet nameless = DataSet.builder().text(Tag.MODALITY, "DX").build();
    assertThatThrownBy(() -> toolkit.write(file, nameless))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(file).doesNotExist();
  }

  @Test
  void theToolkitIsFoundAsAService() {
    assertThat(DicomToolkit.all()).extracting(DicomToolkit::name).contains("built-in");
  }

  @Property(tries = 200)
  void anyDataSetComesBack(@ForAll("dataSets") DataSet set) throws IOException {
    Path file = Files.createTempFile("written", ".dcm");
    try {
      Files.write(file, DicomWriter.bytes(set));
      DataSet read = toolkit.read(file);
      assertThat(described(read)).isEqualTo(described(set));
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<DataSet> dataSets() {
    Arbitrary<DataSet> flat = Arbitraries.maps(tags(), texts()).ofMaxSize(6).map(WriterTest::set);
    Arbitrary<DataSet> nested =
        flat.list()
            .ofMaxSize(3)
            .map(
                items ->
                    DataSet.builder()
                        .items(Tag.VIEW_CODE_SEQUENCE, items.toArray(new DataSet[0]))
                        .build());
    return flat.flatMap(
        outer -> Arbitraries.oneOf(flat, nested).map(inner -> withInner(outer, inner)));
  }

  private static Arbitrary<Integer> tags() {
    return Arbitraries.of(
        Tag.PATIENT_NAME, Tag.PATIENT_ID, Tag.STUDY_DESCRIPTION, Tag.CODE_MEANING, 0x00204000);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("abcXYZ 0159äßłŻ王小東")
        .ofMinLength(1)
        .ofMaxLength(300)
        .map(text -> "<" + text + ">");
  }

  private static DataSet set(java.util.Map<Integer, String> texts) {
    DataSet.Builder set = DataSet.builder();
    texts.forEach(set::text);
    return set.build();
  }

  private static DataSet withInner(DataSet outer, DataSet inner) {
    DataSet.Builder set = DataSets.film(2, 1);
    outer.attributes().forEach(set::put);
    return set.items(0x00081140, inner, outer).build();
  }

  /** Everything but the meta header and the pixels, which a header leaves in the file. */
  private static List<String> described(DataSet set) {
    return set.attributes().stream()
        .filter(attribute -> Tag.group(attribute.tag()) > 2 && attribute.tag() != Tag.PIXEL_DATA)
        .map(
            attribute ->
                attribute.tag()
                    + attribute.vr().name()
                    + attribute.texts()
                    + attribute.items().stream()
                        .map(item -> described(item).toString())
                        .collect(Collectors.joining(";")))
        .toList();
  }
}
