package negatoscope.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DataSets;
import negatoscope.dicom.PhotometricInterpretation;
import negatoscope.dicom.PixelFormat;
import negatoscope.dicom.Tag;
import negatoscope.film.ModalityRescale;
import negatoscope.film.PaddingRange;
import negatoscope.film.Polarity;
import negatoscope.film.ViewPosition;
import negatoscope.film.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attributes become what the film says about itself. */
class FilmHeaderTest {
  @ParameterizedTest
  @CsvSource({
    "PA, PA",
    "ap, AP",
    "AP SUPINE, AP",
    "AP_ERECT, AP",
    "LL, LATERAL",
    "RL, LATERAL",
    "LEFT LATERAL, LATERAL",
    "LLD, OTHER",
    "LATERAL DECUBITUS, OTHER",
    "RAO, OTHER",
    "left anterior oblique, OTHER"
  })
  void viewPositionsAreUnderstood(String said, ViewPosition view) {
    assertThat(header(DataSet.builder().text(Tag.VIEW_POSITION, said)).view()).isEqualTo(view);
  }

  @Test
  void theDirectionOfTheRowsTellsALateralView() {
    assertThat(header(DataSet.builder().text(Tag.PATIENT_ORIENTATION, "A", "F")).view())
        .isEqualTo(ViewPosition.LATERAL);
    assertThat(header(DataSet.builder().text(Tag.PATIENT_ORIENTATION, "L", "F")).view())
        .isEqualTo(ViewPosition.UNKNOWN);
    assertThat(header(DataSet.builder()).view()).isEqualTo(ViewPosition.UNKNOWN);
  }

  @Test
  void presentationShapeDecidesOverThePhotometricInterpretation() {
    FilmHeader inverse = header(DataSet.builder().text(Tag.PRESENTATION_LUT_SHAPE, "INVERSE"));
    FilmHeader identity = header(DataSet.builder().text(Tag.PRESENTATION_LUT_SHAPE, "IDENTITY"));
    assertThat(inverse.polarity(PhotometricInterpretation.of("MONOCHROME2")))
        .isEqualTo(Polarity.MONOCHROME1);
    assertThat(identity.polarity(PhotometricInterpretation.of("MONOCHROME1")))
        .isEqualTo(Polarity.MONOCHROME2);
    assertThat(header(DataSet.builder()).polarity(PhotometricInterpretation.of("MONOCHROME1")))
        .isEqualTo(Polarity.MONOCHROME1);
  }

  @Test
  void halfAWindowIsNone() {
    DataSet.Builder set =
        DataSet.builder()
            .text(Tag.WINDOW_CENTER, "10", "x", "30")
            .text(Tag.WINDOW_WIDTH, "5", "6")
            .text(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "LUNG");
    assertThat(header(set).windows())
        .isEqualTo(List.of(new Window(10, 5, "LUNG", Window.Function.LINEAR)));
  }

  @Test
  void aSlopeOfZeroCountsAsAbsent() {
    DataSet.Builder set =
        DataSet.builder().decimals(Tag.RESCALE_SLOPE, 0).decimals(Tag.RESCALE_INTERCEPT, -7);
    assertThat(header(set).rescale()).isEqualTo(new ModalityRescale(1, -7));
  }

  @Test
  void paddingHasTheSignOfThePixels() {
    DataSet set =
        DataSets.film(1, 1)
            .integers(Tag.PIXEL_REPRESENTATION, 1)
            .integers(Tag.PIXEL_PADDING_VALUE, 0xF800)
            .integers(Tag.PIXEL_PADDING_RANGE_LIMIT, 0xF80A)
            .build();
    PixelFormat format =
        PixelFormat.of(java.nio.file.Path.of("film"), set, new java.util.ArrayList<>());
    assertThat(new FilmHeader(set).padding(format)).contains(new PaddingRange(-2048, -2038));
  }

  private static FilmHeader header(DataSet.Builder set) {
    return new FilmHeader(set.build());
  }
}
