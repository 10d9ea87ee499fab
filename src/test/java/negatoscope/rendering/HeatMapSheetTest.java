package negatoscope.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import negatoscope.film.Film;
import negatoscope.testing.Films;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeatMapSheetTest {
  private static HeatMapSheet sheet(double opacity, String film, List<String> warnings) {
    Film shown = Films.picture8(400, 500, (x, y) -> 60);
    float[] grid = new float[49];
    grid[2 * 7 + 5] = 3;
    HeatOverlay overlay =
        new HeatOverlay(grid, 7, 7, -50, 0, 500, 500, 3, ColourMap.HOT, true, 0.5);
    return new HeatMapSheet(
        Rendering.forReading(shown),
        overlay,
        opacity,
        new HeatMapSheet.Caption(film, "pneumonia", 0.8765, "Grad-CAM", "test model", warnings));
  }

  /** Columns of the sheet whose pixels in a row of the panels differ from the film's grey. */
  private static int coloured(BufferedImage sheet, int from, int to) {
    int count = 0;
    for (int y = 92; y < 692; y++) {
      for (int x = from; x < to; x++) {
        int pixel = sheet.getRGB(x, y);
        count += (pixel >> 16 & 0xFF) == (pixel & 0xFF) ? 0 : 1;
      }
    }
    return count;
  }

  @Test
  void theFilmStandsAloneOnTheLeftAndUnderTheHeatMapOnTheRight() {
    BufferedImage sheet = sheet(0.5, "film.dcm", List.of()).draw();
    assertThat(sheet.getRGB(32 + 240, 400) & 0xFF).isEqualTo(60);
    assertThat(coloured(sheet, 32, 32 + 480)).isZero();
    assertThat(coloured(sheet, 32 + 480 + 16, 32 + 480 + 16 + 480)).isGreaterThan(1000);
    int x = 32 + 480 + 16 + (int) ((5.5 * 500 / 7 - 50) * 1.2);
    int y = 92 + (int) (2.5 * 500 / 7 * 1.2);
    assertThat(sheet.getRGB(x, y) & 0xFF).isBetween(150, 162);
  }

  @Test
  void theColoursAreThoseOfThePicture() throws IOException {
    HeatMapSheet sheet = sheet(0.5, "film.dcm", List.of());
    ColourPicture colours = sheet.colours();
    BufferedImage png = ImageIO.read(new ByteArrayInputStream(sheet.png()));
    assertThat(colours.width()).isEqualTo(png.getWidth());
    assertThat(colours.height()).isEqualTo(png.getHeight());
    for (int y = 0; y < png.getHeight(); y++) {
      for (int x = 0; x < png.getWidth(); x++) {
        if (colours.at(x, y) != (png.getRGB(x, y) & 0xFFFFFF)) {
          throw new AssertionError("another colour at %d, %d".formatted(x, y));
        }
      }
    }
  }

  @Test
  void aFilmOfLowPixelsIsSeenInItsTrueProportions() {
    Film film = Films.picture8(250, 400, (x, y) -> x >= 245 ? 200 : 60).withAspect(0.5);
    HeatOverlay overlay =
        new HeatOverlay(new float[] {1}, 1, 1, 0, 0, 250, 400, 1, ColourMap.HOT, true, 0);
    HeatMapSheet.Caption caption = sheet(0, "", List.of()).caption();
    BufferedImage sheet = new HeatMapSheet(Rendering.forReading(film), overlay, 1, caption).draw();
    assertThat(sheet.getRGB(32 + 598, 92 + 478) & 0xFF).isEqualTo(200);
    assertThat(sheet.getRGB(32 + 580, 92 + 478) & 0xFF).isEqualTo(60);
    int mapped = ColourMap.HOT.argb(1);
    assertThat(sheet.getRGB(32 + 600 + 16 + 598, 92 + 478)).isEqualTo(mapped);
    assertThat(sheet.getRGB(32 + 600 + 16 + 598, 92 + 482)).isNotEqualTo(mapped);
  }

  @Test
  void withoutOpacityBothSidesAreTheFilm() {
    BufferedImage sheet = sheet(0, "film.dcm", List.of()).draw();
    assertThat(coloured(sheet, 528, 528 + 480)).isZero();
  }

  @Test
  void theFileIsAPngOfTheSheet(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("sheet.png");
    HeatMapSheet sheet =
        sheet(0.5, "a name that is far too long for the sheet ".repeat(9), List.of("Careful."));
    sheet.writePng(file);
    BufferedImage drawn = sheet.draw();
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(file)));
    assertThat(read.getWidth()).isEqualTo(drawn.getWidth());
    assertThat(read.getHeight())
        .isEqualTo(drawn.getHeight())
        .isEqualTo(sheet(0.5, "f", List.of()).draw().getHeight() + 22);
  }

  @Test
  void withoutAnyFontTheSheetIsWrittenInStrokes() {
    HeatMapSheet sheet = sheet(0.5, "Gr\u00f6\u00dfe 1.dcm", List.of("Careful, (50 %)!"));
    BufferedImage strokes = sheet.draw(Lettering::ofStrokes);
    assertThat(strokes.getWidth()).isEqualTo(sheet.draw().getWidth());
    int written = 0;
    for (int y = 20; y < 60; y++) {
      for (int x = 32; x < 300; x++) {
        written += (strokes.getRGB(x, y) & 0xFF) > 150 ? 1 : 0;
      }
    }
    assertThat(written).isBetween(300, 4000);
  }

  @Test
  void anEmptyMapIsSaidAndNotPainted() {
    HeatMapSheet full = sheet(0.5, "film.dcm", List.of());
    HeatOverlay none =
        new HeatOverlay(new float[49], 7, 7, 0, 0, 500, 500, 0, ColourMap.HOT, true, 0.2);
    BufferedImage sheet = new HeatMapSheet(full.rendering(), none, 1, full.caption()).draw();
    assertThat(sheet.getRGB(32 + 240, 400) & 0xFF).isEqualTo(60);
    int said = 0;
    int painted = 0;
    for (int y = 92; y < 692; y++) {
      for (int x = 32 + 480 + 16; x < sheet.getWidth(); x++) {
        boolean coloured = (sheet.getRGB(x, y) >> 16 & 0xFF) > (sheet.getRGB(x, y) & 0xFF) + 60;
        boolean inText = Math.abs(y - 392) < 40;
        said += coloured && inText ? 1 : 0;
        painted += coloured && !inText ? 1 : 0;
      }
    }
    assertThat(said).isGreaterThan(200);
    assertThat(painted).isZero();
  }
}
