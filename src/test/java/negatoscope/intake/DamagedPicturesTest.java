package negatoscope.intake;

import static negatoscope.intake.PngMaker.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import negatoscope.film.Film;
import negatoscope.film.FilmException;
import negatoscope.film.FilmWarning;
import negatoscope.task.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no film, or half of one, is refused with a code. */
class DamagedPicturesTest {
  private static final Intake INTAKE = Intake.withBuiltInToolkit();

  private final Path folder;

  DamagedPicturesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatIsNoFilmIsSaidToBeNone() throws IOException {
    assertThat(code(new byte[0])).isEqualTo(ErrorCode.NOT_A_FILM);
    assertThat(code("Dear reader, this is no film.".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(ErrorCode.NOT_A_FILM);
    assertThat(codeOf(folder)).isEqualTo(ErrorCode.NOT_A_FILM);
    assertThat(codeOf(folder.resolve("absent.png"))).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void aHugePngIsRefusedBeforeItIsAllocated() throws IOException {
    byte[] lie = new PngMaker(2_000_000, 2_000_000, 8, 0).rows(row(0)).end();
    assertThat(code(lie)).isEqualTo(ErrorCode.TOO_LARGE);
    byte[] smallerLie = new PngMaker(11_000, 11_000, 16, 6).rows(row(0)).end();
    assertThat(code(smallerLie)).isEqualTo(ErrorCode.TRUNCATED);
    assertThat(code(new PngMaker(0, 5, 8, 0).rows(row(0)).end()))
        .isEqualTo(ErrorCode.BAD_DIMENSIONS);
  }

  @Test
  void aCutPngIsTruncatedAndAFlippedBitIsFound() throws IOException {
    byte[] whole = noisePng();
    assertThat(code(Arrays.copyOf(whole, whole.length / 2))).isEqualTo(ErrorCode.TRUNCATED);
    assertThat(code(Arrays.copyOf(whole, whole.length - 4))).isEqualTo(ErrorCode.TRUNCATED);
    whole[whole.length / 2] ^= 4;
    assertThat(code(whole)).isEqualTo(ErrorCode.CORRUPT_PIXELS);
  }

  @Test
  void aPngWithTooFewRowsIsDamaged() throws IOException {
    byte[] png = new PngMaker(4, 4, 8, 0).rows(row(1, 2, 3, 4)).end();
    assertThat(code(png)).isIn(ErrorCode.CORRUPT_PIXELS, ErrorCode.TRUNCATED);
  }

  @Test
  void aCutJpegIsTruncated() throws IOException {
    byte[] whole = noiseJpeg();
    for (int share : new int[] {90, 50, 30}) {
      assertThat(code(Arrays.copyOf(whole, whole.length * share / 100)))
          .isEqualTo(ErrorCode.TRUNCATED);
    }
    assertThat(code(Arrays.copyOf(whole, 20))).isEqualTo(ErrorCode.TRUNCATED);
  }

  @Test
  void aJpegThatTheDecoderFilledInSaysSo() throws IOException {
    byte[] jpeg = noiseJpeg();
    jpeg[jpeg.length / 2] = (byte) 0xFF;
    jpeg[jpeg.length / 2 + 1] = (byte) 0xD3;
    Film film = INTAKE.openFirst(Files.write(folder.resolve("filled.jpg"), jpeg));
    assertThat(film.warnings())
        .extracting(FilmWarning::code)
        .contains(FilmWarning.Code.PIXELS_REPAIRED);
  }

  @Test
  void changedBytesOfPicturesAreNoticedOrHarmless() throws IOException {
    Path tiff = folder.resolve("whole.tif");
    ImageIO.write(noise(), "tif", tiff.toFile());
    Random random = new Random(7);
    for (byte[] whole : List.of(noisePng(), noiseJpeg(), Files.readAllBytes(tiff))) {
      for (int i = 0; i < 300; i++) {
        byte[] changed = whole.clone();
        for (int k = 0; k < 4; k++) {
          int limit = random.nextBoolean() ? Math.min(400, whole.length) : whole.length;
          changed[random.nextInt(limit)] = (byte) random.nextInt(256);
        }
        openOrRefuse(changed);
      }
    }
  }

  @Test
  void aJpegThatIsTooSmallForItsSizeIsTruncated() throws IOException {
    byte[] jpeg = noiseJpeg();
    int frame = indexOf(jpeg, 0xC0);
    jpeg[frame + 5] = 0x2A;
    jpeg[frame + 7] = 0x2A;
    assertThat(code(jpeg)).isEqualTo(ErrorCode.TRUNCATED);
    jpeg[frame + 5] = (byte) 0xFF;
    jpeg[frame + 7] = (byte) 0xFF;
    assertThat(code(jpeg)).isEqualTo(ErrorCode.TOO_LARGE);
  }

  @Test
  void aCutTiffIsRefused() throws IOException {
    Path path = folder.resolve("whole.tif");
    ImageIO.write(noise(), "tif", path.toFile());
    byte[] whole = Files.readAllBytes(path);
    assertThat(code(Arrays.copyOf(whole, whole.length / 2)))
        .isIn(ErrorCode.CORRUPT_PIXELS, ErrorCode.TRUNCATED);
  }

  static byte[] noisePng() {
    byte[][] rows = new byte[64][64];
    Random random = new Random(1);
    for (byte[] row : rows) {
      random.nextBytes(row);
    }
    return new PngMaker(64, 64, 8, 0).rows(rows).end();
  }

  private byte[] noiseJpeg() throws IOException {
    Path path = folder.resolve("noise.jpg");
    ImageIO.write(noise(), "jpg", path.toFile());
    return Files.readAllBytes(path);
  }

  private static BufferedImage noise() {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    int[] values = new Random(1).ints(64 * 64, 0, 256).toArray();
    image.getRaster().setPixels(0, 0, 64, 64, values);
    return image;
  }

  private static int indexOf(byte[] jpeg, int marker) {
    for (int i = 0; i < jpeg.length; i++) {
      if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == marker) {
        return i;
      }
    }
    throw new AssertionError("no marker");
  }

  private ErrorCode code(byte[] file) throws IOException {
    return codeOf(Files.write(folder.resolve("file.bin"), file));
  }

  private void openOrRefuse(byte[] file) throws IOException {
    Path path = Files.write(folder.resolve("changed.bin"), file);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          try {
            assertThat(INTAKE.open(path)).isNotEmpty();
          } catch (FilmException e) {
            assertThat(e.sentence()).startsWith("changed.bin");
          }
        });
  }

  private static ErrorCode codeOf(Path file) {
    return catchThrowableOfType(FilmException.class, () -> INTAKE.open(file)).code();
  }
}
