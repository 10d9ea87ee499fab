package negatoscope.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import negatoscope.film.FilmException;
import negatoscope.film.FilmWarning;
import negatoscope.task.ErrorCode;
import org.junit.jupiter.api.Test;

/** Image Pixel attributes that fit each other, can be repaired, or are refused. */
class PixelFormatTest {
  private final List<FilmWarning> warnings = new ArrayList<>();

  @Test
  void soundAttributesAreTakenAsTheyAre() {
    PixelFormat format = of(DataSets.film(5, 7).integers(Tag.HIGH_BIT, 15));
    assertThat(format.width()).isEqualTo(5);
    assertThat(format.height()).isEqualTo(7);
    assertThat(format.frames()).isEqualTo(1);
    assertThat(format.shift()).isEqualTo(4);
    assertThat(format.frameBytes()).isEqualTo(70);
    assertThat(warnings).isEmpty();
  }

  @Test
  void aHighBitOutsideTheSampleIsRepaired() {
    for (int high : new int[] {3, 16, 200}) {
      warnings.clear();
      assertThat(of(DataSets.film(5, 7).integers(Tag.HIGH_BIT, high)).shift()).isZero();
      assertThat(warnings)
          .singleElement()
          .satisfies(
              warning -> {
                assertThat(warning.code()).isEqualTo(FilmWarning.Code.HEADER_REPAIRED);
                assertThat(warning.message()).contains("High Bit is " + high);
              });
    }
  }

  @Test
  void noFrameBecomesOne() {
    assertThat(of(DataSets.film(5, 7).integers(Tag.NUMBER_OF_FRAMES, 0)).frames()).isEqualTo(1);
    assertThat(warnings)
        .extracting(FilmWarning::code)
        .containsExactly(FilmWarning.Code.HEADER_REPAIRED);
  }

  @Test
  void aFrameOfSharedColoursTakesTwoBytesAPixel() {
    assertThat(of(colour("YBR_FULL_422")).frameBytes()).isEqualTo(2 * 4 * 2);
    assertThat(of(colour("YBR_FULL")).frameBytes()).isEqualTo(3 * 4 * 2);
  }

  @Test
  void attributesThatContradictEachOtherAreRefused() {
    refused(ErrorCode.BAD_HEADER, colour("MONOCHROME2"));
    refused(ErrorCode.BAD_HEADER, colour("RGB").integers(Tag.SAMPLES_PER_PIXEL, 1));
    refused(ErrorCode.BAD_HEADER, colour("RGB").integers(Tag.SAMPLES_PER_PIXEL, 4));
    refused(ErrorCode.BAD_HEADER, DataSets.film(5, 7).integers(Tag.PIXEL_REPRESENTATION, 2));
    refused(ErrorCode.BAD_HEADER, DataSets.film(5, 7).integers(Tag.BITS_STORED, 17));
    refused(ErrorCode.BAD_HEADER, DataSets.film(5, 7).text(Tag.NUMBER_OF_FRAMES, "many"));
    refused(ErrorCode.BAD_DIMENSIONS, DataSets.film(5, 7).integers(Tag.ROWS, 0));
    refused(
        ErrorCode.TOO_LARGE, colour("RGB").integers(Tag.ROWS, 65535).integers(Tag.COLUMNS, 1366));
  }

  @Test
  void pixelsThatAreNotReadAreRefusedByTheirKind() {
    refused(ErrorCode.UNSUPPORTED_PIXELS, colour("HSV"));
    refused(ErrorCode.UNSUPPORTED_PIXELS, colour(""));
    refused(ErrorCode.UNSUPPORTED_PIXELS, DataSets.film(5, 7).integers(Tag.BITS_ALLOCATED, 1));
    refused(ErrorCode.UNSUPPORTED_PIXELS, DataSets.film(5, 7).integers(Tag.BITS_ALLOCATED, 32));
    refused(
        ErrorCode.UNSUPPORTED_PIXELS,
        colour("RGB")
            .integers(Tag.BITS_ALLOCATED, 16)
            .integers(Tag.BITS_STORED, 16)
            .integers(Tag.HIGH_BIT, 15));
  }

  private static DataSet.Builder colour(String photometric) {
    return DataSets.film(4, 2)
        .text(Tag.PHOTOMETRIC_INTERPRETATION, photometric)
        .integers(Tag.SAMPLES_PER_PIXEL, 3)
        .integers(Tag.BITS_ALLOCATED, 8)
        .integers(Tag.BITS_STORED, 8)
        .integers(Tag.HIGH_BIT, 7);
  }

  private PixelFormat of(DataSet.Builder set) {
    return PixelFormat.of(Path.of("film.dcm"), set.build(), warnings);
  }

  private void refused(ErrorCode code, DataSet.Builder set) {
    assertThatThrownBy(() -> of(set))
        .isInstanceOfSatisfying(FilmException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
