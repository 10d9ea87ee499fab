package negatoscope.icons;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class IconsTest {
  @Test
  void everySizeIsThereAsItIsDrawn() throws IOException {
    for (int side : IconDrawing.SIDES) {
      BufferedImage kept = ImageIO.read(Path.of("icons", "negatoscope-" + side + ".png").toFile());
      BufferedImage drawn = IconDrawing.draw(side);
      assertThat(kept.getWidth()).isEqualTo(side);
      assertThat(kept.getHeight()).isEqualTo(side);
      long difference = 0;
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          for (int shift = 0; shift < 32; shift += 8) {
            difference +=
                Math.abs(
                    (kept.getRGB(x, y) >> shift & 0xFF) - (drawn.getRGB(x, y) >> shift & 0xFF));
          }
        }
      }
      assertThat(difference / (4.0 * side * side)).isLessThan(1);
    }
  }

  @Test
  void theWindowFindsThemOnTheClassPath() {
    for (int side : IconDrawing.SIDES) {
      assertThat(IconsTest.class.getResource("/negatoscope/icons/negatoscope-" + side + ".png"))
          .isNotNull();
    }
  }
}
