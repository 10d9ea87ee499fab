package negatoscope.dicom.builtin;

import static negatoscope.dicom.builtin.RawFile.BIG;
import static negatoscope.dicom.builtin.RawFile.DEFLATED;
import static negatoscope.dicom.builtin.RawFile.EXPLICIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Random;
import negatoscope.dicom.DicomFrames;
import negatoscope.dicom.Frame;
import negatoscope.dicom.PhotometricInterpretation;
import negatoscope.dicom.Tag;
import negatoscope.film.FilmException;
import negatoscope.film.FilmWarning;
import negatoscope.task.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uncompressed frames in every layout. */
class NativeFramesTest {
  private final BuiltInToolkit toolkit = new BuiltInToolkit();
  @TempDir private Path folder;

  @Test
  void bytesInBigEndianWordsAreFoundWhereverAFrameBegins() {
    byte[] turned = new byte[28];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = (byte) (i ^ 1);
    }
    Path file =
        RawFile.elements(BIG)
            .film(3, 3, 3, 8)
            .element(Tag.PIXEL_DATA, "OW", turned)
            .write(folder, BIG);
    try (DicomFrames frames = toolkit.open(file)) {
      assertThat(frames.frame(2).pixels().bytes())
          .containsExactly(18, 19, 20, 21, 22, 23, 24, 25, 26);
      assertThat(frames.frame(1).pixels().bytes())
          .containsExactly(9, 10, 11, 12, 13, 14, 15, 16, 17);
      assertThat(frames.frame(0).pixels().bytes()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
      assertThat(frames.warnings()).isEmpty();
    }
  }

  @Test
  void framesOfADeflatedFileAreReadInAnyOrder() {
    byte[] noise = new byte[2 * 600 * 500 * 3];
    new Random(5).nextBytes(noise);
    // What cannot be kept is inflated again: noise is kept, what shrinks to nothing is not.
    for (byte[] pixels : new byte[][] {noise, ramp(2 * 1200 * 1000 * 3)}) {
      int width = pixels.length == noise.length ? 600 : 1200;
      Path file =
          RawFile.elements(DEFLATED)
              .film(width, width * 5 / 6, 3, 16)
              .element(Tag.PIXEL_DATA, "OW", pixels)
              .text(0x7FE10010, "LO", "AFTER ")
              .write(folder, DEFLATED);
      try (DicomFrames frames = toolkit.open(file)) {
        assertThat(frames.dataSet().text(0x7FE10010)).isEqualTo("AFTER");
        for (int frame : new int[] {2, 0, 1, 1}) {
          short[] words = frames.frame(frame).pixels().shorts();
          for (int i : new int[] {0, 1, 777, words.length - 1}) {
            int at = 2 * (frame * words.length + i);
            assertThat(words[i]).isEqualTo((short) ((pixels[at] & 0xFF) | pixels[at + 1] << 8));
          }
        }
      }
    }
  }

  @Test
  void coloursOfTwoPixelsAreRepeated() {
    Path file =
        colour("YBR_FULL_422", 2)
            .element(Tag.PIXEL_DATA, "OB", new byte[] {10, 20, 100, 101, 30, 40, 102, 103})
            .write(folder, EXPLICIT);
    try (DicomFrames frames = toolkit.open(file)) {
      Frame frame = frames.frame(0);
      assertThat(frame.photometric()).isEqualTo(PhotometricInterpretation.YBR_FULL);
      assertThat(frame.pixels().bytes())
          .containsExactly(10, 100, 101, 20, 100, 101, 30, 102, 103, 40, 102, 103);
    }
  }

  @Test
  void planesAreBroughtTogetherAlsoInBigEndianWords() {
    byte[] planes = {1, 2, 3, 4, 11, 12, 13, 14, 21, 22, 23, 24};
    byte[] turned = planes.clone();
    BigEndian.swap(turned, 0, turned.length, 2);
    for (String syntax : new String[] {EXPLICIT, BIG}) {
      Path file =
          colour(syntax, "RGB", 2)
              .numbers(Tag.PLANAR_CONFIGURATION, 1)
              .element(Tag.PIXEL_DATA, "OW", syntax.equals(BIG) ? turned : planes)
              .write(folder, syntax);
      try (DicomFrames frames = toolkit.open(file)) {
        assertThat(frames.frame(0).pixels().bytes())
            .containsExactly(1, 11, 21, 2, 12, 22, 3, 13, 23, 4, 14, 24);
      }
    }
  }

  @Test
  void aRowOfOddLengthCannotShareItsColours() {
    Path file =
        colour("YBR_FULL_422", 3)
            .element(Tag.PIXEL_DATA, "OB", new byte[12])
            .write(folder, EXPLICIT);
    assertCode(file, ErrorCode.BAD_HEADER);
  }

  @Test
  void aFileThatEndsBehindItsPictureOpensAndSaysSo() {
    RawFile film = RawFile.elements(EXPLICIT).film(2, 2, 1, 8);
    Path file = film.start(Tag.PIXEL_DATA, "OB", 100).raw(new byte[4]).write(folder, EXPLICIT);
    try (DicomFrames frames = toolkit.open(file)) {
      assertThat(frames.warnings())
          .extracting(FilmWarning::code)
          .containsExactly(FilmWarning.Code.PIXELS_REPAIRED);
    }
    RawFile cut = RawFile.elements(EXPLICIT).film(2, 2, 1, 8);
    assertCode(
        cut.start(Tag.PIXEL_DATA, "OB", 100).raw(new byte[3]).write(folder, EXPLICIT),
        ErrorCode.TRUNCATED);
  }

  @Test
  void moreSamplesThanAnyFilmHasAreRefusedBeforeTheyAreLookedFor() {
    Path file =
        RawFile.elements(EXPLICIT)
            .film(16385, 16384, 1, 8)
            .start(Tag.PIXEL_DATA, "OB", 0xFFFFFFF0L)
            .write(folder, EXPLICIT);
    assertCode(file, ErrorCode.TOO_LARGE);
    Path colour =
        colour("RGB", 16384)
            .numbers(Tag.ROWS, 16000)
            .start(Tag.PIXEL_DATA, "OB", 0xFFFFFFF0L)
            .write(folder, EXPLICIT);
    assertCode(colour, ErrorCode.TOO_LARGE);
  }

  private void assertCode(Path file, ErrorCode code) {
    assertThatThrownBy(() -> toolkit.open(file).close())
        .isInstanceOfSatisfying(FilmException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static RawFile colour(String photometric, int width) {
    return colour(EXPLICIT, photometric, width);
  }

  private static RawFile colour(String syntax, String photometric, int width) {
    return RawFile.elements(syntax)
        .film(width, 2, 1, 8)
        .numbers(Tag.SAMPLES_PER_PIXEL, 3)
        .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", photometric);
  }

  private static byte[] ramp(int length) {
    byte[] ramp = new byte[length];
    for (int i = 0; i < length; i++) {
      ramp[i] = (byte) (i >> 13);
    }
    return ramp;
  }
}
