package negatoscope.dicom.builtin;

import static negatoscope.dicom.builtin.RawFile.BIG;
import static negatoscope.dicom.builtin.RawFile.EXPLICIT;
import static negatoscope.dicom.builtin.RawFile.IMPLICIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomFrames;
import negatoscope.dicom.Tag;
import negatoscope.dicom.TransferSyntax;
import negatoscope.dicom.Vr;
import negatoscope.film.FilmException;
import negatoscope.film.FilmWarning;
import negatoscope.task.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How data elements are read, sound ones and others. */
class ReaderTest {
  private static final byte[] FOUR = {1, 2, 3, 4};
  private final BuiltInToolkit toolkit = new BuiltInToolkit();
  @TempDir private Path folder;

  @Test
  void numbersOfBigEndianFilesAreTurnedRoundByTheirKind() {
    byte[] nested =
        RawFile.elements(BIG).numbers(Tag.ROWS, 0x1234).element(0x00291001, "UN", FOUR).bytes();
    DataSet set =
        toolkit.read(
            RawFile.elements(BIG)
                .numbers(Tag.ROWS, 513, 2)
                .element(0x00189810, "FD", new byte[] {0x40, 9, 0, 0, 0, 0, 0, 0})
                .element(0x00289001, "UL", new byte[] {0, 0, 1, 2})
                .element(0x00280009, "AT", new byte[] {0x12, 0x34, 0x56, 0x78})
                .element(0x00283006, "OW", FOUR)
                .element(0x00291001, "UN", FOUR)
                .start(Tag.VIEW_CODE_SEQUENCE, "SQ", RawFile.OPEN)
                .item(nested)
                .end()
                .write(folder, BIG));
    assertThat(set.numbers(Tag.ROWS)).containsExactly(513.0, 2.0);
    assertThat(set.numbers(0x00189810)).containsExactly(3.125);
    assertThat(set.numbers(0x00289001)).containsExactly(258.0);
    assertThat(set.text(0x00280009)).isEqualTo("(1234,5678)");
    assertThat(set.find(0x00283006).orElseThrow().bytes()).containsExactly(2, 1, 4, 3);
    assertThat(set.find(0x00291001).orElseThrow().bytes()).containsExactly(1, 2, 3, 4);
    DataSet item = set.items(Tag.VIEW_CODE_SEQUENCE).get(0);
    assertThat(item.numbers(Tag.ROWS)).containsExactly(0x1234 + 0.0);
    assertThat(item.find(0x00291001).orElseThrow().bytes()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aSequenceOfUnknownKindIsReadAsImplicitAndLittleEndian() {
    byte[] item = RawFile.elements(IMPLICIT).numbers(Tag.ROWS, 513).bytes();
    byte[] items = RawFile.elements(IMPLICIT).item(item).bytes();
    for (String syntax : List.of(EXPLICIT, BIG)) {
      DataSet set =
          toolkit.read(
              RawFile.elements(syntax)
                  .text(Tag.MODALITY, "CS", "CR")
                  .element(0x00081140, "UN", items)
                  .element(0x00081115, "UN", FOUR)
                  .start(0x00291010, "UN", RawFile.OPEN)
                  .raw(RawFile.elements(IMPLICIT).item(item).end().bytes())
                  .text(Tag.PATIENT_ID, "LO", "P1")
                  .write(folder, syntax));
      assertThat(set.items(0x00081140).get(0).numbers(Tag.ROWS)).containsExactly(513.0);
      assertThat(set.items(0x00291010).get(0).numbers(Tag.ROWS)).containsExactly(513.0);
      assertThat(set.find(0x00081115).orElseThrow().vr()).isEqualTo(Vr.UN);
      assertThat(set.text(Tag.PATIENT_ID)).isEqualTo("P1");
    }
  }

  @Test
  void whatFollowsThePixelsIsReadOrLeftOutWithAWarning() {
    RawFile film = RawFile.elements(EXPLICIT).film(2, 2, 1, 8).element(Tag.PIXEL_DATA, "OB", FOUR);
    Path file = film.text(0x7FE10010, "LO", "AFTER").write(folder, EXPLICIT);
    try (DicomFrames frames = toolkit.open(file)) {
      assertThat(frames.dataSet().text(0x7FE10010)).isEqualTo("AFTER");
      assertThat(frames.warnings()).isEmpty();
    }
    film.raw(new byte[20]).write(folder, EXPLICIT);
    try (DicomFrames frames = toolkit.open(file)) {
      assertThat(frames.dataSet().text(0x7FE10010)).isEqualTo("AFTER");
      assertThat(frames.warnings())
          .extracting(FilmWarning::code)
          .containsExactly(FilmWarning.Code.HEADER_REPAIRED);
    }
    assertThat(toolkit.readWhole(file).text(0x7FE10010)).isEqualTo("AFTER");
  }

  @Test
  void elementsInDisorderAreSortedAndTheLastOfTwoIsTaken() {
    Path file =
        RawFile.elements(EXPLICIT)
            .text(Tag.PATIENT_ID, "LO", "P1")
            .film(2, 2, 1, 8)
            .text(Tag.PATIENT_ID, "LO", "P2")
            .element(Tag.PIXEL_DATA, "OB", FOUR)
            .write(folder, EXPLICIT);
    try (DicomFrames frames = toolkit.open(file)) {
      assertThat(frames.dataSet().text(Tag.PATIENT_ID)).isEqualTo("P2");
      assertThat(frames.dataSet().attributes().stream().map(Attribute::tag).sorted())
          .isEqualTo(frames.dataSet().attributes().stream().map(Attribute::tag).toList());
      assertThat(frames.warnings()).singleElement().asString().contains("(0010,0020) twice");
    }
  }

  @Test
  void aFileThatNamesAnotherSyntaxThanItsOwnIsReadAndSaysSo() {
    for (String written : List.of(IMPLICIT, EXPLICIT, BIG)) {
      for (String named : List.of(IMPLICIT, EXPLICIT, BIG, RawFile.DEFLATED)) {
        byte[] elements =
            RawFile.elements(written).film(2, 2, 1, 8).element(Tag.PIXEL_DATA, "OB", FOUR).bytes();
        RawFile file =
            RawFile.elements(EXPLICIT)
                .raw(new byte[128])
                .raw("DICM".getBytes(StandardCharsets.US_ASCII))
                .text(Tag.TRANSFER_SYNTAX_UID, "UI", named)
                .raw(elements);
        if (named.equals(RawFile.DEFLATED) && !written.equals(EXPLICIT)) {
          continue;
        }
        try (DicomFrames frames = toolkit.open(write(file.bytes()))) {
          assertThat(frames.syntax().uid()).isEqualTo(written);
          assertThat(frames.frame(0).pixels().bytes()).containsExactly(1, 2, 3, 4);
          assertThat(frames.warnings().stream().map(FilmWarning::code))
              .isEqualTo(
                  named.equals(written) ? List.of() : List.of(FilmWarning.Code.SYNTAX_GUESSED));
        }
      }
    }
  }

  @Test
  void aFileWithoutMetaHeaderIsReadInEverySyntax() {
    for (String syntax : List.of(IMPLICIT, EXPLICIT, BIG)) {
      RawFile elements =
          RawFile.elements(syntax).film(2, 2, 1, 8).element(Tag.PIXEL_DATA, "OB", FOUR);
      try (DicomFrames frames = toolkit.open(write(elements.bytes()))) {
        assertThat(frames.syntax()).isEqualTo(TransferSyntax.of(syntax));
        assertThat(frames.warnings()).hasSize(1);
      }
    }
  }

  @Test
  void pixelsThatAreCompressedUnderAPlainSyntaxAreRefused() {
    Path file =
        RawFile.elements(EXPLICIT)
            .film(2, 2, 1, 8)
            .start(Tag.PIXEL_DATA, "OB", RawFile.OPEN)
            .item(new byte[0])
            .item(FOUR)
            .end()
            .write(folder, EXPLICIT);
    assertThatThrownBy(() -> toolkit.open(file))
        .isInstanceOfSatisfying(
            FilmException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_HEADER));
  }

  @Test
  void pixelsThatArePlainUnderACompressedSyntaxAreRead() {
    Path file =
        RawFile.elements(EXPLICIT)
            .film(2, 2, 1, 8)
            .element(Tag.PIXEL_DATA, "OW", FOUR)
            .write(folder, RawFile.RLE);
    try (DicomFrames frames = toolkit.open(file)) {
      assertThat(frames.frame(0).pixels().bytes()).containsExactly(1, 2, 3, 4);
      assertThat(frames.warnings())
          .extracting(FilmWarning::code)
          .containsExactly(FilmWarning.Code.SYNTAX_GUESSED);
    }
  }

  private Path write(byte[] bytes) {
    return RawFile.elements(EXPLICIT).raw(bytes).writeTo(folder.resolve("made.dcm"));
  }
}
