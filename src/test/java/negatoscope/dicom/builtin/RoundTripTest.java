package negatoscope.dicom.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.CharacterSet;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DataSets;
import negatoscope.dicom.DicomFrames;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Tag;
import negatoscope.dicom.TransferSyntax;
import negatoscope.dicom.Vr;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is read is written, and read again the same. */
class RoundTripTest {
  private final DicomToolkit toolkit = new BuiltInToolkit();
  @TempDir private Path folder;

  @TestFactory
  @NeedsShared
  Stream<DynamicTest> everySharedFilmComesBack() throws IOException {
    List<Path> films;
    try (Stream<Path> all = Files.walk(Shared.path("dicom/films"))) {
      films = all.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(films).hasSizeGreaterThan(96);
    return films.stream()
        .map(film -> DynamicTest.dynamicTest(film.getFileName().toString(), () -> comesBack(film)));
  }

  private void comesBack(Path film) {
    Path written = folder.resolve("written.dcm");
    DataSet all = toolkit.readWhole(film);
    toolkit.write(written, all);
    assertThat(described(toolkit.readWhole(written))).isEqualTo(described(all));
    if (!TransferSyntax.of(all.text(Tag.TRANSFER_SYNTAX_UID)).encapsulated()) {
      assertThat(toolkit.read(written).text(Tag.TRANSFER_SYNTAX_UID))
          .isEqualTo(TransferSyntax.EXPLICIT.uid());
    }
    if (all.has(Tag.PIXEL_DATA) && !film.endsWith("a-htj2k.dcm")) {
      samePixels(film, written);
    }
  }

  private void samePixels(Path film, Path written) {
    try (DicomFrames before = toolkit.open(film);
        DicomFrames after = toolkit.open(written)) {
      assertThat(after.count()).isEqualTo(before.count());
      for (int i = 0; i < before.count(); i++) {
        assertThat(after.frame(i).pixels().bytes()).isEqualTo(before.frame(i).pixels().bytes());
        assertThat(after.frame(i).pixels().shorts()).isEqualTo(before.frame(i).pixels().shorts());
      }
    }
  }

  @Test
  void aLargeValueAndWhatFollowsThePixelsComeBack() {
    byte[] large = new byte[(1 << 24) + 3];
    Arrays.fill(large, (byte) 7);
    DataSet set =
        DataSets.film(4, 4)
            .put(Attribute.of(0x00291010, Vr.OB, large, CharacterSet.DEFAULT))
            .items(0xFFFAFFFA, DataSet.builder().text(Tag.CODE_MEANING, "signed").build())
            .build();
    Path file = folder.resolve("large.dcm");
    toolkit.write(file, set);
    assertThat(toolkit.read(file).find(0x00291010).orElseThrow().isOmitted()).isTrue();
    assertThat(toolkit.read(file).has(0xFFFAFFFA)).isFalse();
    DataSet read = toolkit.readWhole(file);
    assertThat(Arrays.copyOf(read.find(0x00291010).orElseThrow().raw(), large.length))
        .isEqualTo(large);
    assertThat(described(read)).isEqualTo(described(set));
    try (DicomFrames frames = toolkit.open(file)) {
      assertThat(frames.dataSet().items(0xFFFAFFFA)).hasSize(1);
      assertThat(frames.warnings()).isEmpty();
    }
  }

  /** Everything but the meta header and group lengths; values with what pads them. */
  private static List<String> described(DataSet set) {
    return set.attributes().stream()
        .filter(one -> Tag.group(one.tag()) != 2 && (one.tag() & 0xFFFF) != 0)
        .map(
            one ->
                Tag.toString(one.tag())
                    + one.vr()
                    + (one.vr().isText() ? one.texts() : even(one.raw()))
                    + one.items().stream().map(RoundTripTest::described).toList()
                    + one.fragments().stream().map(RoundTripTest::even).toList())
        .toList();
  }

  private static String even(byte[] value) {
    return HexFormat.of().formatHex(Arrays.copyOf(value, value.length + (value.length & 1)));
  }
}
