package negatoscope.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import negatoscope.testing.NeedsShared;
import negatoscope.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code render} and {@code info} on DICOM films with more than grey values. */
@NeedsShared
class DicomPictureTest {
  @TempDir Path folder;

  private static String film(String name) {
    return Shared.path("dicom/films/" + name + ".dcm").toString();
  }

  private BufferedImage render(String name, String... options) throws IOException {
    Path out = folder.resolve("out.png");
    List<String> line = new java.util.ArrayList<>(List.of("render", film(name), "--out"));
    line.add(out.toString());
    line.addAll(List.of(options));
    Bench.Result result = new Bench(folder).run(line.toArray(String[]::new));
    assertThat(result.exit()).as(result.err()).isZero();
    return ImageIO.read(out.toFile());
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
  }

  private static int[] expected(String name) throws IOException {
    return pixels(ImageIO.read(Shared.path("dicom/expected/" + name + ".png").toFile()));
  }

  @Test
  void aFilmInColourBecomesAnRgbPicture() throws IOException {
    BufferedImage shown = render("rgb-planar1");
    assertThat(shown.getRaster().getNumBands()).isEqualTo(3);
    assertThat(pixels(shown)).isEqualTo(expected("rgb-planar0.display"));
    int[] turned = pixels(render("rgb-planar1", "--invert"));
    assertThat(turned[3]).isEqualTo(255 - pixels(shown)[3]);
  }

  @Test
  void storedValuesOfAFilmWithPalettesAreThoseBeforeThem() throws IOException {
    assertThat(pixels(render("palette-short", "--stored")))
        .isEqualTo(expected("palette-16.stored"));
    assertThat(pixels(render("rgb-rle", "--stored"))).isEqualTo(expected("rgb-planar0.display"));
  }

  @Test
  void storedValuesOfASignedFilmCountFromTheLeastPossibleOne() throws IOException {
    assertThat(pixels(render("signed16-rescale", "--stored")))
        .isEqualTo(expected("signed16-rescale.stored"));
  }

  @Test
  void overlaysAreBurntInWhenAskedFor() throws IOException {
    int[] plain = pixels(render("overlays"));
    int[] drawn = pixels(render("overlays", "--overlays"));
    int[] overlay = expected("overlays.overlay");
    for (int i = 0; i < plain.length; i++) {
      assertThat(drawn[i]).isEqualTo(overlay[i] == 255 ? 255 : plain[i]);
    }
  }

  @Test
  void thePixelGridIsKept() throws IOException {
    BufferedImage shown = render("aspect-1-2");
    assertThat(shown.getWidth()).isEqualTo(112);
    assertThat(shown.getHeight()).isEqualTo(206);
  }

  @Test
  void eachFrameCanBeAskedFor() throws IOException {
    int[] third = pixels(render("frames-native", "--frame", "3"));
    assertThat(third).isNotEqualTo(pixels(render("frames-native")));
    assertThat(third).isEqualTo(pixels(render("frames-rle-no-table", "--frame", "3")));
    for (String frame : List.of("0", "4")) {
      Bench.Result result =
          new Bench(folder)
              .run("render", film("frames-native"), "--out", folder + "/x.png", "--frame", frame);
      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.err()).contains("there is no frame " + frame);
    }
  }

  private JsonNode info(String name) throws IOException {
    String json = new Bench(folder).run("info", film(name), "--format", "json").out();
    return new ObjectMapper().readTree(json);
  }

  @Test
  void infoTellsHowTheFilmIsToBeShown() throws IOException {
    JsonNode table = info("modality-lut").get("modalityTable");
    assertThat(table.get("entries").asInt()).isEqualTo(3500);
    assertThat(table.get("firstMapped").asInt()).isEqualTo(200);
    assertThat(info("voi-lut").get("voiTables").get(1).get("explanation").asText())
        .isEqualTo("SOFT");
    assertThat(info("shutter-rectangular").get("shutter").get("shapes").get(0).asText())
        .isEqualTo("RECTANGULAR");
    JsonNode overlay = info("overlays").get("overlays").get(1);
    assertThat(overlay.get("description").asText()).isEqualTo("Stripes");
    assertThat(overlay.get("left").asInt()).isEqualTo(140);
    assertThat(info("spacing-uneven").get("pixelAspect").asDouble()).isEqualTo(0.5);
    assertThat(info("palette-8").get("colour").asText()).isEqualTo("palette");
    assertThat(info("ybr-full").get("colour").asText()).isEqualTo("RGB");
    assertThat(info("zero-window-width").get("warnings").get(0).asText())
        .startsWith("HEADER_REPAIRED: ");
    assertThat(info("private-nested").get("attributes").toString()).contains("\"items\":[[{");
  }

  @Test
  void infoAsTextHasALineForEachFact() {
    assertThat(new Bench(folder).run("info", film("overlays")).out())
        .containsPattern("overlays +group 6000, description Cross, .*; group 6002, ")
        .containsPattern("colour +grey");
  }
}
