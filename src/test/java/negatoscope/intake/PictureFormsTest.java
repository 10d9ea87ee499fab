package negatoscope.intake;

import static negatoscope.intake.PngMaker.row;
import static negatoscope.intake.PngMaker.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import negatoscope.film.Film;
import negatoscope.film.FilmWarning;
import negatoscope.film.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every form of picture becomes the grey samples that it stores. */
class PictureFormsTest {
  private final Intake intake = Intake.withBuiltInToolkit();

  private final Path folder;

  PictureFormsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void grey8StaysAsItIsWhateverTheGammaChunkSays() {
    byte[] png =
        new PngMaker(3, 2, 8, 0)
            .chunk("gAMA", new byte[] {0, 0, 0x27, 0x10})
            .rows(row(0, 1, 127), row(128, 254, 255))
            .end();
    assertThat(values(png)).containsExactly(0, 1, 127, 128, 254, 255);
  }

  @Test
  void grey16Keeps16Bits() {
    Film film = film(new PngMaker(3, 1, 16, 0).rows(words(0, 1000, 65535)).end());
    assertThat(values(film)).containsExactly(0, 1000, 65535);
    assertThat(film.samples().bitsStored()).isEqualTo(16);
    assertThat(film.provenance().encoding()).isEqualTo("16-bit grey");
  }

  @Test
  void fewBitsAreSpreadToEight() {
    assertThat(values(new PngMaker(8, 1, 1, 0).rows(row(0b10110001)).end()))
        .containsExactly(255, 0, 255, 255, 0, 0, 0, 255);
    assertThat(values(new PngMaker(4, 1, 2, 0).rows(row(0b00011011)).end()))
        .containsExactly(0, 85, 170, 255);
    assertThat(values(new PngMaker(4, 1, 4, 0).rows(row(0x01, 0xEF)).end()))
        .containsExactly(0, 17, 238, 255);
  }

  @Test
  void colourBecomesLumaHalfUp() {
    byte[] png =
        new PngMaker(4, 1, 8, 2).rows(row(255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30)).end();
    assertThat(values(png)).containsExactly(76, 150, 29, 18);
    assertThat(values(new PngMaker(1, 1, 16, 2).rows(words(10000, 20000, 30000)).end()))
        .containsExactly(18150);
  }

  @Test
  void transparencyLiesOverBlack() {
    assertThat(values(new PngMaker(3, 1, 8, 4).rows(row(200, 255, 200, 128, 200, 0)).end()))
        .containsExactly(200, 100, 0);
    assertThat(values(new PngMaker(2, 1, 8, 6).rows(row(90, 90, 90, 255, 255, 255, 255, 51)).end()))
        .containsExactly(90, 51);
    assertThat(values(new PngMaker(2, 1, 16, 4).rows(words(60000, 65535, 60000, 32768)).end()))
        .containsExactly(60000, 30000);
  }

  @Test
  void palettesAreLookedUp() {
    byte[] png =
        new PngMaker(3, 1, 8, 3)
            .chunk("PLTE", row(255, 0, 0, 7, 7, 7, 200, 200, 200))
            .chunk("tRNS", row(255, 255, 51))
            .rows(row(0, 1, 2))
            .end();
    assertThat(values(png)).containsExactly(76, 7, 40);
  }

  @Test
  void tiffOfGrey8AndGrey16IsReadAsStored() throws IOException {
    BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setPixels(0, 0, 2, 1, new int[] {3, 250});
    BufferedImage deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setPixels(0, 0, 2, 1, new int[] {300, 60000});
    BufferedImage colour = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    colour.setRGB(0, 0, 0x0A141E);
    assertThat(values(written(grey, "tif"))).containsExactly(3, 250);
    assertThat(values(written(deep, "tif"))).containsExactly(300, 60000);
    assertThat(values(written(colour, "tif"))).containsExactly(18);
  }

  @Test
  void whiteIsZeroTiffIsTurnedToBlackIsZero() throws IOException {
    BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setPixels(0, 0, 2, 1, new int[] {3, 250});
    byte[] tiff = written(grey, "tif");
    boolean little = tiff[0] == 'I';
    for (int i = 0; i + 12 <= tiff.length; i++) {
      boolean photometric =
          tiff[i + (little ? 1 : 0)] == 1
              && tiff[i + (little ? 0 : 1)] == 6
              && tiff[i + (little ? 2 : 3)] == 3
              && tiff[i + (little ? 8 : 9)] == 1;
      if (photometric) {
        tiff[i + (little ? 8 : 9)] = 0;
      }
    }
    assertThat(values(tiff)).containsExactly(252, 5);
  }

  @Test
  void everyPageOfATiffIsAFrame() throws IOException {
    Path path = folder.resolve("pages.tif");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(path.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int value : new int[] {10, 20, 30}) {
        BufferedImage page = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        page.getRaster().setSample(0, 0, 0, value);
        writer.writeToSequence(new IIOImage(page, null, null), null);
      }
      writer.endWriteSequence();
    }
    writer.dispose();
    List<Film> films = intake.open(path);
    assertThat(films).extracting(film -> film.samples().at(0)).containsExactly(10, 20, 30);
    assertThat(films).extracting(film -> film.provenance().frame()).containsExactly(1, 2, 3);
    assertThat(films).allMatch(film -> film.provenance().frames() == 3);
  }

  @Test
  void greyJpegKeepsItsRange() throws IOException {
    BufferedImage grey = new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_GRAY);
    int[] halves = IntStream.range(0, 128).map(i -> i % 16 < 8 ? 64 : 192).toArray();
    grey.getRaster().setPixels(0, 0, 16, 8, halves);
    int[] values = values(written(grey, "jpg"));
    for (int i = 0; i < halves.length; i++) {
      assertThat(values[i]).isBetween(halves[i] - 2, halves[i] + 2);
    }
  }

  @Test
  void colourJpegGivesTheLumaChannel() throws IOException {
    BufferedImage red = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      red.setRGB(i % 16, i / 16, 0xFF0000);
    }
    assertThat(IntStream.of(values(written(red, "jpg"))))
        .allMatch(value -> Math.abs(value - 76) <= 2);
  }

  @Test
  void aSmallFilmSaysSo() {
    Film small = film(new PngMaker(1, 1, 8, 0).rows(row(9)).end());
    assertThat(small.warnings())
        .extracting(FilmWarning::code)
        .containsExactly(FilmWarning.Code.SMALL_FILM);
  }

  private Film film(byte[] file) {
    try {
      Path path = Files.write(folder.resolve("picture.bin"), file);
      List<Film> films = intake.open(path);
      assertThat(films).hasSize(1);
      assertThat(films.get(0).provenance().file()).isEqualTo(path);
      return films.get(0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int[] values(Film film) {
    Samples samples = film.samples();
    return IntStream.range(0, samples.count()).map(samples::at).toArray();
  }

  private int[] values(byte[] file) {
    return values(film(file));
  }

  private byte[] written(BufferedImage image, String format) throws IOException {
    Path path = folder.resolve("written." + format);
    assertThat(ImageIO.write(image, format, path.toFile())).isTrue();
    return Files.readAllBytes(path);
  }
}
