package negatoscope.rendering.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PlotTest {
  private static final Plot PLOT =
      new Plot(
          "ROC <b>& \"more\"",
          Plot.Axis.share("1 - specificity"),
          Plot.Axis.share("sensitivity"),
          List.of(
              new Plot.Series("", Plot.Style.GUIDE, new double[] {0, 1}, new double[] {0, 1}),
              new Plot.Series(
                  "one < two",
                  Plot.Style.STEP,
                  new double[] {0, 0.25, Double.NaN, 1},
                  new double[] {0, 0.5, 0.7, 1})));

  @Test
  void theSvgIsWellFormedWhateverTheNames() throws Exception {
    Document document = parsed(PLOT.svg());
    assertThat(document.getElementsByTagName("polyline").getLength()).isGreaterThan(3);
    assertThat(document.getDocumentElement().getTextContent())
        .contains("ROC <b>& \"more\"", "one < two", "sensitivity", "0.8");
    assertThat(PLOT.svg()).doesNotContain("NaN", "<b>");
  }

  @Test
  void aStepHoldsItsValueUntilTheNextPoint() throws Exception {
    String points =
        parsed(PLOT.svg())
            .getElementsByTagName("polyline")
            .item(14)
            .getAttributes()
            .getNamedItem("points")
            .getTextContent();
    assertThat(points.split(" ")).hasSize(5);
  }

  @Test
  void thePngShowsTheCurvesInColour() throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(PLOT.png()));
    assertThat(picture.getWidth()).isEqualTo(2 * PlotDrawing.WIDTH);
    int coloured = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        coloured += (picture.getRGB(x, y) & 0xFFFFFF) == SeriesColours.of(0) ? 1 : 0;
      }
    }
    assertThat(coloured).isGreaterThan(500);
  }

  @Test
  void aConfusionMatrixSaysEveryCountInBothForms() throws Exception {
    ConfusionPlot plot =
        new ConfusionPlot("Confusion", List.of("a & b", "c"), new int[][] {{7, 3}, {0, 0}});
    assertThat(parsed(plot.svg()).getDocumentElement().getTextContent())
        .contains("truly a & b", "7", "70 %", "30 %", "0 %");
    assertThat(ImageIO.read(new ByteArrayInputStream(plot.png())).getWidth()).isGreaterThan(300);
  }

  @Test
  void ticksAreRoundNumbersWithinTheAxis() {
    assertThat(Ticks.of(0, 1, 5)).hasSize(6).first().isEqualTo(0.0);
    assertThat(Ticks.of(0.31, 0.97, 5).stream().map(Ticks::text))
        .containsExactly("0.4", "0.6", "0.8");
    assertThat(Ticks.text(-0.0000001)).isEqualTo("0");
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
