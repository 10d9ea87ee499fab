package negatoscope.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.film.FilmWarning;
import negatoscope.film.ViewPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @CsvSource({"YES, 1", "NO, 0", "'', 0"})
  void whatTheFileSaysOfWordsInThePictureIsAWarning(String said, int warnings) {
    assertThat(header(DataSet.builder().text(Tag.BURNED_IN_ANNOTATION, said)).burnedIn().stream())
        .hasSize(warnings)
        .allMatch(warning -> warning.code() == FilmWarning.Code.BURNED_IN_TEXT);
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
  void theShapeOfAPixelComesFromItsSpacingFirst() {
    DataSet.Builder set = DataSet.builder().integers(Tag.PIXEL_ASPECT_RATIO, 1, 2);
    assertThat(header(set).aspect(new Repairs())).isEqualTo(0.5);
    set.decimals(Tag.IMAGER_PIXEL_SPACING, 0.3, 0.2);
    assertThat(header(set).aspect(new Repairs())).isCloseTo(1.5, within(1e-9));
    set.decimals(Tag.PIXEL_SPACING, 0.1439, 0.144);
    assertThat(header(set).aspect(new Repairs())).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0\\1", "1\\0", "1", "-1\\1", "x\\y", "1\\1000000"})
  void aShapeThatMakesNoSenseIsSquareAndSaid(String ratio) {
    Repairs repairs = new Repairs();
    DataSet.Builder set = DataSet.builder().text(Tag.PIXEL_ASPECT_RATIO, ratio);
    assertThat(header(set).aspect(repairs)).isEqualTo(1);
    assertThat(repairs.warnings()).hasSize(1);
  }

  private static FilmHeader header(DataSet.Builder set) {
    return new FilmHeader(set.build());
  }
}
