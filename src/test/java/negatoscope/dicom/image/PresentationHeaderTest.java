package negatoscope.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.CharacterSet;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DataSets;
import negatoscope.dicom.PixelFormat;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;
import negatoscope.film.FilmWarning;
import negatoscope.film.LookupTable;
import negatoscope.film.ModalityRescale;
import negatoscope.film.ModalityTable;
import negatoscope.film.PaddingRange;
import negatoscope.film.Polarity;
import negatoscope.film.Presentation;
import negatoscope.film.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the header asks for is understood; what makes no sense is said and does not hurt. */
class PresentationHeaderTest {
  private final Repairs repairs = new Repairs();

  private Presentation read(DataSet.Builder set) {
    DataSet built = set.build();
    return new PresentationHeader(built, format(built), repairs).read();
  }

  private static PixelFormat format(DataSet set) {
    return PixelFormat.of(Path.of("film"), set, new ArrayList<>());
  }

  private static DataSet.Builder film() {
    return DataSets.film(1, 1);
  }

  private List<FilmWarning.Code> codes() {
    return repairs.warnings().stream().map(FilmWarning::code).toList();
  }

  private static byte[] words(int... values) {
    byte[] bytes = new byte[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[2 * i] = (byte) values[i];
      bytes[2 * i + 1] = (byte) (values[i] >> 8);
    }
    return bytes;
  }

