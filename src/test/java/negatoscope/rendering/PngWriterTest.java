package negatoscope.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import negatoscope.film.Samples;
import negatoscope.testing.Films;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PngWriterTest {
  private static Raster read(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    return image.getRaster();
  }

  @ParameterizedTest
  @EnumSource
  void another8BitReaderGetsTheSamePixels(PngWriter.Packing packing) throws IOException {
    byte[] pixels = new byte[331 * 257];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 7 + i / 331);
    }
    Raster raster = read(PngWriter.encode(new GreyPicture(331, 257, pixels), packing));
    assertThat(raster.getSampleModel().getSampleSize(0)).isEqualTo(8);
    for (int i = 0; i < pixels.length; i++) {
      assertThat(raster.getSample(i % 331, i / 331, 0)).isEqualTo(pixels[i] & 0xFF);
    }
  }

  @Test
  void storedSamplesAreWrittenFromTheLeastPossibleValue() throws IOException {
    Samples signed = Films.samples16(50, 30, 12, true, (x, y) -> x * 30 + y - 2048);
    Raster raster = read(PngWriter.encode(signed));
    assertThat(raster.getSampleModel().getSampleSize(0)).isEqualTo(16);
    assertThat(raster.getSample(49, 29, 0)).isEqualTo(49 * 30 + 29);
    assertThat(raster.getSample(0, 0, 0)).isZero();
  }

  @Test
  void theFileIsReplacedAsAWhole(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("picture.png");
    Files.writeString(file, "older");
    PngWriter.write(file, new GreyPicture(2, 1, new byte[] {0, (byte) 255}));
    assertThat(read(Files.readAllBytes(file)).getSample(1, 0, 0)).isEqualTo(255);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
