package negatoscope.dicom.builtin;

import static negatoscope.dicom.builtin.RawFile.DEFLATED;
import static negatoscope.dicom.builtin.RawFile.EXPLICIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import negatoscope.dicom.DicomFrames;
import negatoscope.dicom.Tag;
import negatoscope.film.FilmException;
import negatoscope.task.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory follows what a file really holds, not what it says. */
class MemoryTest {
  private static final long MIB = 1 << 20;
  private final BuiltInToolkit toolkit = new BuiltInToolkit();
  @TempDir private Path folder;

  @Test
  void aHeaderTakesNoRoomForItsPixels() {
    Path file =
        RawFile.elements(EXPLICIT)
            .film(3000, 2000, 1, 16)
            .element(Tag.PIXEL_DATA, "OW", new byte[12_000_000])
            .write(folder, EXPLICIT);
    assertThat(Allocation.of(() -> toolkit.read(file))).isLessThan(MIB / 8);
  }

  @Test
  void anUncompressedFrameTakesItsOwnRoomAlone() {
    Path file =
        RawFile.elements(EXPLICIT)
            .film(3000, 2000, 1, 16)
            .element(Tag.PIXEL_DATA, "OW", new byte[12_000_000])
            .write(folder, EXPLICIT);
    assertThat(Allocation.of(() -> firstFrame(file))).isLessThan(12_000_000 + MIB / 4);
  }

  @Test
  void oneFrameOfManyTakesTheRoomOfOne() {
    Path file =
        RawFile.elements(EXPLICIT)
            .film(1000, 1000, 20, 8)
            .element(Tag.PIXEL_DATA, "OB", new byte[20_000_000])
            .write(folder, EXPLICIT);
    assertThat(Allocation.of(() -> firstFrame(file))).isLessThan(MIB + MIB / 4);
  }

  @Test
  void whatADeflatedFileSwellsToIsPassedOver() throws IOException {
    Path file =
        RawFile.elements(DEFLATED)
            .film(4, 4, 1, 8)
            .element(0x00291010, "OB", new byte[64 << 20])
            .element(Tag.PIXEL_DATA, "OB", new byte[16])
            .write(folder, DEFLATED);
    assertThat(Files.size(file)).isLessThan(MIB / 8);
    assertThat(Allocation.of(() -> firstFrame(file))).isLessThan(MIB / 2);
  }

  @Test
  void aDeflatedPictureTakesItsOwnRoomAndTheFiles() throws IOException {
    Path file =
        RawFile.elements(DEFLATED)
            .film(3000, 2000, 1, 16)
            .element(Tag.PIXEL_DATA, "OW", new byte[12_000_000])
            .write(folder, DEFLATED);
    assertThat(Allocation.of(() -> firstFrame(file)))
        .isLessThan(12_000_000 + 4 * Files.size(file) + 2 * MIB);
  }

  @Test
  void aDeflatedFileOfManyLargeValuesKeepsOnlySome() throws IOException {
    RawFile film = RawFile.elements(DEFLATED).film(4, 4, 1, 8);
    for (int i = 0; i < 60; i++) {
      film.element(0x00291010 + i, "OB", new byte[1 << 20]);
    }
    Path file = film.element(Tag.PIXEL_DATA, "OB", new byte[16]).write(folder, DEFLATED);
    assertThat(Allocation.of(() -> firstFrame(file))).isLessThan(4 * Files.size(file) + 9 * MIB);
  }

  @Test
  void millionsOfEmptyElementsAreRefusedBeforeTheyFillTheMemory() throws IOException {
    RawFile film = RawFile.elements(EXPLICIT).film(4, 4, 1, 8);
    for (int i = 0; i < 1_000_000; i++) {
      film.start(0x00290000 + i, "LO", 0);
    }
    Path file = film.element(Tag.PIXEL_DATA, "OB", new byte[16]).write(folder, EXPLICIT);
    long bytes =
        Allocation.of(
            () ->
                assertThatThrownBy(() -> toolkit.read(file))
                    .isInstanceOfSatisfying(
                        FilmException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE)));
    assertThat(bytes).isLessThan(10 * Files.size(file) + 10 * MIB);
  }

  @Test
  void aDirectoryOfManyFilmsIsRead() {
    byte[] record =
        RawFile.elements(EXPLICIT)
            .element(0x00041400, "UL", new byte[4])
            .numbers(0x00041410, 0xFFFF)
            .element(0x00041420, "UL", new byte[4])
            .text(0x00041430, "CS", "IMAGE ")
            .text(0x00041500, "CS", "IMAGES\\IM000001")
            .text(0x00041510, "UI", "1.2.840.10008.5.1.4.1.1.1.1")
            .text(0x00200013, "IS", "1")
            .bytes();
    RawFile items = RawFile.elements(EXPLICIT);
    for (int i = 0; i < 60_000; i++) {
      items.item(record);
    }
    Path file =
        RawFile.elements(EXPLICIT).element(0x00041220, "SQ", items.bytes()).write(folder, EXPLICIT);
    assertThat(toolkit.read(file).items(0x00041220)).hasSize(60_000);
  }

  @Test
  void hundredsOfThousandsOfTinyPiecesStayWithinTheFile() throws IOException {
    RawFile film =
        RawFile.elements(EXPLICIT)
            .film(4, 4, 1, 8)
            .start(Tag.PIXEL_DATA, "OB", RawFile.OPEN)
            .item(new byte[0]);
    for (int i = 0; i < 300_000; i++) {
      film.item(new byte[2]);
    }
    Path file = film.end().write(folder, RawFile.RLE);
    long bytes =
        Allocation.of(
            () -> assertThatThrownBy(() -> firstFrame(file)).isInstanceOf(FilmException.class));
    assertThat(bytes).isLessThan(4 * Files.size(file) + 10 * MIB);
  }

  @Test
  void aValueThatIsNotThereTakesNoRoom() {
    Path file =
        RawFile.elements(DEFLATED)
            .film(4, 4, 1, 8)
            .start(0x00291010, "OB", 15 << 20)
            .raw(new byte[100])
            .write(folder, DEFLATED);
    long bytes =
        Allocation.of(
            () ->
                assertThatThrownBy(() -> toolkit.read(file))
                    .isInstanceOfSatisfying(
                        FilmException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.TRUNCATED)));
    assertThat(bytes).isLessThan(MIB);
  }

  @Test
  void aNumberThatHasThousandsOfValuesIsReadForItsFirst() throws IOException {
    int[] many = new int[32_000];
    many[0] = 1;
    Path file =
        RawFile.elements(EXPLICIT)
            .film(4, 4, 1, 8)
            .numbers(Tag.PIXEL_REPRESENTATION, many)
            .write(folder, EXPLICIT);
    long bytes =
        Allocation.of(
            () -> assertThat(toolkit.read(file).text(Tag.PIXEL_REPRESENTATION)).isEqualTo("1"));
    assertThat(bytes).isLessThan(4 * Files.size(file));
  }

  private void firstFrame(Path file) {
    try (DicomFrames frames = toolkit.open(file)) {
      assertThat(frames.frame(0).pixels().shape().width()).isPositive();
    }
  }
}