  private static DataSet table(Vr vr, int[] descriptor, byte[] data) {
    return DataSet.builder()
        .put(Attribute.of(Tag.LUT_DESCRIPTOR, vr, words(descriptor), CharacterSet.DEFAULT))
        .text(Tag.LUT_EXPLANATION, "SOFT")
        .bytes(Tag.LUT_DATA, Vr.OW, data)
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "MONOCHROME2, INVERSE, MONOCHROME1, 1",
    "MONOCHROME1, IDENTITY, MONOCHROME2, 1",
    "MONOCHROME1, INVERSE, MONOCHROME1, 0",
    "MONOCHROME2, IDENTITY, MONOCHROME2, 0",
    "MONOCHROME1, '', MONOCHROME1, 0",
    "MONOCHROME1, LIN OD, MONOCHROME1, 0",
    "'', '', MONOCHROME2, 1",
    "'', INVERSE, MONOCHROME1, 0"
  })
  void theShapeDecidesAndAContradictionIsSaid(
      String photometric, String shape, Polarity polarity, int warnings) {
    DataSet.Builder set =
        film()
            .text(Tag.PHOTOMETRIC_INTERPRETATION, photometric)
            .text(Tag.PRESENTATION_LUT_SHAPE, shape);
    assertThat(read(set).polarity()).isEqualTo(polarity);
    assertThat(codes()).hasSize(warnings).allMatch(FilmWarning.Code.POLARITY_GUESSED::equals);
  }

  @Test
  void halfAWindowIsNone() {
    DataSet.Builder set =
        film()
            .text(Tag.WINDOW_CENTER, "10", "x", "30")
            .text(Tag.WINDOW_WIDTH, "5", "6")
            .text(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "LUNG");
    assertThat(read(set).windows())
        .containsExactly(new Window(10, 5, "LUNG", Window.Function.LINEAR));
    assertThat(codes()).hasSize(2);
  }

  @Test
  void anInvalidWindowIsKeptAndSaid() {
    assertThat(read(film().text(Tag.WINDOW_CENTER, "10").text(Tag.WINDOW_WIDTH, "0")).windows())
        .containsExactly(Window.linear(10, 0));
    assertThat(repairs.warnings()).singleElement().asString().contains("Window 1", "width 0");
  }

  @Test
  void theFunctionIsKnownByItsName() {
    DataSet.Builder set = film().decimals(Tag.WINDOW_CENTER, 1).decimals(Tag.WINDOW_WIDTH, 0.5);
    assertThat(read(set.text(Tag.VOI_LUT_FUNCTION, "sigmoid")).windows().get(0).function())
        .isEqualTo(Window.Function.SIGMOID);
    assertThat(codes()).isEmpty();
    assertThat(read(set.text(Tag.VOI_LUT_FUNCTION, "CUBIC")).windows().get(0).function())
        .isEqualTo(Window.Function.LINEAR);
    assertThat(codes()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"0, -7", "x, 0", "1, y", "1e300, 0", "1, 1e13"})
  void aRescaleOfNoUseIsLeftOut(String slope, String intercept) {
    DataSet.Builder set =
        film().text(Tag.RESCALE_SLOPE, slope).text(Tag.RESCALE_INTERCEPT, intercept);
    assertThat(read(set).modality()).isEqualTo(ModalityRescale.IDENTITY);
    assertThat(codes()).containsExactly(FilmWarning.Code.HEADER_REPAIRED);
  }

  @Test
  void paddingHasTheSignOfThePixels() {
    DataSet.Builder set =
        film()
            .integers(Tag.PIXEL_REPRESENTATION, 1)
            .integers(Tag.PIXEL_PADDING_VALUE, 0xF800)
            .integers(Tag.PIXEL_PADDING_RANGE_LIMIT, 0xF80A);
    assertThat(read(set).padding()).contains(new PaddingRange(-2048, -2038));
  }

  @Test
  void theModalityTableGoesBeforeTheRescale() {
    DataSet.Builder set =
        film()
            .decimals(Tag.RESCALE_SLOPE, 5)
            .items(
                Tag.MODALITY_LUT_SEQUENCE,
                table(Vr.US, new int[] {3, 100, 16}, words(7, 60000, 5)));
    ModalityTable modality = (ModalityTable) read(set).modality();
    assertThat(IntStream.of(0, 100, 101, 102, 4095).mapToDouble(modality::apply).toArray())
        .containsExactly(7, 7, 60000, 5, 5);
    assertThat(modality.table().explanation()).isEqualTo("SOFT");
    assertThat(codes()).isEmpty();
  }

  @Test
  void aBrokenModalityTableGivesWayToTheRescale() {
    DataSet.Builder set =
        film()
            .decimals(Tag.RESCALE_SLOPE, 5)
            .items(Tag.MODALITY_LUT_SEQUENCE, table(Vr.US, new int[] {3, 0, 16}, new byte[0]));
    assertThat(read(set).modality()).isEqualTo(new ModalityRescale(5, 0));
    assertThat(codes()).containsExactly(FilmWarning.Code.HEADER_REPAIRED);
  }

  private LookupTable voi(DataSet.Builder set, Vr vr, int[] descriptor, byte[] data) {
    return read(set.items(Tag.VOI_LUT_SEQUENCE, table(vr, descriptor, data))).tables().get(0);
  }

  @Test
  void noughtEntriesAre65536() {
    assertThat(voi(film(), Vr.US, new int[] {0, 0, 16}, new byte[1 << 17]).size())
        .isEqualTo(1 << 16);
    assertThat(codes()).isEmpty();
  }

  @Test
  void entriesOf8BitsArePackedOrStandOneToAWord() {
    LookupTable packed = voi(film(), Vr.US, new int[] {3, 0, 8}, new byte[] {1, 2, (byte) 255, 0});
    LookupTable wide = voi(film(), Vr.US, new int[] {3, 0, 8}, words(1, 2, 255));
    for (LookupTable table : List.of(packed, wide)) {
      assertThat(IntStream.range(0, 3).map(table::entry).toArray()).containsExactly(1, 2, 255);
      assertThat(table.bits()).isEqualTo(8);
    }
    assertThat(codes()).isEmpty();
  }

  @Test
  void theFirstValueHasTheSignThatMeetsTheValues() {
    int[] descriptor = {16, 0xFC00, 12};
    byte[] data = new byte[32];
    assertThat(voi(film(), Vr.SS, descriptor, data).firstMapped()).isEqualTo(-1024);
    assertThat(voi(film(), Vr.US, descriptor, data).firstMapped()).isEqualTo(0xFC00);
    DataSet.Builder shifted = film().decimals(Tag.RESCALE_INTERCEPT, -1024);
    assertThat(voi(shifted, Vr.US, descriptor, data).firstMapped()).isEqualTo(-1024);
    assertThat(codes()).isEmpty();
  }

  @Test
  void aTableIsBelievedAsFarAsItsDataReach() {
    assertThat(voi(film(), Vr.US, new int[] {0, 0, 12}, words(1, 2, 3)).size()).isEqualTo(3);
    assertThat(codes()).containsExactly(FilmWarning.Code.HEADER_REPAIRED);
  }

  @ParameterizedTest
  @CsvSource({"0", "8", "17", "65535"})
  void bitsThatDoNotFitTheEntriesAreCorrected(int bits) {
    assertThat(voi(film(), Vr.US, new int[] {3, 0, bits}, words(1, 1000, 4095)).bits())
        .isEqualTo(12);
    assertThat(codes()).containsExactly(FilmWarning.Code.HEADER_REPAIRED);
  }

  @Test
  void aTableWithoutADescriptorIsLeftOut() {
    DataSet.Builder set = film().items(Tag.VOI_LUT_SEQUENCE, DataSet.builder().build());
    assertThat(read(set).tables()).isEmpty();
    assertThat(read(set).shutter()).isEqualTo(Optional.empty());
    assertThat(codes()).hasSize(2);
  }
}
