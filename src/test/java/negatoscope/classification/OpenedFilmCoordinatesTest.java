package negatoscope.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DataSets;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Vr;
import negatoscope.film.Film;
import negatoscope.intake.Intake;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The heat lies where the only signal of a file is, once it was opened: of portrait and landscape
 * films, however the network's square is made of them. Orientation marks of pictures are not looked
 * at by anyone; the shape of DICOM's pixels is, by everyone.
 */
class OpenedFilmCoordinatesTest {
  private static final int ORIENTATIONS = 8;
  private static final int ORIENTATION = 274;

  @TempDir Path folder;

  /** Landscape and portrait, by every fit, with the spot in every corner. */
  static List<FilmCoordinatesTest.Shape> squarePixels() {
    return shapes(1);
  }

  /** The same of pixels that are not square. */
  static List<FilmCoordinatesTest.Shape> longPixels() {
    List<FilmCoordinatesTest.Shape> shapes = new ArrayList<>(shapes(0.5));
    shapes.addAll(shapes(1.6));
    return shapes;
  }

  private static List<FilmCoordinatesTest.Shape> shapes(double aspect) {
    return FilmCoordinatesTest.shapes().stream()
        .filter(shape -> shape.width() != shape.height() && shape.aspect() == aspect)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("squarePixels")
  void theHeatOfAJpegLiesOnTheStoredSpotWhateverItsOrientationMark(FilmCoordinatesTest.Shape shape)
      throws IOException {
    for (int orientation = 1; orientation <= ORIENTATIONS; orientation++) {
      check(shape, Files.write(folder.resolve("film.jpg"), jpeg(shape, orientation)));
    }
  }

  @ParameterizedTest
  @MethodSource("squarePixels")
  void theHeatOfATiffLiesOnTheStoredSpotWhateverItsOrientationMark(FilmCoordinatesTest.Shape shape)
      throws IOException {
    for (int orientation = 1; orientation <= ORIENTATIONS; orientation++) {
      check(shape, Files.write(folder.resolve("film.tif"), tiff(shape, orientation)));
    }
  }

  @ParameterizedTest
  @MethodSource("longPixels")
  void theHeatOfADicomFilmLiesOnTheSpotWhereverItsPixelsGetTheirShape(
      FilmCoordinatesTest.Shape shape) {
    boolean wide = shape.aspect() < 1;
    for (boolean inverted : new boolean[] {false, true}) {
      DataSet.Builder ratio =
          dicom(shape, inverted).text(Tag.PIXEL_ASPECT_RATIO, wide ? "1" : "8", wide ? "2" : "5");
      check(shape, written(ratio));
      DataSet.Builder spacing =
          dicom(shape, inverted).text(Tag.IMAGER_PIXEL_SPACING, wide ? "0.125" : "0.4", "0.25");
      check(shape, written(spacing));
    }
  }

  private static void check(FilmCoordinatesTest.Shape shape, Path file) {
    Film film = Intake.withBuiltInToolkit().openFirst(file);
    assertThat(film.width()).isEqualTo(shape.width());
    assertThat(film.height()).isEqualTo(shape.height());
    assertThat(film.aspect()).isEqualTo(shape.aspect());
    FilmCoordinatesTest.hottestIsTheSpot(shape, film);
  }

  private static byte[] jpeg(FilmCoordinatesTest.Shape shape, int orientation) throws IOException {
    BufferedImage picture =
        new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setDataElements(0, 0, shape.width(), shape.height(), shape.pixels(0, 255));
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", plain);
    byte[] mark = directory(new int[][] {{ORIENTATION, orientation}}, new byte[0]);
    ByteBuffer marked = ByteBuffer.allocate(plain.size() + mark.length + 10);
    marked.put(plain.toByteArray(), 0, 2).putShort((short) 0xFFE1);
    marked.putShort((short) (mark.length + 8));
    marked.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(mark);
    return marked.put(plain.toByteArray(), 2, plain.size() - 2).array();
  }

  private static byte[] tiff(FilmCoordinatesTest.Shape shape, int orientation) {
    byte[] pixels = shape.pixels(0, 255);
    int[][] entries = {
      {256, shape.width()},
      {257, shape.height()},
      {258, 8},
      {259, 1},
      {262, 1},
      {273, 14 + 12 * 10},
      {ORIENTATION, orientation},
      {277, 1},
      {278, shape.height()},
      {279, pixels.length}
    };
    return directory(entries, pixels);
  }

  /** A TIFF file (6.0, section 2) of one directory of single numbers, and what follows it. */
  private static byte[] directory(int[][] entries, byte[] after) {
    ByteBuffer file =
        ByteBuffer.allocate(14 + 12 * entries.length + after.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    file.putShort((short) entries.length);
    for (int[] entry : entries) {
      boolean wide = entry[1] > 0xFFFF;
      file.putShort((short) entry[0]).putShort((short) (wide ? 4 : 3)).putInt(1).putInt(entry[1]);
    }
    return file.putInt(0).put(after).array();
  }

  private static DataSet.Builder dicom(FilmCoordinatesTest.Shape shape, boolean inverted) {
    byte[] pixels = inverted ? shape.pixels(255, 0) : shape.pixels(0, 255);
    return DataSets.film(shape.width(), shape.height())
        .text(Tag.PHOTOMETRIC_INTERPRETATION, inverted ? "MONOCHROME1" : "MONOCHROME2")
        .integers(Tag.BITS_ALLOCATED, 8)
        .integers(Tag.BITS_STORED, 8)
        .integers(Tag.HIGH_BIT, 7)
        .decimals(Tag.WINDOW_CENTER, 128)
        .decimals(Tag.WINDOW_WIDTH, 256)
        .bytes(Tag.PIXEL_DATA, Vr.OB, pixels);
  }

  private Path written(DataSet.Builder film) {
    Path file = folder.resolve("film.dcm");
    DicomToolkit.preferred().write(file, film.build());
    return file;
  }
}
