package negatoscope.dicom.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Tag;
import negatoscope.dicom.builtin.BuiltInToolkit;
import negatoscope.dicom.image.DicomFilms;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.film.FilmWarning;
import negatoscope.film.Provenance;
import negatoscope.film.Samples;
import negatoscope.task.ErrorCode;
import negatoscope.testing.Films;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures as Secondary Captures: pixels to the last bit, and what is said of them. */
class SecondaryCaptureTest {
  private static final Explanation HOW = ObjectSamples.SHOWN;
  private static final Answer ANSWER = ObjectSamples.ANSWER;

  @TempDir private Path folder;
  private final DicomToolkit toolkit = new BuiltInToolkit();
  private final Subject picture =
      Subject.ofPicture("ab", "b.jpg", 1, Optional.of(Lossy.ofJpeg(3000, 1000)));

  @Test
  void coloursComeBackAsTheyWere() {
    byte[] rgb = random(3 * 5 * 7);
    Film read = read(overlay(Raster.rgb(5, 7, rgb.clone())));
    assertThat(read.width()).isEqualTo(5);
    assertThat(read.height()).isEqualTo(7);
    assertThat(read.colour().orElseThrow().rgb()).isEqualTo(rgb);
    assertThat(read.warnings())
        .extracting(FilmWarning::code)
        .containsExactly(FilmWarning.Code.BURNED_IN_TEXT);
  }

  @Test
  void greyOf8BitsComesBack() {
    byte[] grey = random(5 * 7);
    Film read = read(ObjectSamples.OBJECTS.film(picture, Raster.grey(5, 7, grey.clone())));
    assertThat(read.warnings()).isEmpty();
    assertThat(IntStream.range(0, 35).map(read.samples()::at).toArray())
        .isEqualTo(IntStream.range(0, 35).map(i -> grey[i] & 0xFF).toArray());
  }

  @Test
  void aFilmOf16BitsKeepsThem() {
    Random random = new Random(3);
    short[] values = new short[6 * 4];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) random.nextInt(1 << 16);
    }
    Samples samples = Samples.of16(6, 4, 16, false, values);
    Film film = Film.ofPicture(samples, Provenance.ofPicture(Path.of("a.png"), "PNG", "grey"));
    Film read = read(ObjectSamples.OBJECTS.film(picture, Raster.of(film)));
    assertThat(read.warnings()).isEmpty();
    assertThat(read.samples().bitsStored()).isEqualTo(16);
    assertThat(IntStream.range(0, 24).map(read.samples()::at).toArray())
        .isEqualTo(IntStream.range(0, 24).map(samples::at).toArray());
  }

  @Test
  void anOverlaySaysThatItIsDerivedFromTheFilmAndHasWordsBurnedIn() {
    DataSet overlay = overlay(Raster.rgb(1, 1, new byte[3]));
    assertThat(overlay.texts(Tag.IMAGE_TYPE)).containsExactly("DERIVED", "SECONDARY");
    assertThat(overlay.text(Tag.BURNED_IN_ANNOTATION)).isEqualTo("YES");
    assertThat(overlay.text(Tag.IMAGE_COMMENTS)).isEqualTo("For research use only");
    assertThat(overlay.text(Tag.DERIVATION_DESCRIPTION))
        .startsWith("Grad-CAM of class covid-19 by the model mobilenet-v2-films (5f5f")
        .endsWith("over the film. For research use only; not for diagnosis.");
    DataSet source = overlay.items(Tag.SOURCE_IMAGE_SEQUENCE).get(0);
    assertThat(source.text(Tag.REFERENCED_SOP_INSTANCE_UID))
        .isEqualTo(picture.film().sopInstance());
    assertThat(source.items(Tag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE).get(0).text(Tag.CODE_MEANING))
        .isEqualTo("Source image for image processing operation");
    assertThat(overlay.text(Tag.CONVERSION_TYPE)).isEqualTo("WSD");
    assertThat(overlay.text(Tag.SPECIFIC_CHARACTER_SET)).isEqualTo("ISO_IR 192");
  }

  @Test
  void whatTheFilmLostByCompressionStaysSaid() {
    for (DataSet object :
        List.of(
            overlay(Raster.rgb(1, 1, new byte[3])),
            ObjectSamples.OBJECTS.film(picture, Raster.grey(1, 1, new byte[1])))) {
      assertThat(object.text(Tag.LOSSY_IMAGE_COMPRESSION)).isEqualTo("01");
      assertThat(object.text(Tag.LOSSY_IMAGE_COMPRESSION_RATIO)).isEqualTo("3");
      assertThat(object.text(Tag.LOSSY_IMAGE_COMPRESSION_METHOD)).isEqualTo("ISO_10918_1");
    }
  }

  @Test
  void aCopyOfAPictureNamesNoPatient() {
    DataSet copy = ObjectSamples.OBJECTS.film(picture, Raster.grey(1, 1, new byte[1]));
    for (int tag : new int[] {Tag.PATIENT_NAME, Tag.PATIENT_ID, Tag.STUDY_DATE}) {
      assertThat(copy.has(tag)).isTrue();
      assertThat(copy.text(tag)).isEmpty();
    }
    assertThat(copy.text(Tag.SOP_INSTANCE_UID)).isEqualTo(picture.film().sopInstance());
    assertThat(copy.text(Tag.SERIES_INSTANCE_UID)).isEqualTo(picture.film().series());
  }

  @Test
  void pixelsThatDoNotFitTheirSizeAreRefused() {
    assertThatThrownBy(() -> Raster.rgb(2, 2, new byte[11]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Raster.grey(0, 2, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFilmWiderThanDicomCanSayIsRefused() {
    Film film = Films.picture8(65_536, 1, (x, y) -> 0);
    assertThatThrownBy(() -> Raster.of(film))
        .isInstanceOfSatisfying(
            FilmException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_LARGE))
        .hasMessageContaining("made.png");
  }

  private DataSet overlay(Raster pixels) {
    return ObjectSamples.OBJECTS.overlay(picture, ANSWER, HOW, pixels);
  }

  private Film read(DataSet object) {
    Path file = folder.resolve("object.dcm");
    toolkit.write(file, object);
    return DicomFilms.read(toolkit, file).get(0);
  }

  private static byte[] random(int count) {
    byte[] bytes = new byte[count];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
