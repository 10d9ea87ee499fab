package negatoscope.dicom.builtin;

import static negatoscope.dicom.builtin.RawFile.EXPLICIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import negatoscope.codec.Decoded;
import negatoscope.codec.FrameShape;
import negatoscope.codec.rle.RleEncoder;
import negatoscope.dicom.DicomFrames;
import negatoscope.dicom.Tag;
import negatoscope.film.FilmException;
import negatoscope.film.FilmWarning;
import negatoscope.task.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The frames of compressed pixels are found in their pieces. */
class EncapsulatedFramesTest {
  private static final String JPEG_LOSSLESS = "1.2.840.10008.1.2.4.70";
  private final BuiltInToolkit toolkit = new BuiltInToolkit();
  @TempDir private Path folder;

  @Test
  void oneFrameMayLieInManyItemsAndBetweenEmptyOnes() {
    byte[] stream = rle(7);
    List<byte[]> items = new ArrayList<>();
    items.add(new byte[0]);
    for (int at = 0; at < stream.length; at += 10) {
      items.add(Arrays.copyOfRange(stream, at, Math.min(stream.length, at + 10)));
      items.add(new byte[0]);
    }
    try (DicomFrames frames = toolkit.open(file(1, items))) {
      assertThat(frames.frame(0).pixels().bytes()[3]).isEqualTo((byte) (7 * 3));
      assertThat(frames.warnings()).isEmpty();
    }
  }

  @Test
  void tablesSayWhereFramesBegin() {
    byte[] first = rle(5);
    byte[] second = rle(9);
    List<byte[]> halves = new ArrayList<>();
    for (byte[] stream : List.of(first, second)) {
      halves.add(Arrays.copyOf(stream, 20));
      halves.add(Arrays.copyOfRange(stream, 20, stream.length));
    }
    int offset = first.length + 16;
    try (DicomFrames frames = toolkit.open(file(2, with(table(0, offset), halves)))) {
      assertThat(frames.frame(1).pixels().bytes()[2]).isEqualTo((byte) 18);
      assertThat(frames.frame(0).pixels().bytes()[2]).isEqualTo((byte) 10);
    }
    RawFile extended = film(2).element(Tag.EXTENDED_OFFSET_TABLE, "OV", longs(0, offset));
    try (DicomFrames frames = toolkit.open(file(extended, with(new byte[0], halves), true))) {
      assertThat(frames.frame(1).pixels().bytes()[2]).isEqualTo((byte) 18);
    }
  }

  @Test
  void tablesThatOverlapRunBackwardsOrPointBesideAPieceAreCorrupt() {
    List<byte[]> streams = List.of(rle(5), rle(9));
    int second = rle(5).length + 8;
    for (int[] offsets : new int[][] {{0, 0}, {second, 0}, {0, second + 2}, {8, second}, {0, -1}}) {
      assertCode(file(2, with(table(offsets), streams)), ErrorCode.CORRUPT_PIXELS);
    }
  }

  @Test
  void aTableOfAnotherLengthIsNotUsedAndThatIsSaid() {
    try (DicomFrames frames = toolkit.open(file(2, with(table(0), List.of(rle(5), rle(9)))))) {
      assertThat(frames.frame(1).pixels().bytes()[2]).isEqualTo((byte) 18);
      assertThat(frames.warnings())
          .extracting(FilmWarning::code)
          .containsExactly(FilmWarning.Code.PIXELS_REPAIRED);
    }
  }

  @Test
  void framesThatCannotBeFoundAreCorrupt() {
    List<byte[]> three = List.of(new byte[0], rle(1), rle(2), rle(3));
    assertCode(file(2, three), ErrorCode.CORRUPT_PIXELS);
    assertCode(file(2_000_000_000, three), ErrorCode.CORRUPT_PIXELS);
    byte[] start = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC3};
    byte[] rest = {1, 2, 3, 4};
    RawFile late = items(film(2), List.of(new byte[0], rest, start, rest, start)).end();
    assertCode(late.write(folder, JPEG_LOSSLESS), ErrorCode.CORRUPT_PIXELS);
    RawFile many = items(film(2), List.of(new byte[0], start, start, start)).end();
    assertCode(many.write(folder, JPEG_LOSSLESS), ErrorCode.CORRUPT_PIXELS);
  }

  @Test
  void aFileCutInItsLastFrameIsTruncatedAndOneWithoutEndMarkIsNot() {
    List<byte[]> two = List.of(new byte[0], rle(1), rle(2));
    Path whole = file(film(2), two, false);
    try (DicomFrames frames = toolkit.open(whole)) {
      assertThat(frames.frame(1).pixels().bytes()[3]).isEqualTo((byte) 6);
      assertThat(frames.warnings())
          .extracting(FilmWarning::code)
          .containsExactly(FilmWarning.Code.PIXELS_REPAIRED);
    }
    byte[] bytes = items(film(2), two).file(RawFile.RLE);
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 5);
    Path file = RawFile.elements(EXPLICIT).raw(cut).writeTo(folder.resolve("cut.dcm"));
    assertCode(file, ErrorCode.TRUNCATED);
  }

  @Test
  void theFailureNamesTheFileTheFrameAndTheStream() {
    byte[] bad = rle(2);
    bad[0] = 99;
    try (DicomFrames frames = toolkit.open(file(2, List.of(new byte[0], rle(1), bad)))) {
      assertThat(frames.frame(0).pixels().bytes()[3]).isEqualTo((byte) 3);
      assertThatThrownBy(() -> frames.frame(1))
          .isInstanceOf(FilmException.class)
          .hasMessageStartingWith("raw.dcm cannot be shown: in frame 2 the RLE");
    }
  }

  private void assertCode(Path file, ErrorCode code) {
    assertThatThrownBy(() -> toolkit.open(file).close())
        .isInstanceOfSatisfying(FilmException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private Path file(int frames, List<byte[]> items) {
    return file(film(frames), items, true);
  }

  private Path file(RawFile film, List<byte[]> items, boolean closed) {
    RawFile all = items(film, items);
    return (closed ? all.end() : all).write(folder, RawFile.RLE);
  }

  private static RawFile items(RawFile film, List<byte[]> items) {
    RawFile all = film.start(Tag.PIXEL_DATA, "OB", RawFile.OPEN);
    items.forEach(all::item);
    return all;
  }

  private static RawFile film(int frames) {
    return RawFile.elements(EXPLICIT).film(4, 4, frames, 8);
  }

  /** A frame whose samples are multiples of a number. */
  private static byte[] rle(int times) {
    byte[] samples = new byte[16];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (times * i);
    }
    return RleEncoder.encode(Decoded.of8(new FrameShape(4, 4, 1), 8, false, samples));
  }

  private static List<byte[]> with(byte[] table, List<byte[]> pieces) {
    List<byte[]> items = new ArrayList<>(pieces);
    items.add(0, table);
    return items;
  }

  private static byte[] table(int... offsets) {
    ByteBuffer table = ByteBuffer.allocate(4 * offsets.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(offsets).forEach(table::putInt);
    return table.array();
  }

  private static byte[] longs(long... values) {
    ByteBuffer table = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(table::putLong);
    return table.array();
  }
}
